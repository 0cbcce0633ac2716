using Microsoft.EntityFrameworkCore;

namespace Kim.Cases.Data;

/// <summary>
/// Opens the row-level fence for the decision on one erasure: whoever decides sees the case until the transaction ends, although the
/// decision takes it out of sight.
/// </summary>
internal static class ErasureDoor
{
    /// <summary>SQL of the case that the transaction names, or null.</summary>
    public const string Named = "nullif(current_setting('kim.erasing', true), '')::uuid";

    /// <summary>Names the case.</summary>
    public static Task<int> OpenAsync(CasesDb db, Guid caseId, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select set_config('kim.erasing', {caseId.ToString()}, true)", ct);
}
