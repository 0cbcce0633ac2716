namespace Kim.Funding.Features;

/// <summary>Enters a decision of Kreistag or Land into the register.</summary>
internal static class EnterDecision
{
    /// <summary>The decision.</summary>
    public sealed record Request(
        [property: Required, RegularExpression("^[a-z0-9]+(-[a-z0-9]+)*$"), StringLength(60, MinimumLength = 3), Description("Stable key, for example kreistag-verteilung-2027.")] string Key = "",
        [property: Required, AllowedValues("KREISTAG", "KREISAUSSCHUSS", "LAND", "OTHER")] string Body = "",
        [property: Required, StringLength(300, MinimumLength = 3), Description("German.")] string Title = "",
        [property: Required] DateOnly? DecidedOn = null,
        [property: StringLength(100), Description("File number.")] string? Reference = null,
        [property: StringLength(400)] string? Note = null,
        [property: StringLength(80), Description("Key of the organisation that decided.")] string? Organisation = null);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/decisions", Handle)
        .WithName(nameof(EnterDecision))
        .WithSummary("Enters a decision")
        .WithDescription("409 DECISION_KNOWN when the key is taken.")
        .RequireAuthorization(FundingPolicies.WriteDecisions)
        .ProducesProblem(409);

    private static async Task<Results<Created<DecisionView>, ProblemHttpResult>> Handle(Request request, FundingWork work, CancellationToken ct)
    {
        if (request.Organisation is { } organisation && !await work.Db.Organisations.AnyAsync(row => row.Key == organisation, ct))
            return Error.Invalid("organisation-unknown", "The directory has no such organisation.", "organisation").ToProblem();
        if (await work.Db.Decisions.AnyAsync(row => row.Key == request.Key, ct))
            return Error.Blocked("DECISION_KNOWN", "The register has this key already; correct the decision if it is wrong.", ["CORRECTION"]).ToProblem();
        var decision = work.Db.Add(Decision.Enter(work.NewId(), request.Key, request.Body, request.Organisation)).Entity;
        decision.Write(new DecisionFacts(request.Title, request.DecidedOn!.Value, request.Reference, request.Note), work.By(), []);
        work.Audit.Change("decision", decision.Id);
        await work.SaveAsync(decision, ct);
        return TypedResults.Created($"/api/v1/funding/decisions/{request.Key}", DecisionView.Of(decision));
    }
}
