using Kim.ServiceDefaults;
using Kim.ServiceKit.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Network.Features;

/// <summary>Bezirkszuständigkeiten: who answers for which municipalities on a day (S-24, S-67).</summary>
internal static class ListDistricts
{
    public sealed record Item(
        string Key, string Position, string? PositionTitle, IReadOnlyList<string> Ags, DateOnly ValidFrom,
        [property: Description("Exclusive.")] DateOnly? ValidUntil, bool Demo, IReadOnlyList<string> Sources);

    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/districts", Handle)
        .WithName(nameof(ListDistricts))
        .WithSummary("List the Bezirkszuständigkeiten")
        .WithDescription("By key, valid on asOf (today unless told), for one AGS if one is given.")
        .RequireAuthorization(NetworkPolicies.ReadDirectory);

    private static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle(
        [AsParameters] PageRequest page, [Description("The day; today unless told.")] DateOnly? asOf,
        [Description("AGS of a municipality."), StringLength(8)] string? ags, NetworkWork work, CancellationToken ct)
    {
        var start = page.Read<AfterKey>();
        if (start.Error is { } error) return error.ToProblem();

        var day = asOf ?? work.Today;
        var rows = work.Db.Districts.AsNoTracking().Where(row => row.ValidFrom <= day && (row.ValidUntil == null || day < row.ValidUntil));
        if (ags is not null) rows = rows.Where(row => row.Ags.Contains(ags));
        if (start.Value.After is { } after) rows = rows.Where(row => string.Compare(row.Key, after.Key) > 0);
        var items = await rows.OrderBy(row => row.Key).Take(start.Value.Take + 1)
            .Select(row => new Item(
                row.Key, row.Position, work.Db.Positions.Where(position => position.Key == row.Position).Select(position => position.Title).FirstOrDefault(),
                row.Ags, row.ValidFrom, row.ValidUntil, row.Demo, row.Sources))
            .ToListAsync(ct);
        return TypedResults.Ok(Page.Of(items, start.Value.Take, item => new AfterKey(item.Key)));
    }
}
