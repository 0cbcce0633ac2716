using Kim.Funding.Domain.Reports;

namespace Kim.Funding.Features.Reports;

/// <summary>What the funder finds: released versions and nothing else.</summary>
internal static class ListReleasedReports
{
    public sealed record Item(Guid Id, DateOnly From, DateOnly Until, IReadOnlyList<ReleasedVersion> Versions);

    /// <summary>A released version.</summary>
    public sealed record ReleasedVersion(int Version, string Sha256, DateOnly ReleasedOn);

    private sealed record After(DateOnly From, Guid Id);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/released-reports", Handle)
        .WithName(nameof(ListReleasedReports))
        .WithSummary("List the released reports")
        .WithDescription("The newest period first. Each version is frozen; a correction is a further version. For the funder's account or its client credentials (scope funding:reports).")
        .RequireAuthorization(FundingPolicies.PullReports);

    private static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle([AsParameters] PageRequest page, ReportDesk desk, CancellationToken ct)
    {
        var start = page.Read<After>();
        if (start.Error is { } error) return error.ToProblem();
        var rows = desk.Db.Set<Report>().AsNoTracking().Where(row => row.ReleasedVersion != null);
        if (start.Value.After is { } after)
            rows = rows.Where(row => EF.Functions.LessThan(ValueTuple.Create(row.From, row.Id), ValueTuple.Create(after.From, after.Id)));
        var found = await rows.OrderByDescending(row => row.From).ThenByDescending(row => row.Id).Take(start.Value.Take + 1)
            .Select(row => new
            {
                row.Id, row.From, row.Until,
                Versions = row.Versions.Where(version => version.State == ReportStates.Released).OrderBy(version => version.Number)
                    .Select(version => new { version.Number, version.Sha256, version.ReleasedAt }).ToList(),
            }).ToListAsync(ct);
        desk.Audit.Search("report", []);
        var items = found.ConvertAll(row => new Item(row.Id, row.From, row.Until,
            row.Versions.ConvertAll(version => new ReleasedVersion(version.Number, version.Sha256, LocalDay.Of(version.ReleasedAt!.Value)))));
        return TypedResults.Ok(Page.Of(items, start.Value.Take, item => new After(item.From, item.Id)));
    }
}
