using Kim.Interpreters.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kim.Interpreters.Data;

/// <summary>
/// Cuts what must stay for the accounts off its person. Hours that were worked are paid and proven; for that nobody needs to know
/// for which case: both references become new random ones that nobody else has, and the wishes and the place go.
/// </summary>
internal static class PersonCut
{
    private static readonly string[] Worked = [BookingStates.ProofSubmitted, BookingStates.Verified, BookingStates.Paid];

    public static async Task CutWorkedAsync(this InterpretersDb db, Guid reference, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            delete from cancellations where booking_ref in (select booking_ref from bookings where case_ref = {reference} or booking_ref = {reference})
            """, ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            with cut as (
                update bookings set booking_ref = gen_random_uuid(), case_ref = gen_random_uuid(), meeting_place = '', contact_position = null,
                    dialect = null, gender = null, gender_required = false
                where (case_ref = {reference} or booking_ref = {reference}) and state = any({Worked})
                returning id, case_ref)
            update assignments set case_ref = cut.case_ref from cut where assignments.booking_id = cut.id
            """, ct);
    }
}
