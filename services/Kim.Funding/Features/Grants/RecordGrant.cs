namespace Kim.Funding.Features;

/// <summary>Records a grant (Bewilligung) with its first Verwendungszeitraum and its conditions.</summary>
internal static class RecordGrant
{
    /// <summary>The grant.</summary>
    public sealed record Request(
        [property: Required] GrantInput Grant,
        [property: Required, Description("First version of the Verwendungszeitraum.")] UsePeriodInput Period,
        [property: Required, Description("Conditions of the Bescheid; none is an empty list.")] IReadOnlyList<ConditionInput> Conditions);

    /// <summary>A condition.</summary>
    public sealed record ConditionInput(
        [property: Required, RegularExpression("^[a-z0-9]+(-[a-z0-9]+)*$"), StringLength(60, MinimumLength = 2)] string Key,
        [property: Required, StringLength(300, MinimumLength = 3)] string Title);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/grants", Handle)
        .WithName(nameof(RecordGrant))
        .WithSummary("Records a grant")
        .WithDescription("Amounts by budget year, the first Verwendungszeitraum, conditions still to be proven.")
        .RequireAuthorization(FundingPolicies.WriteMoney);

    private static async Task<Results<Created<GrantView>, ProblemHttpResult>> Handle(Request request, FundingWork work, CancellationToken ct)
    {
        if (await request.Grant.ReadAsync(work, ct) is var facts && facts.Error is { } invalid) return invalid.ToProblem();
        if (request.Period.Until <= request.Period.From) return Error.Invalid("period-empty", "The last bound lies after the first day.", "period.until").ToProblem();
        var grant = work.Db.Add(Grant.Record(work.NewId(), facts.Value, work.By())).Entity;
        grant.Extend(request.Period.Read());
        foreach (var condition in request.Conditions.DistinctBy(condition => condition.Key))
            grant.Require(new GrantCondition(condition.Key, condition.Title, [], Provenance.Office));
        work.Audit.Change("grant", grant.Id);
        await work.SaveAsync(grant, ct);
        return TypedResults.Created($"/api/v1/funding/grants/{grant.Id}", GrantView.Of(grant, work.Today));
    }
}
