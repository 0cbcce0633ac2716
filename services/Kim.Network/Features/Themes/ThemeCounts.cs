using System.Text.Json;
using Kim.Contracts.Vocabulary;
using Kim.Network.Data;
using Kim.Network.Domain;
using Kim.ServiceKit.SmallCells;
using Microsoft.EntityFrameworkCore;

namespace Kim.Network.Features;

/// <summary>The counts of one theme, by key: all, each municipality, each Rechtskreis.</summary>
internal sealed record ThemeCounts(IReadOnlyDictionary<string, CellCount> Cells)
{
    public const string All = "ALL";

    // A need that concerns two municipalities counts in both.
    private const string Place = "AGS/";
    private const string Law = "RK/";

    public static string OfPlace(string ags) => Place + ags;

    public static string OfLaw(string rechtskreis) => Law + rechtskreis;

    /// <summary>What is not released yet is not told.</summary>
    public CellCount this[string key] => Cells.TryGetValue(key, out var count) ? count : CellCount.Hidden;

    /// <summary>The counts as they are now, for coordinators.</summary>
    public static async Task<Dictionary<Guid, ThemeCounts>> NowAsync(NetworkDb db, IReadOnlyList<Guid> themes, CancellationToken ct)
    {
        var counted = await CountAsync(db.Needs, themes, await PlacesAsync(db, ct), ct);
        return counted.ToDictionary(theme => theme.Key, theme => new ThemeCounts(theme.Value.ToDictionary(count => count.Key, count => CellCount.Exact(count.Value))));
    }

    /// <summary>
    /// The counts as they leave the coordinators: once a closed month, under the small-cell rule, beside all releases before. The first
    /// who looks in a month makes its release; who looks at the same time gets the same one.
    /// </summary>
    public static async Task<Dictionary<Guid, ThemeCounts>> ReleasedAsync(NetworkWork work, IReadOnlyList<Guid> themes, CancellationToken ct)
    {
        var month = ThemeRelease.MonthOf(work.Today);
        var released = await ReleasesAsync(work.Db, themes, ct);
        var due = themes.Where(theme => released[theme].All(release => release.Month < month)).ToList();
        if (due.Count > 0)
        {
            var places = await PlacesAsync(work.Db, ct);
            var counted = await CountAsync(work.Db.Needs.Where(need => need.ReportedOn < month), due, places, ct);
            var rule = new CountReleases(
                All, [[.. places.Select(OfPlace)], [.. Rechtskreis.All.Select(OfLaw)]], await work.Db.SmallCellThresholdAsync(ct));
            // A theme of this month alone has nothing to release yet.
            foreach (var theme in due.Where(theme => counted[theme][All] > 0 || released[theme].Any()))
                await KeepAsync(work.Db, theme, month, rule.Next(counted[theme], [.. released[theme].Select(Read)]), ct);
            released = await ReleasesAsync(work.Db, themes, ct);
        }

        return themes.ToDictionary(theme => theme, theme => new ThemeCounts(
            (released[theme].LastOrDefault() is { } last ? Read(last) : []).ToDictionary(count => count.Key, count => count.Shown)));
    }

    private static async Task<List<string>> PlacesAsync(NetworkDb db, CancellationToken ct) =>
        await db.Municipalities.AsNoTracking().OrderBy(row => row.Ags).Select(row => row.Ags).ToListAsync(ct);

    private static async Task<ILookup<Guid, ThemeRelease>> ReleasesAsync(NetworkDb db, IReadOnlyList<Guid> themes, CancellationToken ct) =>
        (await db.ThemeReleases.AsNoTracking().Where(release => themes.Contains(release.ThemeId)).OrderBy(release => release.Month).ToListAsync(ct))
        .ToLookup(release => release.ThemeId);

    private static async Task<Dictionary<Guid, Dictionary<string, int>>> CountAsync(
        IQueryable<StructuralNeed> needs, IReadOnlyList<Guid> themes, List<string> places, CancellationToken ct)
    {
        var groups = (await needs.AsNoTracking()
            .Where(need => need.Open && need.ThemeId != null && themes.Contains(need.ThemeId.Value))
            .GroupBy(need => new { need.ThemeId, need.Rechtskreis, need.Ags })
            .Select(group => new { group.Key.ThemeId, group.Key.Rechtskreis, group.Key.Ags, Count = group.Count() })
            .ToListAsync(ct)).ToLookup(group => group.ThemeId!.Value);
        return themes.ToDictionary(theme => theme, theme => places
            .Select(place => (Key: OfPlace(place), Count: groups[theme].Where(group => group.Ags.Contains(place)).Sum(group => group.Count)))
            .Concat(Rechtskreis.All.Select(law => (Key: OfLaw(law), Count: groups[theme].Where(group => group.Rechtskreis == law).Sum(group => group.Count))))
            .Append((Key: All, Count: groups[theme].Sum(group => group.Count)))
            .ToDictionary(count => count.Key, count => count.Count));
    }

    private static async Task KeepAsync(NetworkDb db, Guid theme, DateOnly month, IReadOnlyList<ReleasedCount> counts, CancellationToken ct)
    {
        var text = JsonSerializer.Serialize(counts.Select(count => new ReleasedNeeds(count.Key, count.Count, count.IsHidden)), JsonSerializerOptions.Web);
        await db.Database.ExecuteSqlAsync($"insert into theme_releases (theme_id, month, counts) values ({theme}, {month}, {text}::jsonb) on conflict do nothing", ct);
    }

    private static List<ReleasedCount> Read(ThemeRelease release) => release.Counts.ConvertAll(count => new ReleasedCount(count.Key, count.Count, count.IsHidden));
}
