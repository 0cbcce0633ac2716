using Kim.ServiceDefaults;
using Kim.ServiceKit.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Network.Features;

/// <summary>The groups that were heard on the concept (S-51).</summary>
internal static class ListStakeholders
{
    public sealed record Item(
        string Key, string Name, string? ActorType, int Position, IReadOnlyList<string> Sources);

    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/stakeholders", Handle)
        .WithName(nameof(ListStakeholders))
        .WithSummary("List the groups that are heard")
        .WithDescription("In the order of the profile: the keys for the voices of the consultation log.")
        .RequireAuthorization(NetworkPolicies.ReadDirectory);

    private static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle(
        [AsParameters] PageRequest page, NetworkWork work, CancellationToken ct)
    {
        var start = page.Read<AfterPosition>();
        if (start.Error is { } error) return error.ToProblem();

        var from = start.Value.After?.Position ?? 0;
        var rows = work.Db.Stakeholders.AsNoTracking().Where(row => row.Position > from);
        var items = await rows.OrderBy(row => row.Position).Take(start.Value.Take + 1)
            .Select(row => new Item(
                row.Key, row.Name, row.ActorType, row.Position, row.Sources))
            .ToListAsync(ct);
        return TypedResults.Ok(Page.Of(items, start.Value.Take, item => new AfterPosition(item.Position)));
    }
}
