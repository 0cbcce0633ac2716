using Kim.ServiceDefaults;
using Kim.ServiceKit.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Network.Features;

/// <summary>The positions: employer, region served and Fachaufsicht are three different things (domain.md 2.3).</summary>
internal static class ListPositions
{
    public sealed record Item(
        string Key, string Title, string? Module, IReadOnlyList<string> Programmes, [property: Description("VZÄ.")] decimal Fte,
        string Employer, IReadOnlyList<string> RegionServed, string? Fachaufsicht, string State, DateOnly ValidFrom,
        [property: Description("Exclusive.")] DateOnly? ValidUntil, bool Demo, IReadOnlyList<string> Sources);

    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/positions", Handle)
        .WithName(nameof(ListPositions))
        .WithSummary("List the positions")
        .WithDescription("By key, valid on asOf (today unless told). VACANT, RECRUITING or FILLED.")
        .RequireAuthorization(NetworkPolicies.ReadDirectory);

    private static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle(
        [AsParameters] PageRequest page, [Description("The day; today unless told.")] DateOnly? asOf, NetworkWork work, CancellationToken ct)
    {
        var start = page.Read<AfterKey>();
        if (start.Error is { } error) return error.ToProblem();

        var day = asOf ?? work.Today;
        var rows = work.Db.Positions.AsNoTracking().Where(row => row.ValidFrom <= day && (row.ValidUntil == null || day < row.ValidUntil));
        if (start.Value.After is { } after) rows = rows.Where(row => string.Compare(row.Key, after.Key) > 0);
        var items = await rows.OrderBy(row => row.Key).Take(start.Value.Take + 1)
            .Select(row => new Item(
                row.Key, row.Title, row.Module, row.Programmes, row.Fte, row.Employer, row.RegionServed, row.Fachaufsicht, row.State,
                row.ValidFrom, row.ValidUntil, row.Demo, row.Sources))
            .ToListAsync(ct);
        return TypedResults.Ok(Page.Of(items, start.Value.Take, item => new AfterKey(item.Key)));
    }
}
