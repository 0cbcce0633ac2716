using Kim.ServiceDefaults;
using Kim.ServiceKit.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Network.Features;

/// <summary>The municipalities of the Kreis: every structural need has one or more of them as its scope (S-34).</summary>
internal static class ListMunicipalities
{
    public sealed record Item(
        string Ags, string Name, string Kind, bool Seat, int Population, string? YouthOffice, string? KimEmployer, double Latitude, double Longitude, IReadOnlyList<string> Sources);

    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/municipalities", Handle)
        .WithName(nameof(ListMunicipalities))
        .WithSummary("List the municipalities")
        .WithDescription("By AGS. The AGS is text with a leading zero. The population is rounded.")
        .RequireAuthorization(NetworkPolicies.ReadDirectory);

    private static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle([AsParameters] PageRequest page, NetworkWork work, CancellationToken ct)
    {
        var start = page.Read<AfterKey>();
        if (start.Error is { } error) return error.ToProblem();

        var rows = work.Db.Municipalities.AsNoTracking();
        if (start.Value.After is { } after) rows = rows.Where(row => string.Compare(row.Ags, after.Key) > 0);
        var items = await rows.OrderBy(row => row.Ags).Take(start.Value.Take + 1)
            .Select(row => new Item(
                row.Ags, row.Name, row.Kind, row.Seat, row.Population, row.YouthOffice, row.KimEmployer, row.Latitude, row.Longitude, row.Sources))
            .ToListAsync(ct);
        return TypedResults.Ok(Page.Of(items, start.Value.Take, item => new AfterKey(item.Ags)));
    }
}
