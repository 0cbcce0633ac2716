using Kim.Cases.Data;
using Kim.Cases.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kim.Cases.Consumers;

/// <summary>
/// Keeps the steps of naturalisation. A step is a fact of its own, whatever came before it and whether its referral is known; the
/// state of a referral is computed from all of them.
/// </summary>
internal static class Referrals
{
    /// <summary>Keeps a step once, and tells the case manager.</summary>
    public static async Task KeepAsync(CasesDb db, ReferralStep step, string notice, DateTimeOffset at, CancellationToken ct)
    {
        var isNew = await db.Database.ExecuteSqlAsync(
            $"""
            insert into naturalisation_steps (id, referral_id, version, kind, "on", route, outcome)
            values ({step.Id}, {step.ReferralId}, {step.Version}, {step.Kind}, {step.On}, {step.Route}, {step.Outcome})
            on conflict (referral_id, kind, version) do nothing
            """, ct);
        if (isNew == 0) return;
        var caseId = await db.Referrals.Where(referral => referral.Id == step.ReferralId).Select(referral => (Guid?)referral.CaseId).SingleOrDefaultAsync(ct);
        if (caseId is { } known) await Notices.AddAsync(db, known, step.Id, notice, at, ct);
    }
}
