namespace Kim.Funding.Features;

/// <summary>One booked cost.</summary>
internal static class GetCost
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/costs/{id:guid}", Handle)
        .WithName(nameof(GetCost))
        .WithSummary("One cost")
        .WithDescription("Its ETag is needed to reverse it.")
        .RequireAuthorization(FundingPolicies.ReadMoney)
        .ProducesProblem(404);

    private static async Task<Results<Ok<CostView>, ProblemHttpResult>> Handle(Guid id, FundingWork work, CancellationToken ct)
    {
        if (await work.Db.Costs.SingleOrDefaultAsync(row => row.Id == id, ct) is not { } found) return Error.NotFound("cost").ToProblem();
        work.Name(found);
        return TypedResults.Ok(CostView.Of(found));
    }
}
