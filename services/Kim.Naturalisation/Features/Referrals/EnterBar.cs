using Kim.Naturalisation.Domain.Facts;
using Kim.Naturalisation.Domain.Procedure;

namespace Kim.Naturalisation.Features.Referrals;

/// <summary>Enters a finding of § 35a; every later check of the referral counts it.</summary>
internal static class EnterBar
{
    public sealed record Request(
        [property: Required, AllowedValues("WITHDRAWAL", "FRAUD", "THREAT", "BRIBERY", "FALSE_STATEMENTS")]
        [property: Description("WITHDRAWAL, FRAUD, THREAT, BRIBERY or FALSE_STATEMENTS; attempts as well.")] string Kind,
        [property: Description("The day from which the finding cannot be appealed, not in the future; without it the bar has not begun.")] DateOnly? UnappealableOn = null);

    public sealed record Response(Guid Id);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/referrals/{id:guid}/bar-entries", Handle)
        .WithName(nameof(EnterBar))
        .WithSummary("Enters a finding of § 35a")
        .WithDescription("The bar lasts ten years from the unappealable finding on (a parameter of the rule set). Possible in every state: fraud is found late.")
        .RequireAuthorization(NaturalisationPolicies.Proceed)
        .ProducesProblem(404);

    private static async Task<Results<Created<Response>, ProblemHttpResult>> Handle(Guid id, Request request, CheckDesk desk, CancellationToken ct)
    {
        if (await desk.Db.LockReferralAsync(id, ct) is null) return Error.NotFound("referral").ToProblem();
        if (request.UnappealableOn > desk.Today)
            return Error.Invalid("day-in-future", "The finding cannot be unappealable before today.", "unappealableOn").ToProblem();
        var entry = BarEntry.Enter(desk.NewId(), id, new FraudFinding { Kind = request.Kind, UnappealableOn = request.UnappealableOn }, desk.Act);
        desk.Db.BarEntries.Add(entry);
        desk.Audit.Change("referral", id);
        await desk.Db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/naturalisation/referrals/{id}", new Response(entry.Id));
    }
}
