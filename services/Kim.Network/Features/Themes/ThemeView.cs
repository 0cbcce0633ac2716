using Kim.Contracts.Vocabulary;
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
/// Makes the views of themes. Coordinators see the counts as they are; for everyone else they change once a closed month and pass the
/// small-cell rule, because there they leave the network's coordinators (domain.md 3.6.2).
/// </summary>
internal static class ThemeViews
{
    public static async Task<List<ThemeView>> OfAsync(NetworkWork work, Actor actor, IReadOnlyList<Theme> themes, CancellationToken ct)
    {
        var municipalities = await work.Db.Municipalities.AsNoTracking().OrderBy(row => row.Ags).Select(row => new { row.Ags, row.Name }).ToListAsync(ct);
        var names = await work.Db.Committees.AsNoTracking().ToDictionaryAsync(row => row.Key, row => row.Name, ct);
        var ids = themes.Select(theme => theme.Id).ToList();
        var counts = actor.Has(Roles.Coordinator) ? await ThemeCounts.NowAsync(work.Db, ids, ct) : await ThemeCounts.ReleasedAsync(work, ids, ct);
        var places = municipalities.ConvertAll(row => (row.Ags, row.Name));
        return [.. themes.Select(theme => Of(theme, counts[theme.Id], places, names))];
    }

    public static async Task<ThemeView> OfAsync(NetworkWork work, Actor actor, Theme theme, CancellationToken ct) =>
        (await OfAsync(work, actor, [theme], ct))[0];

    private static ThemeView Of(Theme theme, ThemeCounts counts, List<(string Ags, string Name)> places, Dictionary<string, string> names)
    {
        var proposed = theme.ProposedCommittee is { } key && theme.ProposalRule is { } rule
            ? new CommitteeView(key, names.GetValueOrDefault(key, key), rule, CommitteeRouting.Explain(rule))
            : null;
        return new ThemeView(
            theme.Id, theme.Topic, theme.Title, theme.State, ThemeProcedure.Next(theme.State, ThemeProcedure.ByCoordinator), counts[ThemeCounts.All],
            [.. places.Select(place => new AgsCount(place.Ags, place.Name, counts[ThemeCounts.OfPlace(place.Ags)]))],
            [.. Rechtskreis.All.Select(code => new RechtskreisCount(code, counts[ThemeCounts.OfLaw(code)]))],
            theme.Rechtskreis, theme.Influence, theme.Region, theme.AgeBand, proposed, theme.CreatedAt, theme.UpdatedAt);
    }
}
