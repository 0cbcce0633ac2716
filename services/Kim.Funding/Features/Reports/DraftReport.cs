using Kim.Funding.Domain.Reports;

namespace Kim.Funding.Features.Reports;

/// <summary>Computes the first version of the indicator report of a closed period (domain.md 2.4, groups 1, 2, 3, 5, 8 and 11).</summary>
internal static class DraftReport
{
    public sealed record Request(
        [property: Description("First day of a calendar month, quarter or year.")] DateOnly From,
        [property: Description("First day after it, at most today (day in the Kreis).")] DateOnly Until);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/reports", Handle)
        .WithName(nameof(DraftReport))
        .WithSummary("Draft the report of a period")
        .WithDescription("Computes the figures from the events known now and hides small cells. A period has one report; later computations are corrections.")
        .RequireAuthorization(FundingPolicies.WriteReports)
        .ProducesProblem(400).ProducesProblem(409);

    private static async Task<Results<Created<ReportView>, ProblemHttpResult>> Handle(Request request, ReportDesk desk, CancellationToken ct)
    {
        var period = ReportPeriod.Create(request.From, request.Until, desk.Today);
        if (period.Error is { } error) return error.ToProblem();
        await desk.LockAllAsync(ct);
        if (await desk.Db.Set<Report>().AnyAsync(known => known.From == request.From && known.Until == request.Until, ct))
            return Error.Conflict("already-exists", "There is a report of this period. Compute it anew as a correction.").ToProblem();

        var report = Report.Of(desk.NewId(), period.Value);
        report.Compute(desk.NewId(), await desk.ComputeAsync(report, ct), null, desk.Now);
        desk.Db.Add(report);
        desk.Audit.Change("report", report.Id);
        await desk.Db.SaveChangesAsync(ct);
        desk.Name(report);
        return TypedResults.Created($"/api/v1/funding/reports/{report.Id}", ReportView.Of(report));
    }
}
