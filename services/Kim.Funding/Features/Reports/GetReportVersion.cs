using Kim.Funding.Domain.Reports;

namespace Kim.Funding.Features.Reports;

/// <summary>The figures of one version, as they leave: under the small-cell rule also for its makers.</summary>
internal static class GetReportVersion
{
    public sealed record Response(Guid ReportId, DateOnly From, DateOnly Until, VersionView Version, IReadOnlyList<FigureView> Figures);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/reports/{id:guid}/versions/{version:int}", Handle)
        .WithName(nameof(GetReportVersion))
        .WithSummary("Get the figures of a version")
        .WithDescription("Drafts too. Hidden figures have no value and are marked as suppressed.")
        .RequireAuthorization(FundingPolicies.ReadReports)
        .ProducesProblem(404);

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Guid id, int version, ReportDesk desk, CancellationToken ct)
    {
        var report = await desk.FindAsync(id, ct);
        if (report?.Versions.SingleOrDefault(known => known.Number == version) is not { } found) return Error.NotFound("version").ToProblem();
        desk.Audit.Read("report", id);
        var figures = ReportDocument.Cells(found.Canonical).Select(FigureView.Of).ToList();
        return TypedResults.Ok(new Response(id, report.From, report.Until, VersionView.Of(found), figures));
    }
}
