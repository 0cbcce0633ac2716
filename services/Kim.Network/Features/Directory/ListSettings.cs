using Kim.ServiceDefaults;
using Kim.ServiceKit.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Network.Features;

/// <summary>The numbers that this installation sets, so that nobody has to guess which threshold holds.</summary>
internal static class ListSettings
{
    public sealed record Item(string Key, int Value, string Unit, string Title);

    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/settings", Handle)
        .WithName(nameof(ListSettings))
        .WithSummary("List the settings")
        .WithDescription("By key. They come from the profile.")
        .RequireAuthorization(NetworkPolicies.ReadDirectory);

    private static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle([AsParameters] PageRequest page, NetworkWork work, CancellationToken ct)
    {
        var start = page.Read<AfterKey>();
        if (start.Error is { } error) return error.ToProblem();

        var rows = work.Db.Settings.AsNoTracking();
        if (start.Value.After is { } after) rows = rows.Where(row => string.Compare(row.Key, after.Key) > 0);
        var items = await rows.OrderBy(row => row.Key).Take(start.Value.Take + 1)
            .Select(row => new Item(row.Key, row.Value, row.Unit, row.Title)).ToListAsync(ct);
        return TypedResults.Ok(Page.Of(items, start.Value.Take, item => new AfterKey(item.Key)));
    }
}
