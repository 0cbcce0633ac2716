using Kim.ServiceDefaults;
using Kim.ServiceKit.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Network.Features;

/// <summary>The organisations of the network by actor type (S-36).</summary>
internal static class ListOrganisations
{
    public sealed record Item(
        string Key, string Name, string? ShortName, IReadOnlyList<string> Aliases, string ActorType, string? Ags, string? Parent,
        [property: Description("Acts with sovereign powers: its data never flow into a case file without a legal basis.")] bool Hoheitlich,
        bool Demo);

    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/organisations", Handle)
        .WithName(nameof(ListOrganisations))
        .WithSummary("List the organisations")
        .WithDescription("By name, of one actor type if one is given.")
        .RequireAuthorization(NetworkPolicies.ReadDirectory);

    private static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle(
        [AsParameters] PageRequest page, [Description("Actor type code."), StringLength(50)] string? actorType, NetworkWork work, CancellationToken ct)
    {
        var start = page.Read<AfterName>();
        if (start.Error is { } error) return error.ToProblem();

        var rows = work.Db.Organisations.AsNoTracking();
        if (actorType is not null) rows = rows.Where(row => row.ActorType == actorType);
        if (start.Value.After is { } after)
            rows = rows.Where(row => EF.Functions.GreaterThan(ValueTuple.Create(row.Name, row.Key), ValueTuple.Create(after.Name, after.Key)));
        var items = await rows.OrderBy(row => row.Name).ThenBy(row => row.Key).Take(start.Value.Take + 1)
            .Select(row => new Item(row.Key, row.Name, row.ShortName, row.Aliases, row.ActorType, row.Ags, row.Parent, row.Hoheitlich, row.Demo))
            .ToListAsync(ct);
        return TypedResults.Ok(Page.Of(items, start.Value.Take, item => new AfterName(item.Name, item.Key)));
    }
}
