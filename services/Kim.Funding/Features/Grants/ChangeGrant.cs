namespace Kim.Funding.Features;

/// <summary>Changes a grant's facts (Änderungsbescheid). Periods and evidence have steps of their own: their versions are kept.</summary>
internal static class ChangeGrant
{
    public static void Map(RouteGroupBuilder api) => api.MapPut("/grants/{id:guid}", Handle)
        .WithName(nameof(ChangeGrant))
        .WithSummary("Changes a grant")
        .WithDescription("Needs If-Match. Replaces the facts whole; bookings stay as they were judged.")
        .RequireAuthorization(FundingPolicies.WriteMoney)
        .ProducesProblem(404).ProducesProblem(412).ProducesProblem(428);

    private static async Task<Results<Ok<GrantView>, ProblemHttpResult>> Handle(
        Guid id, GrantInput request, [FromHeader(Name = "If-Match")] string? ifMatch, FundingWork work, CancellationToken ct)
    {
        if (await work.Db.Grants.SingleOrDefaultAsync(row => row.Id == id, ct) is not { } found) return Error.NotFound("grant").ToProblem();
        if (work.Db.CheckMatch(found, ifMatch) is { } mismatch) return mismatch.ToProblem();
        if (await request.ReadAsync(work, ct) is var facts && facts.Error is { } invalid) return invalid.ToProblem();
        found.Change(facts.Value, work.By());
        work.Audit.Change("grant", id);
        await work.SaveAsync(found, ct);
        return TypedResults.Ok(GrantView.Of(found, work.Today));
    }
}
