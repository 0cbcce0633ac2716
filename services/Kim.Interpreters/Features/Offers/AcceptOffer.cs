namespace Kim.Interpreters.Features.Offers;

/// <summary>
/// The interpreter says yes. The booking's row lock puts simultaneous answers in line: the first wins, the others get a
/// conflict; the database refuses a second talk at the same time.
/// </summary>
internal static class AcceptOffer
{
    /// <summary>Nothing to say: the body may be empty.</summary>
    public sealed record Request;

    /// <summary>Where the request stands now.</summary>
    public sealed record Response(Guid Id, Guid RequestId, string State);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/offers/{id:guid}/acceptance", Handle)
        .WithName(nameof(AcceptOffer))
        .WithSummary("Accepts an offer")
        .WithDescription("The first acceptance wins; an expired or superseded offer and an overlapping talk are conflicts.")
        .RequireAuthorization(InterpretersPolicies.AnswerOffers)
        .ProducesProblem(404).ProducesProblem(409);

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request? request, InterpretersDb db, [AsParameters] Desk desk, CancellationToken ct)
    {
        if (await db.LockOwnOfferAsync(id, desk.Actor.AccountId, ct) is not { } own) return Error.NotFound("offer").ToProblem();
        var (offer, booking) = own;
        var now = desk.Now;
        if (booking.Accept(offer, now).Error is { } refused) return refused.ToProblem();

        var way = await db.WayAsync(offer.InterpreterId, booking.Details, ct);
        db.Assignments.Add(Assignment.Of(Guid.CreateVersion7(now), booking, offer.InterpreterId, way, now));
        desk.Audit.Change("booking", booking.Id);
        if ((await db.SaveUnlessTakenAsync(ct)).Error is { } taken) return taken.ToProblem();
        return TypedResults.Ok(new Response(id, booking.Id, booking.State));
    }
}
