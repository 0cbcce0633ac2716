namespace Kim.Funding.Features.Reports;

/// <summary>One report with its versions and the findings of the newest.</summary>
internal static class GetReport
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/reports/{id:guid}", Handle)
        .WithName(nameof(GetReport))
        .WithSummary("Get a report")
        .WithDescription("Answers with an ETag for the next step.")
        .RequireAuthorization(FundingPolicies.ReadReports)
        .ProducesProblem(404);

    private static async Task<Results<Ok<ReportView>, ProblemHttpResult>> Handle(Guid id, ReportDesk desk, CancellationToken ct)
    {
        if (await desk.FindAsync(id, ct) is not { } report) return Error.NotFound("report").ToProblem();
        desk.Audit.Read("report", id);
        desk.Name(report);
        return TypedResults.Ok(ReportView.Of(report));
    }
}
