using Kim.Funding.Data.Reports;
using Microsoft.EntityFrameworkCore;

namespace Kim.Funding.Data;

/// <summary>
/// Cuts the figures off their person: the reference becomes a new random one that nobody else has, in the journal, in the projections
/// and in the accounts alike, so that a replay counts what it counted before (docs/adr/0012).
/// </summary>
internal static class PersonCut
{
    public static async Task CutAsync(this FundingDb db, Guid reference, CancellationToken ct)
    {
        var anonymous = Guid.NewGuid();
        var text = anonymous.ToString();
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock_shared({Journal.ReplayLock})", ct);
        // The day of arrival is kept, its second is not: it would point at what cases did in that second.
        await db.Database.ExecuteSqlAsync(
            $"""
            update report_journal set id = gen_random_uuid(), aggregate = {anonymous}, received_at = date_trunc('day', received_at),
                body = case when jsonb_exists(body, 'caseRef') then jsonb_set(body, array['caseRef'], to_jsonb({text}::text))
                            else jsonb_set(body, array['bookingRef'], to_jsonb({text}::text)) end
            where aggregate = {reference}
            """, ct);
        await db.Database.ExecuteSqlAsync($"update report_case_steps set ref = {anonymous} where ref = {reference}", ct);
        await db.Database.ExecuteSqlAsync($"update report_booking_steps set ref = {anonymous} where ref = {reference}", ct);
        await db.Database.ExecuteSqlAsync($"update report_unreadable set ref = {anonymous} where ref = {reference}", ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into settlements (booking_ref, version, minutes, rate_rule, rate_rule_valid_from, settled_on, total_eur)
            select {anonymous}, version, minutes, rate_rule, rate_rule_valid_from, settled_on, total_eur from settlements where booking_ref = {reference}
            """, ct);
        await db.Database.ExecuteSqlAsync($"update settlement_lines set booking_ref = {anonymous} where booking_ref = {reference}", ct);
    }
}
