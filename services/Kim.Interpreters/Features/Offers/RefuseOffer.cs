namespace Kim.Interpreters.Features.Offers;

/// <summary>The interpreter says no, without a reason: volunteers have no duty to accept (domain.md 6.1).</summary>
internal static class RefuseOffer
{
    /// <summary>Nothing to say: the body may be empty.</summary>
    public sealed record Request;

    /// <summary>The offer's state.</summary>
    public sealed record Response(Guid Id, string State);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/offers/{id:guid}/refusal", Handle)
        .WithName(nameof(RefuseOffer))
        .WithSummary("Refuses an offer")
        .WithDescription("No reason is asked for and none is stored.")
        .RequireAuthorization(InterpretersPolicies.AnswerOffers)
        .ProducesProblem(404).ProducesProblem(409);

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request? request, InterpretersDb db, [AsParameters] Desk desk, CancellationToken ct)
    {
        if (await db.LockOwnOfferAsync(id, desk.Actor.AccountId, ct) is not { } own) return Error.NotFound("offer").ToProblem();
        if (own.Offer.Refuse(own.Booking, desk.Now).Error is { } refused) return refused.ToProblem();

        desk.Audit.Change("booking", own.Booking.Id);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Response(id, own.Offer.State));
    }
}
