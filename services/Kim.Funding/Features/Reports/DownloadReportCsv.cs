namespace Kim.Funding.Features.Reports;

/// <summary>A released version as CSV.</summary>
internal static class DownloadReportCsv
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/released-reports/{id:guid}/versions/{version:int}.csv", Handle)
        .WithName(nameof(DownloadReportCsv))
        .WithSummary("Download a released version as CSV")
        .WithDescription("RFC 4180 in UTF-8 with byte order mark, comma as separator, decimal point, one line per figure; every line carries version and SHA-256 of the canonical JSON. Suppressed figures are marked. The download is recorded.")
        .RequireAuthorization(FundingPolicies.PullReports)
        .Produces<byte[]>(200, "text/csv")
        .ProducesProblem(404);

    private static async Task<Results<EmptyHttpResult, ProblemHttpResult>> Handle(Guid id, int version, ReportDesk desk, HttpContext http, CancellationToken ct)
    {
        if (await ReportFile.FindAsync(desk, id, version, http, ct) is not { } file) return Error.NotFound("report").ToProblem();
        desk.Audit.Export("report", id);
        var (length, sha256) = CsvReport.Measure(file);
        return file.Stream(http, length, sha256, "text/csv; charset=utf-8", "csv", (to, stop) => CsvReport.WriteAsync(file, to, stop));
    }
}
