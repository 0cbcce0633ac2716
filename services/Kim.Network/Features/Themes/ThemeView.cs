using Kim.Contracts.Vocabulary;
using Kim.Network.Data;
using Kim.Network.Domain;
using Kim.ServiceKit.Accounts;
using Kim.ServiceKit.SmallCells;
using Microsoft.EntityFrameworkCore;

namespace Kim.Network.Features;

/// <summary>A theme as it is shown.</summary>
public sealed record ThemeView(
    Guid Id, string Topic, string Title, string State,
    [property: Description("The states into which a coordinator may take it now.")] IReadOnlyList<string> AllowedStates,
    CellCount Needs, IReadOnlyList<AgsCount> ByAgs, IReadOnlyList<RechtskreisCount> ByRechtskreis,
    [property: Description("The most frequent Rechtskreis of its needs.")] string Rechtskreis,
    string Influence, string? Region, string? AgeBand, CommitteeView? ProposedCommittee, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

/// <summary>Needs that concern a municipality; a need may concern several.</summary>
public sealed record AgsCount(string Ags, string Name, CellCount Needs);

/// <summary>Needs of a Rechtskreis.</summary>
public sealed record RechtskreisCount(string Rechtskreis, CellCount Needs);

/// <summary>The committee that the routing rule proposes, and why.</summary>
public sealed record CommitteeView(
    string Key, string Name, [property: Description("Code of the rule.")] string Rule,
    [property: Description("The rule in a German sentence.")] string Explanation);

/// <summary>
/// Makes the views of themes. Coordinators see the counts as they are; for everyone else they pass the small-cell rule, because
/// there they leave the network's coordinators (domain.md 3.6.2).
/// </summary>
internal static class ThemeViews
{
    public static async Task<List<ThemeView>> OfAsync(NetworkWork work, Actor actor, IReadOnlyList<Theme> themes, CancellationToken ct)
    {
        var municipalities = await work.Db.Municipalities.AsNoTracking().OrderBy(row => row.Ags).Select(row => new { row.Ags, row.Name }).ToListAsync(ct);
        var names = await work.Db.Committees.AsNoTracking().ToDictionaryAsync(row => row.Key, row => row.Name, ct);
        var needs = await NeedsOfAsync(work, themes, ct);
        var places = municipalities.ConvertAll(row => (row.Ags, row.Name));
        // A threshold of 1 hides nothing: coordinators see what is.
        var cut = actor.Has(Roles.Coordinator) ? 1 : await work.Db.SmallCellThresholdAsync(ct);
        return [.. themes.Select(theme => Of(theme, new Counts([.. needs[theme.Id]], places, cut), names))];
    }

    public static async Task<ThemeView> OfAsync(NetworkWork work, Actor actor, Theme theme, CancellationToken ct) =>
        (await OfAsync(work, actor, [theme], ct))[0];

    private static ThemeView Of(Theme theme, Counts counts, Dictionary<string, string> names)
    {
        var (total, byAgs, byRechtskreis) = counts.Show();
        var proposed = theme.ProposedCommittee is { } key && theme.ProposalRule is { } rule
            ? new CommitteeView(key, names.GetValueOrDefault(key, key), rule, CommitteeRouting.Explain(rule))
            : null;
        return new ThemeView(
            theme.Id, theme.Topic, theme.Title, theme.State, ThemeProcedure.Next(theme.State, ThemeProcedure.ByCoordinator), total, byAgs,
            byRechtskreis, theme.Rechtskreis, theme.Influence, theme.Region, theme.AgeBand, proposed, theme.CreatedAt, theme.UpdatedAt);
    }

    private static async Task<ILookup<Guid, NeedGroup>> NeedsOfAsync(NetworkWork work, IReadOnlyList<Theme> themes, CancellationToken ct)
    {
        var ids = themes.Select(theme => theme.Id).ToList();
        var groups = await work.Db.Needs.AsNoTracking()
            .Where(need => need.Open && need.ThemeId != null && ids.Contains(need.ThemeId.Value))
            .GroupBy(need => new { need.ThemeId, need.Rechtskreis, need.Ags })
            .Select(group => new { group.Key.ThemeId, group.Key.Rechtskreis, group.Key.Ags, Count = group.Count() })
            .ToListAsync(ct);
        return groups.ToLookup(group => group.ThemeId!.Value, group => new NeedGroup(group.Rechtskreis, group.Ags, group.Count));
    }

    private sealed record NeedGroup(string Rechtskreis, List<string> Ags, int Count);

    private sealed record Counts(List<NeedGroup> Groups, List<(string Ags, string Name)> Places, int Threshold)
    {
        public (CellCount Total, List<AgsCount> ByAgs, List<RechtskreisCount> ByRechtskreis) Show()
        {
            var places = Places.ConvertAll(place => Groups.Where(group => group.Ags.Contains(place.Ags)).Sum(group => group.Count));
            var laws = Rechtskreis.All.Select(code => Groups.Where(group => group.Rechtskreis == code).Sum(group => group.Count)).ToList();
            // A need that concerns two municipalities counts in both: their sum is then no total, and taking it for one only hides more.
            var (byPlace, byLaw) = (SmallCell.Series(places, Threshold), SmallCell.Series(laws, Threshold));
            var hidden = byPlace.Total.IsHidden || byLaw.Total.IsHidden;
            var total = hidden ? CellCount.Hidden : CellCount.Of(Groups.Sum(group => group.Count), Threshold);
            return (
                total,
                [.. Places.Select((place, index) => new AgsCount(place.Ags, place.Name, byPlace.Cells[index]))],
                [.. Rechtskreis.All.Select((code, index) => new RechtskreisCount(code, byLaw.Cells[index]))]);
        }
    }
}
