namespace Kim.Funding.Features.Reports;

/// <summary>Computes a report anew, because facts arrived or were corrected. What was released stays as it is.</summary>
internal static class CorrectReport
{
    public sealed record Request([property: Required, StringLength(500, MinimumLength = 3), Description("Why; about figures, never about a person.")] string Reason);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/reports/{id:guid}/corrections", Handle)
        .WithName(nameof(CorrectReport))
        .WithSummary("Compute a report anew")
        .WithDescription("Needs If-Match. After a release it makes a new version; a version that was never released is replaced under its number. The version is a DRAFT.")
        .RequireAuthorization(FundingPolicies.WriteReports)
        .ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);

    private static async Task<Results<Created<ReportView>, ProblemHttpResult>> Handle(
        Guid id, Request request, [FromHeader(Name = "If-Match")] string? ifMatch, ReportDesk desk, CancellationToken ct)
    {
        if (await desk.LockAsync(id, ct) is not { } report) return Error.NotFound("report").ToProblem();
        if (desk.Db.CheckMatch(report, ifMatch) is { } stale) return stale.ToProblem();
        var content = await desk.ComputeAsync(report, ct);
        report.Compute(desk.NewId(), content, request.Reason.Trim(), desk.Now);
        desk.Audit.Change("report", id);
        await desk.Db.SaveChangesAsync(ct);
        desk.Name(report);
        return TypedResults.Created($"/api/v1/funding/reports/{id}", ReportView.Of(report));
    }
}
