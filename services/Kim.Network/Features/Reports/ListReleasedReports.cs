using Kim.ServiceDefaults;
using Kim.ServiceKit.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Network.Features;

/// <summary>The released reports, the latest first: what the office can put on an agenda.</summary>
internal static class ListReleasedReports
{
    /// <summary>A report in its newest version; the figures are read from funding.</summary>
    /// <param name="Id">The report; all its versions share it.</param>
    /// <param name="Version">Its newest version, 1 for the first.</param>
    /// <param name="From">First day of the period.</param>
    /// <param name="Until">First day after the period.</param>
    /// <param name="Sha256">SHA-256 of the canonical JSON, 64 lower-case hexadecimal digits.</param>
    /// <param name="ReleasedOn">The day of the release of this version.</param>
    public sealed record Item(Guid Id, long Version, DateOnly From, DateOnly Until, string Sha256, DateOnly ReleasedOn);

    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/released-reports", Handle)
        .WithName(nameof(ListReleasedReports))
        .WithSummary("List the released reports")
        .WithDescription("Indicator reports that funding released, each in its newest version, latest release first. Version and hash name exactly what a committee had before it.")
        .RequireAuthorization(NetworkPolicies.ReadReports);

    private static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle([AsParameters] PageRequest page, NetworkWork work, CancellationToken ct)
    {
        var start = page.Read<AfterDay>();
        if (start.Error is { } error) return error.ToProblem();
        var rows = work.Db.ReleasedReports.AsNoTracking();
        if (start.Value.After is { } after)
            rows = rows.Where(row => EF.Functions.LessThan(ValueTuple.Create(row.ReleasedOn, row.Id), ValueTuple.Create(after.On, after.Id)));
        var items = await rows.OrderByDescending(row => row.ReleasedOn).ThenByDescending(row => row.Id).Take(start.Value.Take + 1)
            .Select(row => new Item(row.Id, row.Version, row.From, row.Until, row.Sha256, row.ReleasedOn)).ToListAsync(ct);
        return TypedResults.Ok(Page.Of(items, start.Value.Take, item => new AfterDay(item.ReleasedOn, item.Id)));
    }
}
