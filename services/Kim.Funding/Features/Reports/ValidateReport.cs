using Kim.Funding.Data.Reports;
using Kim.Funding.Domain.Reports;

namespace Kim.Funding.Features.Reports;

/// <summary>Checks a draft: sums agree, no table drills too deep, positions within their quotas, what is missing.</summary>
internal static class ValidateReport
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/reports/{id:guid}/validation", Handle)
        .WithName(nameof(ValidateReport))
        .WithSummary("Validate the newest version")
        .WithDescription("Needs If-Match. DRAFT to VALIDATED; an ERROR of a check blocks with 409 and its code as the guard, NOTEs are listed in the answer.")
        .RequireAuthorization(FundingPolicies.WriteReports)
        .ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);

    private static async Task<Results<Ok<ReportView>, ProblemHttpResult>> Handle(
        Guid id, [FromHeader(Name = "If-Match")] string? ifMatch, ReportDesk desk, CancellationToken ct)
    {
        if (await desk.LockAsync(id, ct) is not { } report) return Error.NotFound("report").ToProblem();
        if (desk.Db.CheckMatch(report, ifMatch) is { } stale) return stale.ToProblem();
        var findings = ReportChecks.Of(report.Period, await FactSheets.ReadAsync(desk.Db, ct), report.Newest.Figures.Content);
        if (report.Validate(findings, desk.Now).Error is { } refused) return refused.ToProblem();
        desk.Audit.Change("report", id);
        await desk.Db.SaveChangesAsync(ct);
        desk.Name(report);
        return TypedResults.Ok(ReportView.Of(report));
    }
}
