using Kim.Funding.Domain.Reports;

namespace Kim.Funding.Features.Reports;

/// <summary>What a correction changed.</summary>
internal static class CompareReportVersions
{
    public sealed record Response(Guid ReportId, int From, int To, IReadOnlyList<Change> Changes);

    /// <summary>A changed cell.</summary>
    public sealed record Change(int Group, string Table, string Unit, IReadOnlyList<string> Codes, Side Old, Side New);

    /// <summary>One side of a change.</summary>
    public sealed record Side(
        [property: Description("False when this version does not have the cell.")] bool Present,
        [property: Description("Null when suppressed or not there.")] decimal? Value,
        bool Suppressed);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/reports/{id:guid}/difference", Handle)
        .WithName(nameof(CompareReportVersions))
        .WithSummary("Compare two versions of a report")
        .WithDescription("Lists the cells that the two tell differently. What one of them hides stays hidden here.")
        .RequireAuthorization(FundingPolicies.ReadReports)
        .ProducesProblem(404);

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, [FromQuery, Description("The earlier version.")] int from, [FromQuery, Description("The later version.")] int to, ReportDesk desk, CancellationToken ct)
    {
        var report = await desk.FindAsync(id, ct);
        if (Cells(report, from) is not { } older || Cells(report, to) is not { } newer) return Error.NotFound("version").ToProblem();
        desk.Audit.Read("report", id);
        var changes = ReportDifference.Between(older, newer).Select(cell => new Change(
            cell.Group, cell.Table, cell.Unit, cell.Codes,
            new Side(cell.IsInOld, cell.Old, cell is { IsInOld: true, Old: null }), new Side(cell.IsInNew, cell.New, cell is { IsInNew: true, New: null })));
        return TypedResults.Ok(new Response(id, from, to, [.. changes]));
    }

    private static IReadOnlyList<PublishedCell>? Cells(Report? report, int version) =>
        report?.Versions.SingleOrDefault(known => known.Number == version) is { } found ? ReportDocument.Cells(found.Canonical) : null;
}
