using Kim.Naturalisation.Reference;
using Microsoft.EntityFrameworkCore;

namespace Kim.Naturalisation.Data;

/// <summary>Restricts the file of a person whose case was erased (Art. 18 DSGVO).</summary>
internal static class Restriction
{
    /// <summary>
    /// Restricts a file with an application, and deletes what was disclosed from the counselling; false when there is no such file.
    /// </summary>
    public static async Task<bool> RestrictAsync(this NaturalisationDb db, Guid reference, DateOnly today, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({reference.ToString()}, 0))", ct);
        await db.Database.ExecuteSqlAsync($"select from referrals where id = {reference} for update", ct);
        if (await db.Referrals.SingleOrDefaultAsync(row => row.Id == reference, ct) is not { } referral || !referral.Restrict(RetentionRules.NaturalisationFile, RetentionRules.YearsOn(today))) return false;
        await db.Snapshots.Where(snapshot => snapshot.ReferralId == reference).ExecuteDeleteAsync(ct);
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>The restricted files whose day has come.</summary>
    public static Task<List<Guid>> DueAsync(this NaturalisationDb db, DateOnly today, CancellationToken ct) =>
        db.Referrals.Where(referral => referral.RestrictedUntil <= today).OrderBy(referral => referral.Id).Select(referral => referral.Id).Take(50).ToListAsync(ct);
}
