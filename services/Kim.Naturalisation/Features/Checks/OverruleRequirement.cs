using Kim.Naturalisation.Domain.Checking;

namespace Kim.Naturalisation.Features.Checks;

/// <summary>The officer judges a requirement otherwise, with a reason that stands beside the machine's verdict.</summary>
internal static class OverruleRequirement
{
    public sealed record Request(
        [property: Required, Description("Code of the requirement.")] string Requirement,
        [property: Required, AllowedValues("MET", "NOT", "EX", "REV", "NA"), Description("MET, NOT, EX, REV or NA.")] string Outcome,
        [property: Required, StringLength(2000, MinimumLength = 3), Description("Why; stays in this service.")] string Reason);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/checks/{id:guid}/overrulings", Handle)
        .WithName(nameof(OverruleRequirement))
        .WithSummary("Overrules a verdict")
        .WithDescription("Only on the newest check of an open procedure; a suspension of § 12a(3) cannot be overruled. The overruling goes over to a re-check while rule and verdict stay the same.")
        .RequireAuthorization(NaturalisationPolicies.Overrule)
        .ProducesProblem(404).ProducesProblem(409);

    private static async Task<Results<Created<CheckView>, ProblemHttpResult>> Handle(Guid id, Request request, CheckDesk desk, CancellationToken ct)
    {
        if (!RequirementCodes.All.Contains(request.Requirement))
            return Error.Invalid("requirement-unknown", $"One of {string.Join(", ", RequirementCodes.All)}.", "requirement").ToProblem();
        if (string.IsNullOrWhiteSpace(request.Reason)) return Error.Invalid("reason-missing", "An overruling needs a reason.", "reason").ToProblem();
        var referralId = await desk.Db.Checks.Where(found => found.Id == id).Select(found => (Guid?)found.ReferralId).SingleOrDefaultAsync(ct);
        if (referralId is null || await desk.Db.LockReferralAsync(referralId.Value, ct) is not { } referral) return Error.NotFound("check").ToProblem();
        if (referral.Use().Error is { } refused) return refused.ToProblem();
        if (referral.LastCheck?.CheckId != id) return Error.Blocked("NEWEST_CHECK", "A newer check has taken its place.", referral.Allowed).ToProblem();

        var check = await desk.Db.Checks.SingleAsync(found => found.Id == id, ct);
        var overruled = check.Overrule(desk.NewId(), request.Requirement, (request.Outcome, request.Reason), desk.Act);
        if (overruled.Error is { } impossible) return impossible.ToProblem();
        desk.Db.Add(overruled.Value);
        referral.Checked(check.Summary());
        desk.Audit.Change("referral", referral.Id);
        await desk.Db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/naturalisation/checks/{id}", CheckView.Of(check));
    }
}
