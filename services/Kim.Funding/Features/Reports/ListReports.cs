using Kim.Funding.Domain.Reports;

namespace Kim.Funding.Features.Reports;

/// <summary>The reports, the newest period first.</summary>
internal static class ListReports
{
    public sealed record Item(Guid Id, DateOnly From, DateOnly Until, int Version, string State, int? ReleasedVersion);

    private sealed record After(DateOnly From, Guid Id);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/reports", Handle)
        .WithName(nameof(ListReports))
        .WithSummary("List the reports")
        .WithDescription("The newest period first, with the state of its newest version.")
        .RequireAuthorization(FundingPolicies.ReadReports);

    private static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle([AsParameters] PageRequest page, ReportDesk desk, CancellationToken ct)
    {
        var start = page.Read<After>();
        if (start.Error is { } error) return error.ToProblem();
        var rows = desk.Db.Set<Report>().AsNoTracking();
        if (start.Value.After is { } after)
            rows = rows.Where(row => EF.Functions.LessThan(ValueTuple.Create(row.From, row.Id), ValueTuple.Create(after.From, after.Id)));
        var found = await rows.OrderByDescending(row => row.From).ThenByDescending(row => row.Id).Take(start.Value.Take + 1)
            .Select(row => new Item(row.Id, row.From, row.Until, row.Version, row.State, row.ReleasedVersion)).ToListAsync(ct);
        desk.Audit.Search("report", []);
        return TypedResults.Ok(Page.Of(found, start.Value.Take, item => new After(item.From, item.Id)));
    }
}
