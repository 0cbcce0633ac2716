namespace Kim.Funding.Features;

/// <summary>One decision with its history.</summary>
internal static class GetDecision
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/decisions/{key}", Handle)
        .WithName(nameof(GetDecision))
        .WithSummary("One decision")
        .WithDescription("Its ETag is needed for a correction.")
        .RequireAuthorization(FundingPolicies.ReadDecisions)
        .ProducesProblem(404);

    private static async Task<Results<Ok<DecisionView>, ProblemHttpResult>> Handle(string key, FundingWork work, CancellationToken ct)
    {
        if (await work.Db.Decisions.SingleOrDefaultAsync(row => row.Key == key, ct) is not { } found) return Error.NotFound("decision").ToProblem();
        work.Name(found);
        return TypedResults.Ok(DecisionView.Of(found));
    }
}
