namespace Kim.Funding.Features;

/// <summary>
/// Another version of the Verwendungszeitraum, from the day on which it was known (S-14, A-2). Earlier versions stay: a booking of
/// an earlier day is judged by what was known then.
/// </summary>
internal static class ExtendPeriod
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/grants/{id:guid}/periods", Handle)
        .WithName(nameof(ExtendPeriod))
        .WithSummary("Adds a version of the Verwendungszeitraum")
        .WithDescription("Needs If-Match. 409 PERIOD_VERSION_KNOWN when a version was known from the same day.")
        .RequireAuthorization(FundingPolicies.WriteMoney)
        .ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);

    private static async Task<Results<Ok<GrantView>, ProblemHttpResult>> Handle(
        Guid id, UsePeriodInput request, [FromHeader(Name = "If-Match")] string? ifMatch, FundingWork work, CancellationToken ct)
    {
        if (await work.Db.Grants.SingleOrDefaultAsync(row => row.Id == id, ct) is not { } found) return Error.NotFound("grant").ToProblem();
        if (work.Db.CheckMatch(found, ifMatch) is { } mismatch) return mismatch.ToProblem();
        if (request.Until <= request.From) return Error.Invalid("period-empty", "The last bound lies after the first day.", "until").ToProblem();
        if (found.Periods.Any(period => period.KnownFrom == request.KnownFrom))
            return Error.Blocked("PERIOD_VERSION_KNOWN", "A version was known from that day already.", []).ToProblem();
        found.Extend(request.Read());
        work.Audit.Change("grant", id);
        await work.SaveAsync(found, ct);
        return TypedResults.Ok(GrantView.Of(found, work.Today));
    }
}
