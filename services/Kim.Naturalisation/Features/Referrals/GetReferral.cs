using Kim.Contracts.Vocabulary;

namespace Kim.Naturalisation.Features.Referrals;

/// <summary>One referral with its facts, its procedure and its newest check.</summary>
internal static class GetReferral
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/referrals/{id:guid}", Handle)
        .WithName(nameof(GetReferral))
        .WithSummary("One referral")
        .WithDescription("With the newest facts that cases disclosed, the steps allowed now and the entries of § 35a. The ETag is needed for the steps of the procedure.")
        .RequireAuthorization(NaturalisationPolicies.ReadReferrals)
        .ProducesProblem(404);

    private static async Task<Results<Ok<ReferralView>, ProblemHttpResult>> Handle(
        Guid id, Actor actor, NaturalisationDb db, AuditBook audit, HttpContext http, CancellationToken ct)
    {
        if (await db.Referrals.SingleOrDefaultAsync(referral => referral.Id == id && referral.ReferredVersion > 0
            && (referral.RestrictedUntil != null) == !actor.Has(Roles.NaturalisationOfficer), ct) is not { } found)
            return Error.NotFound("referral").ToProblem();
        audit.Read("referral", id);
        http.SetETag(db.ETagOf(found));
        return TypedResults.Ok(await ReferralView.OfAsync(found, db, ct));
    }
}
