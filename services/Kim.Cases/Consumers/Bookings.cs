using Kim.Cases.Data;
using Kim.Cases.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kim.Cases.Consumers;

/// <summary>Finds the request behind a booking.</summary>
internal static class Bookings
{
    /// <summary>
    /// The request, locked: two events of one booking on two queues queue up here. Null for a booking of another service or of a case
    /// that was erased; the pool's event then has nothing to say here.
    /// </summary>
    public static async Task<InterpreterRequest?> FindAsync(CasesDb db, Guid bookingRef, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"select 1 from interpreter_requests where booking_ref = {bookingRef} for update", ct);
        return await db.InterpreterRequests.SingleOrDefaultAsync(asked => asked.BookingRef == bookingRef, ct);
    }
}
