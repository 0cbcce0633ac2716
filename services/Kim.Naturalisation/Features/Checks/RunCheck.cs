using Kim.Naturalisation.Domain.Checking;
using Kim.Naturalisation.Domain.Facts;

namespace Kim.Naturalisation.Features.Checks;

/// <summary>The officer checks a referral for a decision day and gets a verdict per requirement: a prognosis, not a decision.</summary>
internal static class RunCheck
{
    public sealed record Request(
        [property: Description("The day whose law applies.")] DateOnly DecisionOn,
        [property: Required, Description("What the officer knows; a fact left out counts as unknown.")] OfficerFacts Facts,
        [property: Description("Day of application, for § 40a and § 9(2); that of the procedure without it.")] DateOnly? ApplicationOn = null,
        [property: AllowedValues("STAG_10", "STAG_9", "STAG_8", null), Description("STAG_10, STAG_9 or STAG_8; that of the application or STAG_10 without it.")] string? Route = null);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/referrals/{id:guid}/checks", Handle)
        .WithName(nameof(RunCheck))
        .WithSummary("Checks the requirements for a decision day")
        .WithDescription(
            "Per requirement: outcome (MET, NOT, EX, REV, NA, SUSP), norm, rule and version, facts used, facts missing, first possible day. "
            + "Needs pulled facts (409 guard FACTS_PULLED); 409 `consent-withdrawn` or `consent-expired` when they may not be used.")
        .RequireAuthorization(NaturalisationPolicies.Check)
        .ProducesProblem(404).ProducesProblem(409);

    private static async Task<Results<Created<CheckView>, ProblemHttpResult>> Handle(Guid id, Request request, CheckDesk desk, CancellationToken ct)
    {
        if (await desk.Db.LockReferralAsync(id, ct) is not { } referral) return Error.NotFound("referral").ToProblem();
        if (referral.Use().Error is { } refused) return refused.ToProblem();
        if (FactRules.Fault(request.Facts, "facts") is { } fault) return fault.ToProblem();

        var when = new CheckDay(request.DecisionOn, request.ApplicationOn ?? referral.AppliedOn);
        var ask = new Ask("CHECK", when, request.Route ?? referral.Route ?? Routes.Entitlement, request.Facts);
        var check = await desk.CheckAsync(referral, ask, null, ct);
        if (check.Error is { } failed) return failed.ToProblem();
        desk.Audit.Read("facts", id);
        desk.Audit.Change("referral", id);
        await desk.Db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/naturalisation/checks/{check.Value.Id}", CheckView.Of(check.Value));
    }
}
