using Kim.ServiceDefaults;
using Kim.ServiceKit.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Network.Features;

/// <summary>The committees of the strategy picture (D-1 to D-10).</summary>
internal static class ListCommittees
{
    public sealed record Item(
        string Key, string Name, IReadOnlyList<string> Aliases, string Category, string? Field, string? Parent,
        [property: Description("Whether the routing rule may propose it.")] bool TakesThemes,
        string Level, [property: Description("The slides mark no level here; it was inferred.")] bool LevelInferred,
        string? LegendMarker, string State, [property: Description("AGS; empty means the whole Kreis.")] IReadOnlyList<string> Region, bool Demo,
        IReadOnlyList<string> Sources);

    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/committees", Handle)
        .WithName(nameof(ListCommittees))
        .WithSummary("List the committees")
        .WithDescription("By name, of one category if one is given. Alias names are how other papers call the same body.")
        .RequireAuthorization(NetworkPolicies.ReadDirectory);

    private static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle(
        [AsParameters] PageRequest page, [Description("Category code."), StringLength(50)] string? category, NetworkWork work, CancellationToken ct)
    {
        var start = page.Read<AfterName>();
        if (start.Error is { } error) return error.ToProblem();

        var rows = work.Db.Committees.AsNoTracking();
        if (category is not null) rows = rows.Where(row => row.Category == category);
        if (start.Value.After is { } after)
            rows = rows.Where(row => EF.Functions.GreaterThan(ValueTuple.Create(row.Name, row.Key), ValueTuple.Create(after.Name, after.Key)));
        var items = await rows.OrderBy(row => row.Name).ThenBy(row => row.Key).Take(start.Value.Take + 1)
            .Select(row => new Item(
                row.Key, row.Name, row.Aliases, row.Category, row.Field, row.Parent, row.TakesThemes, row.Level, row.LevelInferred,
                row.LegendMarker, row.State, row.Region, row.Demo, row.Sources))
            .ToListAsync(ct);
        return TypedResults.Ok(Page.Of(items, start.Value.Take, item => new AfterName(item.Name, item.Key)));
    }
}
