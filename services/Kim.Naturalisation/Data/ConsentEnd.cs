using Kim.Naturalisation.Domain.Procedure;
using Microsoft.EntityFrameworkCore;

namespace Kim.Naturalisation.Data;

/// <summary>What goes when a consent is withdrawn.</summary>
internal static class ConsentEnd
{
    /// <summary>
    /// Puts the events of one reference in line, also while no row exists yet, and reads what is known of it.
    /// </summary>
    public static async Task<Referral> MeetAsync(this NaturalisationDb db, Guid reference, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({reference.ToString()}, 0))", ct);
        await db.Database.ExecuteSqlAsync($"select from referrals where id = {reference} for update", ct);
        return await db.Referrals.SingleOrDefaultAsync(referral => referral.Id == reference, ct) ?? db.Add(Referral.Meet(reference)).Entity;
    }

    /// <summary>
    /// Deletes the disclosed facts at once, with the answers kept for repeated requests. A decided procedure keeps its record: the
    /// authority must be able to account for its decision; an undecided one loses its checks as well.
    /// </summary>
    public static async Task ForgetAsync(this NaturalisationDb db, Referral referral, CancellationToken ct)
    {
        var (id, withdrawn) = (referral.Id, referral.WithdrawnVersion);
        var answers = $"/api/v1/naturalisation/referrals/{id}/%";
        await db.Snapshots.Where(snapshot => snapshot.ReferralId == id && snapshot.ReferralVersion < withdrawn).ExecuteDeleteAsync(ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            delete from idempotency_keys k where k.route like {answers}
              or k.route in (select '/api/v1/naturalisation/checks/' || c.id || '/overrulings' from checks c where c.referral_id = {id})
            """, ct);
        // A newer referral brought a consent of its own: what is older goes, what is newer stays.
        if (referral.IsDecided || !referral.ConsentWithdrawn) return;
        await db.Checks.Where(check => check.ReferralId == id).ExecuteDeleteAsync(ct);
        referral.ForgetChecks();
    }
}
