using Kim.Contracts.Naturalisation;

namespace Kim.Naturalisation.Features.Referrals;

/// <summary>A consultation was held (Beratung); there may be more than one.</summary>
internal static class RecordCounselling
{
    public sealed record Request([property: Description("Not before the referral, not in the future.")] DateOnly HeldOn);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/referrals/{id:guid}/counselling", Handle)
        .WithName(nameof(RecordCounselling))
        .WithSummary("Records a consultation")
        .WithDescription("Needs If-Match. State BERATUNG; publishes CounsellingHeld.")
        .RequireAuthorization(NaturalisationPolicies.Proceed)
        .ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);

    private static async Task<Results<Ok<StepView>, ProblemHttpResult>> Handle(
        Guid id, Request request, [FromHeader(Name = "If-Match")] string? ifMatch, CheckDesk desk, HttpContext http, CancellationToken ct)
    {
        var opened = await desk.OpenAsync(id, ifMatch, ct);
        if (opened.Error is { } closed) return closed.ToProblem();
        var referral = opened.Value;
        if (referral.Counsel(request.HeldOn, desk.Today).Error is { } refused) return refused.ToProblem();

        desk.Events.Add(id, new CounsellingHeld { ReferralId = id, Version = referral.Version, HeldOn = request.HeldOn });
        desk.Audit.Change("referral", id);
        await desk.Db.SaveChangesAsync(ct);
        http.SetETag(desk.Db.ETagOf(referral));
        return TypedResults.Ok(StepView.Of(referral));
    }
}
