namespace Kim.Funding.Features.Reports;

/// <summary>A released version as canonical JSON.</summary>
internal static class DownloadReportJson
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/released-reports/{id:guid}/versions/{version:int}.json", Handle)
        .WithName(nameof(DownloadReportJson))
        .WithSummary("Download a released version as canonical JSON")
        .WithDescription("Exactly the canonical JSON (RFC 8785) that was digested: its SHA-256 is the ETag. Suppressed figures are marked. The download is recorded.")
        .RequireAuthorization(FundingPolicies.PullReports)
        .Produces<byte[]>(200, "application/json")
        .ProducesProblem(404);

    private static async Task<Results<EmptyHttpResult, ProblemHttpResult>> Handle(Guid id, int version, ReportDesk desk, HttpContext http, CancellationToken ct)
    {
        if (await ReportFile.FindAsync(desk, id, version, http, ct) is not { } file) return Error.NotFound("report").ToProblem();
        desk.Audit.Export("report", id);
        return file.Stream(http, file.Canonical.Length, Convert.FromHexString(file.Sha256), "application/json", "json", async (to, stop) =>
        {
            foreach (var block in file.Canonical) await to.WriteAsync(block, stop);
        });
    }
}
