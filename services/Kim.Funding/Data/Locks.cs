using Microsoft.EntityFrameworkCore;

namespace Kim.Funding.Data;

/// <summary>Locks for what has no row yet, held until the transaction ends: of two at the same time the second sees what the first did.</summary>
internal static class Locks
{
    /// <summary>Puts those who book the same voucher in line.</summary>
    public static Task LockVoucherAsync(this FundingDb db, string voucher, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('voucher ' || {voucher}, 0))", ct);

    /// <summary>Puts deliveries that concern the same booking in line.</summary>
    public static Task LockBookingAsync(this FundingDb db, Guid bookingRef, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('booking ' || {bookingRef.ToString()}, 0))", ct);
}
