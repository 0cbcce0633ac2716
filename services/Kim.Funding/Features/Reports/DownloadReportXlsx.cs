namespace Kim.Funding.Features.Reports;

/// <summary>A released version as XLSX.</summary>
internal static class DownloadReportXlsx
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/released-reports/{id:guid}/versions/{version:int}.xlsx", Handle)
        .WithName(nameof(DownloadReportXlsx))
        .WithSummary("Download a released version as XLSX")
        .WithDescription("Sheet Kennzahlen with one line per figure, sheet Bericht with version and SHA-256 of the canonical JSON. Suppressed figures are marked. The download is recorded.")
        .RequireAuthorization(FundingPolicies.PullReports)
        .Produces<byte[]>(200, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        .ProducesProblem(404);

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Handle(Guid id, int version, ReportDesk desk, HttpContext http, CancellationToken ct)
    {
        if (await ReportFile.FindAsync(desk, id, version, http, ct) is not { } file) return Error.NotFound("report").ToProblem();
        desk.Audit.Export("report", id);
        return file.Answer(http, XlsxReport.Write(file), XlsxReport.ContentType, "xlsx");
    }
}
