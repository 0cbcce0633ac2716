using Kim.Naturalisation.Domain.Procedure;
using Kim.Naturalisation.Domain.Rules;
using Microsoft.EntityFrameworkCore;

namespace Kim.Naturalisation.Data;

/// <summary>Reads and locks that more than one step needs.</summary>
internal static class Lookups
{
    /// <summary>
    /// A referral that the caller may see, locked until the transaction ends: a step and a withdrawal of the consent see each other.
    /// Null while only its withdrawal has arrived.
    /// </summary>
    public static async Task<Referral?> LockReferralAsync(this NaturalisationDb db, Guid id, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"select from referrals where id = {id} for update", ct);
        return await db.Referrals.SingleOrDefaultAsync(referral => referral.Id == id && referral.ReferredVersion > 0 && referral.RestrictedUntil == null, ct);
    }

    /// <summary>The newest facts of a referral.</summary>
    public static Task<FactsSnapshot?> LatestFactsAsync(this NaturalisationDb db, Guid referralId, CancellationToken ct) => db.Snapshots.AsNoTracking()
        .Where(snapshot => snapshot.ReferralId == referralId).OrderByDescending(snapshot => snapshot.Id).FirstOrDefaultAsync(ct);

    /// <summary>The newest check of a referral.</summary>
    public static Task<EligibilityCheck?> LatestCheckAsync(this NaturalisationDb db, Guid referralId, CancellationToken ct) => db.Checks
        .Where(check => check.ReferralId == referralId).OrderByDescending(check => check.Id).FirstOrDefaultAsync(ct);

    /// <summary>The rules in their newest revision.</summary>
    public static async Task<RuleBook> RulesAsync(this NaturalisationDb db, CancellationToken ct)
    {
        var sets = await db.RuleSets.AsNoTracking().Where(row => row.SupersededAt == null).OrderBy(row => row.ValidFrom).Select(row => row.Rules).ToListAsync(ct);
        var law = await db.LawDocuments.AsNoTracking().SingleOrDefaultAsync(row => row.SupersededAt == null, ct);
        return new RuleBook(sets, (law?.Document.Statuses ?? []).ToDictionary(status => status.Code, StringComparer.Ordinal), law?.Document.ForecastYears ?? 0);
    }

    /// <summary>The fee rules.</summary>
    public static async Task<IReadOnlyList<FeeRule>> FeesAsync(this NaturalisationDb db, CancellationToken ct) =>
        (await db.LawDocuments.AsNoTracking().SingleOrDefaultAsync(row => row.SupersededAt == null, ct))?.Document.Fees ?? [];
}
