namespace Kim.Funding.Features;

/// <summary>Proves a condition: a committee or resolution of the network, a document, a quoted appraisal (S-49, S-50).</summary>
internal static class ProveCondition
{
    /// <summary>The proof.</summary>
    public sealed record Request(
        [property: Required, AllowedValues("COMMITTEE", "RESOLUTION", "DOCUMENT", "APPRAISAL")] string Kind = "",
        [property: Required, StringLength(300, MinimumLength = 3), Description("A link into another service (network:committees/<key>), a document number, the source of a quotation.")] string Reference = "",
        [property: StringLength(400), Description("Quoted words.")] string? Quote = null,
        DateOnly? On = null);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/grants/{id:guid}/conditions/{key}/evidence", Handle)
        .WithName(nameof(ProveCondition))
        .WithSummary("Adds evidence to a condition")
        .WithDescription("The condition is MET with its first evidence. Nothing is taken back.")
        .RequireAuthorization(FundingPolicies.WriteMoney)
        .ProducesProblem(404);

    private static async Task<Results<Created<GrantView>, ProblemHttpResult>> Handle(Guid id, string key, Request request, FundingWork work, CancellationToken ct)
    {
        if (await work.Db.Grants.SingleOrDefaultAsync(row => row.Id == id, ct) is not { } found) return Error.NotFound("grant").ToProblem();
        if (!found.Prove(key, new Evidence(request.Kind, request.Reference, request.Quote, request.On, work.By()))) return Error.NotFound("condition").ToProblem();
        work.Audit.Change("grant", id);
        await work.SaveAsync(found, ct);
        return TypedResults.Created($"/api/v1/funding/grants/{id}", GrantView.Of(found, work.Today));
    }
}
