using Kim.Contracts.Funding;
using Kim.Funding.Domain.Reports;

namespace Kim.Funding.Features.Reports;

/// <summary>Freezes a validated version and opens it to the funder.</summary>
internal static class ReleaseReport
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/reports/{id:guid}/release", Handle)
        .WithName(nameof(ReleaseReport))
        .WithSummary("Release the newest version")
        .WithDescription("Needs If-Match. VALIDATED to RELEASED, for good. The small-cell rule runs once more against everything released so far "
            + "(former versions of the period, periods around, inside and beside it): it may hide more than the draft did.")
        .RequireAuthorization(FundingPolicies.WriteReports)
        .ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);

    private static async Task<Results<Ok<ReportView>, ProblemHttpResult>> Handle(
        Guid id, [FromHeader(Name = "If-Match")] string? ifMatch, ReportDesk desk, CancellationToken ct)
    {
        if (await desk.LockAsync(id, ct) is not { } report) return Error.NotFound("report").ToProblem();
        if (desk.Db.CheckMatch(report, ifMatch) is { } stale) return stale.ToProblem();
        var (canonical, hidden) = await desk.ProtectAsync(new ReportTitle(id, report.Version, report.Period), report.Newest.Figures.Content, ct);
        if (report.Protect(canonical, hidden).Error is { } refused) return refused.ToProblem();
        // Before the version is frozen: the database refuses any change of its figures afterwards.
        await desk.Db.SaveChangesAsync(ct);
        var version = report.Release(desk.Now).Value;
        desk.Events.Add(id, new ReportReleased
        {
            ReportId = id,
            Version = version.Number,
            From = report.From,
            Until = report.Until,
            Sha256 = version.Sha256,
            ReleasedOn = desk.Today,
        });
        desk.Audit.Change("report", id);
        await desk.Db.SaveChangesAsync(ct);
        desk.Name(report);
        return TypedResults.Ok(ReportView.Of(report));
    }
}
