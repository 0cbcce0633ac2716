namespace Kim.Naturalisation.Features.Checks;

/// <summary>One check with facts, verdicts and judgements.</summary>
internal static class GetCheck
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/checks/{id:guid}", Handle)
        .WithName(nameof(GetCheck))
        .WithSummary("One check")
        .WithDescription("As it was found, with the rule version of its day and the officer's overrulings beside the machine's verdicts.")
        .RequireAuthorization(NaturalisationPolicies.ReadChecks)
        .ProducesProblem(404);

    private static async Task<Results<Ok<CheckView>, ProblemHttpResult>> Handle(Guid id, NaturalisationDb db, AuditBook audit, CancellationToken ct)
    {
        if (await db.Checks.AsNoTracking().SingleOrDefaultAsync(check => check.Id == id, ct) is not { } found) return Error.NotFound("check").ToProblem();
        audit.Read("referral", found.ReferralId);
        return TypedResults.Ok(CheckView.Of(found));
    }
}
