namespace Kim.Funding.Features;

/// <summary>Takes a cost back by another line (Storno). Both stay; the voucher line may then be booked again.</summary>
internal static class ReverseCost
{
    /// <summary>Why.</summary>
    public sealed record Request([property: Required, StringLength(400, MinimumLength = 3), Description("Why; nothing about a person.")] string Reason);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/costs/{id:guid}/reversal", Handle)
        .WithName(nameof(ReverseCost))
        .WithSummary("Reverses a cost")
        .WithDescription("Needs If-Match. 409 COST_REVERSED for a cost that was taken back, and for a reversal.")
        .RequireAuthorization(FundingPolicies.WriteMoney)
        .ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);

    private static async Task<Results<Created<CostView>, ProblemHttpResult>> Handle(
        Guid id, Request request, [FromHeader(Name = "If-Match")] string? ifMatch, FundingWork work, CancellationToken ct)
    {
        if (await work.Db.Costs.SingleOrDefaultAsync(row => row.Id == id, ct) is not { } found) return Error.NotFound("cost").ToProblem();
        if (work.Db.CheckMatch(found, ifMatch) is { } mismatch) return mismatch.ToProblem();
        if (found.Reverse(work.NewId(), work.Today, work.By(request.Reason)) is not { } reversal)
            return Error.Blocked("COST_REVERSED", "It was taken back before, or is a reversal itself.", []).ToProblem();
        work.Db.Add(reversal);
        work.Audit.Change("cost", id);
        await work.SaveAsync(reversal, ct);
        return TypedResults.Created($"/api/v1/funding/costs/{reversal.Id}", CostView.Of(reversal));
    }
}
