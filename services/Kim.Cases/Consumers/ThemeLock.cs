using Kim.Cases.Data;
using Microsoft.EntityFrameworkCore;

namespace Kim.Cases.Consumers;

/// <summary>
/// Events of one theme arrive on several queues at once. Two transactions that do not see each other would each miss the half that
/// makes a notice; so they take turns, per theme, until their commit.
/// </summary>
internal static class ThemeLock
{
    public static Task<int> TakeAsync(CasesDb db, Guid themeId, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({"theme:" + themeId}, 0))", ct);
}
