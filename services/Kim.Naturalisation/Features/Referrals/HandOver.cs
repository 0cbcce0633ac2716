using Kim.Contracts.Naturalisation;
using Kim.Naturalisation.Domain.Checking;
using Kim.Naturalisation.Domain.Facts;
using Kim.Naturalisation.Domain.Procedure;

namespace Kim.Naturalisation.Features.Referrals;

/// <summary>
/// The Urkunde is handed over: only now is the naturalisation effective (§ 16), so the facts are checked once more under the law of
/// this very day. What no longer holds stops the hand-over.
/// </summary>
internal static class HandOver
{
    public sealed record Request(
        [property: Description("Not before the decision, not in the future.")] DateOnly HandedOverOn,
        [property: Description("What the officer knows on that day; the facts of the newest check without it.")] OfficerFacts? Facts = null);

    /// <summary>Where the procedure stands, and the re-check.</summary>
    public sealed record Response(Guid Id, string State, IReadOnlyList<string> Allowed, long Version, Guid CheckId);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/referrals/{id:guid}/hand-over", Handle)
        .WithName(nameof(HandOver))
        .WithSummary("Hands the Urkunde over")
        .WithDescription(
            "Needs If-Match. State AUSHAENDIGUNG; publishes CitizenshipConferred. The facts are checked again for this day: 409 "
            + "`recheck-failed` with `requirements` when one no longer holds.")
        .RequireAuthorization(NaturalisationPolicies.Proceed)
        .ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, [FromHeader(Name = "If-Match")] string? ifMatch, CheckDesk desk, HttpContext http, CancellationToken ct)
    {
        var opened = await desk.OpenAsync(id, ifMatch, ct);
        if (opened.Error is { } closed) return closed.ToProblem();
        var referral = opened.Value;
        if (request.Facts is { } given && FactRules.Fault(given, "facts") is { } fault) return fault.ToProblem();
        if (referral.HandOver(request.HandedOverOn, desk.Today).Error is { } refused) return refused.ToProblem();

        var earlier = (await desk.Db.LatestCheckAsync(id, ct))!;
        var when = new CheckDay(request.HandedOverOn, referral.AppliedOn);
        var check = await desk.CheckAsync(referral, new Ask("HAND_OVER", when, referral.Route!, request.Facts ?? earlier.Facts.Officer), earlier, ct);
        if (check.Error is { } failed) return failed.ToProblem();
        if (check.Value.Open.Count > 0)
            return OpenRequirements.Problem("recheck-failed", "On this day a requirement does not hold: the Urkunde must not be handed over.", check.Value);

        desk.Events.Add(id, new CitizenshipConferred { ReferralId = id, Version = referral.Version, ConferredOn = request.HandedOverOn });
        desk.Audit.Change("referral", id);
        await desk.Db.SaveChangesAsync(ct);
        http.SetETag(desk.Db.ETagOf(referral));
        return TypedResults.Ok(new Response(id, referral.State, referral.Allowed, referral.Version, check.Value.Id));
    }
}
