using Kim.Interpreters.Domain;
using Kim.Results;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Kim.Interpreters.Data;

/// <summary>Row locks that put competing steps in line, and the database's refusals as values.</summary>
internal static class Locks
{
    /// <summary>
    /// The booking, locked until the transaction ends: of two steps at the same time the second sees what the first did.
    /// Null when there is none, or none that the caller may see.
    /// </summary>
    public static async Task<Booking?> LockBookingAsync(this InterpretersDb db, Guid id, CancellationToken ct)
    {
        // Locked first and read afterwards: the read sees what the holder of the lock before committed.
        await db.Database.ExecuteSqlAsync($"select from bookings where id = {id} for update", ct);
        return await db.Bookings.SingleOrDefaultAsync(booking => booking.Id == id, ct);
    }

    /// <summary>The booking of a reference, locked; null when its request has not arrived.</summary>
    public static async Task<Booking?> LockByReferenceAsync(this InterpretersDb db, Guid bookingRef, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"select from bookings where booking_ref = {bookingRef} for update", ct);
        return await db.Bookings.SingleOrDefaultAsync(booking => booking.BookingRef == bookingRef, ct);
    }

    /// <summary>Frees the interpreter's time when the booking ended or starts again.</summary>
    public static async Task ReleaseAssignmentAsync(this InterpretersDb db, Guid bookingId, CancellationToken ct) =>
        (await db.Assignments.SingleOrDefaultAsync(assignment => assignment.BookingId == bookingId && assignment.Active, ct))?.Release();

    /// <summary>
    /// An offer of the account's own, with its booking locked. The offer is read after the lock, so that two answers to it
    /// see each other. Null when there is none, or it is somebody else's.
    /// </summary>
    public static async Task<(Offer Offer, Booking Booking)?> LockOwnOfferAsync(
        this InterpretersDb db, Guid offerId, Guid account, CancellationToken ct)
    {
        var own = db.Offers.Where(offer => offer.Id == offerId
            && db.Interpreters.Any(interpreter => interpreter.Id == offer.InterpreterId && interpreter.AccountId == account));
        var bookingId = await own.Select(offer => (Guid?)offer.BookingId).SingleOrDefaultAsync(ct);
        if (bookingId is null || await db.LockBookingAsync(bookingId.Value, ct) is not { } booking) return null;
        return (await own.SingleAsync(ct), booking);
    }

    /// <summary>
    /// Puts the events of one booking reference in line, also while no row exists yet: a request and its cancellation that
    /// arrive together must see each other.
    /// </summary>
    public static Task LockReferenceAsync(this InterpretersDb db, Guid bookingRef, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({bookingRef.ToString()}, 0))", ct);

    /// <summary>The pots of a year in a fixed order, locked: charges wait for each other and none can overspend.</summary>
    public static async Task<IReadOnlyList<(FundingPot Pot, PotYear Year)>> LockPotsAsync(
        this InterpretersDb db, int year, CancellationToken ct)
    {
        var pots = await db.FundingPots.OrderBy(pot => pot.Key).ToListAsync(ct);
        foreach (var begun in pots.Select(pot => PotYear.Begin(pot, year)))
            await db.Database.ExecuteSqlAsync(
                $"""
                insert into pot_years (pot, year, amount_eur, charged_eur)
                values ({begun.Pot}, {begun.Year}, {begun.AmountEur}, 0) on conflict do nothing
                """,
                ct);
        var years = await db.PotYears
            .FromSql($"select p.*, p.xmin from pot_years p where p.year = {year} order by p.pot for update")
            .ToListAsync(ct);
        return [.. pots.Join(years, pot => pot.Key, of => of.Pot, (pot, of) => (pot, of))];
    }

    /// <summary>Saves, unless the interpreter's time is taken already: then a conflict, and nothing is saved.</summary>
    public static async Task<Result> SaveUnlessTakenAsync(this InterpretersDb db, CancellationToken ct)
    {
        const string before = "before_the_save";
        var transaction = db.Database.CurrentTransaction!;
        await transaction.CreateSavepointAsync(before, ct);
        try
        {
            await db.SaveChangesAsync(ct);
            return Result.Success;
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.ExclusionViolation })
        {
            await transaction.RollbackToSavepointAsync(before, ct);
            return Error.Blocked("OVERLAP", "Another assignment takes this time, the way included.", []);
        }
    }
}
