namespace Kim.Interpreters.Features.Offers;

/// <summary>
/// The desk asks several interpreters at once; the first acceptance wins. Only who passes the hard filters can be asked: they
/// are law (secrecy, sworn level) or make the talk impossible.
/// </summary>
internal static class SendOffers
{
    /// <summary>Whom to ask, and until when they may answer.</summary>
    public sealed record Request(
        [property: Required, MinLength(1), MaxLength(20)] IReadOnlyList<Guid> InterpreterIds,
        [property: Description("End of the time to answer; without it the pool's rules decide.")] DateTimeOffset? RespondBy = null);

    /// <summary>The offers.</summary>
    public sealed record Response(IReadOnlyList<Sent> Offers);

    /// <summary>An offer.</summary>
    public sealed record Sent(Guid Id, Guid InterpreterId, DateTimeOffset RespondBy);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/requests/{id:guid}/offers", Handle)
        .WithName(nameof(SendOffers))
        .WithSummary("Offers a request to interpreters")
        .WithDescription("From BEWILLIGT or ANGEBOTEN to ANGEBOTEN. Refused for interpreters who are not eligible or have an open offer already.")
        .RequireAuthorization(InterpretersPolicies.DecideRequests)
        .ProducesProblem(404).ProducesProblem(409);

    private static async Task<Results<Created<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, InterpretersDb db, [AsParameters] Desk desk, CancellationToken ct)
    {
        if (await db.LockBookingAsync(id, ct) is not { } booking) return Error.NotFound("request").ToProblem();
        var now = desk.Now;
        if (booking.SendOffers(now).Error is { } refused) return refused.ToProblem();
        var rules = await db.RulesOnAsync(booking.Details.Day, ct);
        var respondBy = request.RespondBy?.ToUniversalTime() ?? now.AddHours(rules.OfferResponseHours);
        if (respondBy <= now) return Error.Invalid("respond-by-in-past", "The time to answer lies in the future.", "respondBy").ToProblem();

        var ids = request.InterpreterIds.Distinct().ToArray();
        if (await CheckAsync(db, booking, rules, ids, now, ct) is { } error) return error.ToProblem();

        var offers = ids.Select(interpreter => Offer.To(Guid.CreateVersion7(now), booking, interpreter, respondBy, now)).ToArray();
        db.Offers.AddRange(offers);
        desk.Audit.Change("booking", id);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created(
            $"/api/v1/interpreters/requests/{id}",
            new Response([.. offers.Select(offer => new Sent(offer.Id, offer.InterpreterId, offer.RespondBy))]));
    }

    private static async Task<Error?> CheckAsync(
        InterpretersDb db, Booking booking, PoolRules rules, Guid[] ids, DateTimeOffset now, CancellationToken ct)
    {
        var candidates = await db.CandidatesAsync(booking, ids, now, ct);
        if (candidates.Count < ids.Length) return Error.Invalid("interpreter-unknown", "The pool does not know this interpreter.", "interpreterIds");
        var unfit = candidates.Select(facts => Matching.Assess(booking.Details, rules, facts)).FirstOrDefault(candidate => !candidate.Eligible);
        if (unfit is not null)
            return Error.Blocked("NOT_ELIGIBLE", $"An interpreter cannot take this talk: {string.Join(", ", unfit.Against.Select(reason => reason.Code))}.",
                BookingStates.NextSteps(booking.State));
        var asked = await db.Offers.AsNoTracking().Where(offer => offer.BookingId == booking.Id && ids.Contains(offer.InterpreterId)).ToListAsync(ct);
        return asked.Any(offer => offer.StateIn(booking, now) == OfferStates.Open)
            ? Error.Blocked("ALREADY_OFFERED", "An interpreter has an open offer for this talk.", BookingStates.NextSteps(booking.State))
            : null;
    }
}
