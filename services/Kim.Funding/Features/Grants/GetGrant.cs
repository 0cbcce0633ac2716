namespace Kim.Funding.Features;

/// <summary>One grant with its periods, conditions and their evidence.</summary>
internal static class GetGrant
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/grants/{id:guid}", Handle)
        .WithName(nameof(GetGrant))
        .WithSummary("One grant")
        .WithDescription("The Verwendungszeitraum as known on `asOf` (today unless told). Its ETag is needed to change it.")
        .RequireAuthorization(FundingPolicies.ReadMoney)
        .ProducesProblem(404);

    private static async Task<Results<Ok<GrantView>, ProblemHttpResult>> Handle(
        Guid id, [Description("The day; today unless told.")] DateOnly? asOf, FundingWork work, CancellationToken ct)
    {
        if (await work.Db.Grants.SingleOrDefaultAsync(row => row.Id == id, ct) is not { } found) return Error.NotFound("grant").ToProblem();
        work.Name(found);
        return TypedResults.Ok(GrantView.Of(found, asOf ?? work.Today));
    }
}
