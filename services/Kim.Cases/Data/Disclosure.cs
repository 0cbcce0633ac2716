using Microsoft.EntityFrameworkCore;

namespace Kim.Cases.Data;

/// <summary>
/// Opens the row-level fence for a request that discloses facts: to the case of one referral, until the transaction ends. The name
/// of the referral is all that the request sets; which case is meant the database reads from the door of the referral.
/// </summary>
internal static class Disclosure
{
    /// <summary>SQL of the referral that the transaction names, or null.</summary>
    public const string Named = "nullif(current_setting('kim.referral', true), '')::uuid";

    /// <summary>Names the referral whose case the transaction may see.</summary>
    public static Task<int> OpenAsync(CasesDb db, Guid referralId, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select set_config('kim.referral', {referralId.ToString()}, true)", ct);
}
