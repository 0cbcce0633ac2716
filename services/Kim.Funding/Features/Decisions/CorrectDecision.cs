namespace Kim.Funding.Features;

/// <summary>Corrects a decision of the register. What it said before stays, with who corrected it, when and why .</summary>
internal static class CorrectDecision
{
    /// <summary>What was right; what is absent stays.</summary>
    public sealed record Request(
        [property: Required, StringLength(400, MinimumLength = 3), Description("Why.")] string Reason = "",
        [property: StringLength(300, MinimumLength = 3)] string? Title = null,
        DateOnly? DecidedOn = null,
        [property: StringLength(100)] string? Reference = null,
        [property: StringLength(400)] string? Note = null);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/decisions/{key}/corrections", Handle)
        .WithName(nameof(CorrectDecision))
        .WithSummary("Corrects a decision")
        .WithDescription("Needs If-Match. 400 when nothing changes.")
        .RequireAuthorization(FundingPolicies.WriteDecisions)
        .ProducesProblem(404).ProducesProblem(412).ProducesProblem(428);

    private static async Task<Results<Ok<DecisionView>, ProblemHttpResult>> Handle(
        string key, Request request, [FromHeader(Name = "If-Match")] string? ifMatch, FundingWork work, CancellationToken ct)
    {
        if (await work.Db.Decisions.SingleOrDefaultAsync(row => row.Key == key, ct) is not { } found) return Error.NotFound("decision").ToProblem();
        if (work.Db.CheckMatch(found, ifMatch) is { } mismatch) return mismatch.ToProblem();
        var before = found.Facts;
        var facts = new DecisionFacts(
            request.Title ?? before.Title, request.DecidedOn ?? before.DecidedOn, request.Reference ?? before.Reference, request.Note ?? before.Note);
        if (!found.Write(facts, work.By(request.Reason), [])) return Error.Invalid("nothing-changes", "The register says this already.", "decidedOn").ToProblem();
        work.Audit.Change("decision", found.Id);
        await work.SaveAsync(found, ct);
        return TypedResults.Ok(DecisionView.Of(found));
    }
}
