using Kim.Contracts.Naturalisation;
using Kim.Naturalisation.Domain.Checking;
using Kim.Naturalisation.Domain.Procedure;

namespace Kim.Naturalisation.Features.Referrals;

/// <summary>
/// The authority decides, or the applicant takes the application back. The facts of the newest check are checked anew for the day of
/// the decision, because that day's law applies; a pending investigation suspends the decision.
/// </summary>
internal static class DecideApplication
{
    public sealed record Request(
        [property: Required, AllowedValues("GRANTED", "REFUSED", "WITHDRAWN"), Description("GRANTED, REFUSED or WITHDRAWN.")] string Outcome,
        [property: Description("Not before the application, not in the future.")] DateOnly DecidedOn,
        [property: Required, StringLength(2000, MinimumLength = 3), Description("Why; stays in this service.")] string Reason,
        [property: Description("Day of the personal interview; GRANTED needs it, or interviewWaiver.")] DateOnly? InterviewOn = null,
        [property: StringLength(500), Description("Why there was no interview.")] string? InterviewWaiver = null,
        [property: Description("Fee of § 38; the rule's amount without it.")] FeeRequest? Fee = null);

    /// <summary>The officer's word on the fee.</summary>
    public sealed record FeeRequest(
        [property: Description("A minor without own income, naturalised together with a parent.")] bool CoNaturalisedMinor = false,
        [property: Range(0, 255), Description("Euro, within the rule's range, or reduced.")] decimal? AmountEur = null,
        [property: StringLength(500), Description("Why it is less than the rule asks for.")] string? ReductionReason = null);

    /// <summary>Where the procedure stands, and the fee.</summary>
    public sealed record Response(Guid Id, string State, IReadOnlyList<string> Allowed, long Version, Guid? CheckId, string FeeRule, decimal FeeEur);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/referrals/{id:guid}/decision", Handle)
        .WithName(nameof(DecideApplication))
        .WithSummary("Records the decision")
        .WithDescription(
            "Needs If-Match. State ENTSCHEIDUNG; publishes DecisionMade. GRANTED and REFUSED need a check: 409 `decision-suspended` while an "
            + "investigation is pending; GRANTED with open requirements is 409 `check-open` with `requirements`: overrule with a reason, or refuse.")
        .RequireAuthorization(NaturalisationPolicies.Proceed)
        .ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, [FromHeader(Name = "If-Match")] string? ifMatch, CheckDesk desk, HttpContext http, CancellationToken ct)
    {
        var opened = await desk.OpenAsync(id, ifMatch, ct);
        if (opened.Error is { } closed) return closed.ToProblem();
        var referral = opened.Value;
        if (Guard(referral, request, desk.Today) is { } early) return early.ToProblem();
        var fee = Fees.Of(await desk.Db.FeesAsync(ct), request.DecidedOn, request.Outcome, Wish(request.Fee));
        if (fee.Error is { } wrong) return wrong.ToProblem();
        var check = await CheckAsync(referral, request, desk, ct);
        if (check.Error is { } failed) return failed.ToProblem();
        if (Against(request, check.Value) is { } open) return open;
        if (referral.Decide(ToDecision(request, check.Value, fee.Value), desk.Today).Error is { } refused) return refused.ToProblem();

        desk.Events.Add(id, new DecisionMade { ReferralId = id, Version = referral.Version, Outcome = request.Outcome, DecidedOn = request.DecidedOn });
        desk.Audit.Change("referral", id);
        await desk.Db.SaveChangesAsync(ct);
        http.SetETag(desk.Db.ETagOf(referral));
        return TypedResults.Ok(new Response(
            id, referral.State, referral.Allowed, referral.Version, check.Value?.Id, fee.Value.Rule, fee.Value.AmountEur));
    }

    private static Error? Guard(Referral referral, Request request, DateOnly today)
    {
        if (referral.Step(ProcedureStates.Decided) is { } early) return early;
        if (request.InterviewOn > request.DecidedOn || request.InterviewOn > today)
            return Error.Invalid("interview-after-decision", "The interview comes before the decision.", "interviewOn");
        // The interview shows whether the commitments were understood (BMI, 18.08.2025); an interpreter does not replace the proof of German.
        return request is { Outcome: DecisionOutcomes.Granted, InterviewOn: null } && string.IsNullOrWhiteSpace(request.InterviewWaiver)
            ? Error.Blocked("INTERVIEW", "A personal interview comes first, or a reason why there is none.", referral.Allowed)
            : null;
    }

    private static async Task<Result<EligibilityCheck?>> CheckAsync(Referral referral, Request request, CheckDesk desk, CancellationToken ct)
    {
        if (request.Outcome == DecisionOutcomes.Withdrawn) return (EligibilityCheck?)null;
        if (await desk.Db.LatestCheckAsync(referral.Id, ct) is not { } earlier)
            return Error.Blocked("CHECKED", "A decision rests on a check.", referral.Allowed);
        var when = new CheckDay(request.DecidedOn, referral.AppliedOn);
        var check = await desk.CheckAsync(referral, new Ask("DECISION", when, referral.Route!, earlier.Facts.Officer), earlier, ct);
        return check.Error is { } failed ? failed : check.Value;
    }

    private static ProblemHttpResult? Against(Request request, EligibilityCheck? check) => check switch
    {
        null => null,
        { Effective: Outcomes.Suspended } => OpenRequirements.Problem("decision-suspended", "A pending investigation suspends the decision (§ 12a(3) StAG).", check),
        { Open.Count: > 0 } when request.Outcome == DecisionOutcomes.Granted =>
            OpenRequirements.Problem("check-open", "Requirements are open on the day of the decision.", check),
        _ => null,
    };

    private static FeeWish Wish(FeeRequest? fee) => fee is null ? new() : new(fee.CoNaturalisedMinor, fee.AmountEur, fee.ReductionReason);

    private static Decision ToDecision(Request request, EligibilityCheck? check, Fee fee) => new()
    {
        Outcome = request.Outcome,
        DecidedOn = request.DecidedOn,
        Reason = request.Reason,
        InterviewOn = request.InterviewOn,
        InterviewWaiver = request.InterviewWaiver,
        CheckId = check?.Id,
        FeeEur = fee.AmountEur,
        FeeRule = fee.Rule,
    };
}
