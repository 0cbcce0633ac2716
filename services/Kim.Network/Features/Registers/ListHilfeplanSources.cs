using Kim.ServiceDefaults;
using Kim.ServiceKit.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Network.Features;

/// <summary>Where a uniform Hilfeplan procedure exists (D-16).</summary>
internal static class ListHilfeplanSources
{
    public sealed record Item(
        string Key, string Title, [property: Description("YES, PARTLY or NO.")] string Uniform, string? Rechtskreis, string? Provision,
        IReadOnlyList<string> ActorTypes, string? Note, int Position, IReadOnlyList<string> Sources);

    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/hilfeplan-sources", Handle)
        .WithName(nameof(ListHilfeplanSources))
        .WithSummary("List where a uniform Hilfeplan procedure exists")
        .WithDescription("YES, PARTLY or NO, in the order of the profile: from where a plan of another service can come into a case.")
        .RequireAuthorization(NetworkPolicies.ReadDirectory);

    private static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle(
        [AsParameters] PageRequest page, NetworkWork work, CancellationToken ct)
    {
        var start = page.Read<AfterPosition>();
        if (start.Error is { } error) return error.ToProblem();

        var from = start.Value.After?.Position ?? 0;
        var rows = work.Db.HilfeplanSources.AsNoTracking().Where(row => row.Position > from);
        var items = await rows.OrderBy(row => row.Position).Take(start.Value.Take + 1)
            .Select(row => new Item(
                row.Key, row.Title, row.Uniform, row.Rechtskreis, row.Provision, row.ActorTypes, row.Note, row.Position, row.Sources))
            .ToListAsync(ct);
        return TypedResults.Ok(Page.Of(items, start.Value.Take, item => new AfterPosition(item.Position)));
    }
}
