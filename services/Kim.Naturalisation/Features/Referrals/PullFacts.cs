using Kim.Naturalisation.Domain.Procedure;
using Kim.Naturalisation.Pull;

namespace Kim.Naturalisation.Features.Referrals;

/// <summary>The officer pulls the consented facts from cases; each pull is a dated snapshot of its own.</summary>
internal static class PullFacts
{
    /// <summary>What was disclosed.</summary>
    public sealed record Response(Guid Id, DateTimeOffset PulledAt, [property: Field(FieldClass.Special)] Disclosure Disclosure);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/referrals/{id:guid}/facts", Handle)
        .WithName(nameof(PullFacts))
        .WithSummary("Pulls the consented facts")
        .WithDescription(
            "Asks cases for the facts of the referral; cases checks the consent at that moment. 409 `consent-missing`, `consent-expired` or "
            + "`consent-withdrawn` when it does not hold, 503 `cases-unavailable` when cases or identity is away. Birth date, nationalities, "
            + "residence periods, AGS: no name.")
        .RequireAuthorization(NaturalisationPolicies.PullFacts)
        .ProducesProblem(404).ProducesProblem(409).ProducesProblem(503);

    private static async Task<Results<Created<Response>, ProblemHttpResult>> Handle(
        Guid id, CheckDesk desk, ConsentedFactsClient cases, CancellationToken ct)
    {
        // The lock is held over the call: a withdrawal that arrives meanwhile waits, and then deletes what was pulled.
        if (await desk.Db.LockReferralAsync(id, ct) is not { } referral) return Error.NotFound("referral").ToProblem();
        if (referral.Use().Error is { } refused) return refused.ToProblem();
        var pulled = await cases.PullAsync(id, ct);
        if (pulled.Error is { } failed) return failed.ToProblem();

        var snapshot = FactsSnapshot.Take(desk.NewId(), referral, pulled.Value, desk.Act);
        desk.Db.Snapshots.Add(snapshot);
        desk.Audit.Change("facts", id);
        desk.Audit.Read("facts", id);
        await desk.Db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/naturalisation/referrals/{id}", new Response(snapshot.Id, snapshot.PulledAt, snapshot.Disclosure));
    }
}
