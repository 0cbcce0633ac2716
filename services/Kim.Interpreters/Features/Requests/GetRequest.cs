namespace Kim.Interpreters.Features.Requests;

/// <summary>One request with its offers and its assignment, as the desk needs it to decide.</summary>
internal static class GetRequest
{
    /// <summary>The request.</summary>
    public sealed record Response(
        Guid Id, Guid BookingRef, long Version, string State, IReadOnlyList<string> Allowed, TalkInfo Talk,
        [property: Field(FieldClass.Personal)] string Language, [property: Field(FieldClass.Personal)] string? Dialect,
        string Mode, DateTimeOffset StartsAt, int DurationMinutes, string Ags, [property: Field(FieldClass.Personal)] string MeetingPlace, string? ContactPosition,
        [property: Field(FieldClass.Special)] string TopicClass,
        int RequiredLevel, [property: Field(FieldClass.Personal)] string? Gender, [property: Field(FieldClass.Personal)] bool GenderRequired,
        string? DeclineReason, DateTimeOffset ReceivedAt, DateTimeOffset? CancelledAt,
        IReadOnlyList<OfferInfo> Offers, AssignmentInfo? Assignment, SettlementInfo? Settlement);

    /// <summary>What the pool's rules say to the talk.</summary>
    public sealed record TalkInfo(bool LeadTimeKept, int LeadTimeWorkingDays, int LevelNeeded);

    /// <summary>An offer of the request.</summary>
    public sealed record OfferInfo(Guid Id, Guid InterpreterId, [property: Field(FieldClass.Personal)] string DisplayName, string State, DateTimeOffset RespondBy, DateTimeOffset? AnsweredAt);

    /// <summary>Who accepted, and the proof of the hours.</summary>
    public sealed record AssignmentInfo(
        Guid InterpreterId, [property: Field(FieldClass.Personal)] string DisplayName, DateTimeOffset AcceptedAt, DateTimeOffset? StartedAt,
        DateTimeOffset? EndedAt, int Minutes,
        int? TravelMinutes, decimal? TravelKm, [property: Field(FieldClass.Personal)] string? RequesterConfirmedBy, DateTimeOffset? VerifiedAt);

    /// <summary>What was paid.</summary>
    public sealed record SettlementInfo(
        int Minutes, string RateRule, DateOnly ValidFrom, DateOnly SettledOn, IReadOnlyList<LineInfo> Lines, decimal TotalEur);

    /// <summary>A line of it with the pot that bears it.</summary>
    public sealed record LineInfo(string Kind, string Pot, decimal Units, decimal UnitEur, decimal AmountEur);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/requests/{id:guid}", Handle)
        .WithName(nameof(GetRequest))
        .WithSummary("One request")
        .WithDescription("With the steps allowed now, the pool's rules for this talk, its offers, the assignment and the settlement. The ETag is needed for the review.")
        .RequireAuthorization(InterpretersPolicies.ReadRequests)
        .ProducesProblem(404);

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, InterpretersDb db, AuditBook audit, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        if (await db.Bookings.SingleOrDefaultAsync(booking => booking.Id == id, ct) is not { } booking)
            return Error.NotFound("request").ToProblem();

        var offers = await OffersAsync(db, booking, clock.GetUtcNow(), ct);
        var assignment = await AssignmentAsync(db, id, ct);
        var settlement = await db.Settlements.AsNoTracking().SingleOrDefaultAsync(paid => paid.BookingId == id, ct);
        var rules = await db.RulesOnAsync(booking.Details.Day, ct);

        audit.Read("booking", id);
        foreach (var interpreter in offers.Select(offer => offer.InterpreterId).Append(assignment?.InterpreterId ?? Guid.Empty).Distinct())
            if (interpreter != Guid.Empty) audit.Read("interpreter", interpreter);
        http.SetETag(db.ETagOf(booking));
        return TypedResults.Ok(Answer(booking, rules, offers, assignment, settlement));
    }

    private static Response Answer(
        Booking booking, PoolRules rules, IReadOnlyList<OfferInfo> offers, AssignmentInfo? assignment, Settlement? settlement)
    {
        var details = booking.Details;
        var talk = new TalkInfo(
            rules.LeadTimeKept(booking.ReceivedAt, details.StartsAt), rules.LeadTimeWorkingDays, rules.LevelFor(details));
        return new(
            booking.Id, booking.BookingRef, booking.Version, booking.State, BookingStates.NextSteps(booking.State), talk, details.Language,
            details.Dialect, details.Mode, details.StartsAt, details.DurationMinutes, details.Ags, details.MeetingPlace,
            details.ContactPosition, details.TopicClass, details.RequiredLevel, details.Gender, details.GenderRequired,
            booking.DeclineReason, booking.ReceivedAt, booking.CancelledAt, offers, assignment, settlement is null ? null : ToInfo(settlement));
    }

    private static SettlementInfo ToInfo(Settlement paid) => new(
        paid.Minutes, paid.RateRule, paid.RateRuleValidFrom, paid.SettledOn,
        [.. paid.Lines.OrderBy(line => line.Position).Select(line => new LineInfo(line.Kind, line.Pot, line.Units, line.UnitEur, line.AmountEur))],
        paid.TotalEur);

    private static async Task<IReadOnlyList<OfferInfo>> OffersAsync(InterpretersDb db, Booking booking, DateTimeOffset now, CancellationToken ct)
    {
        var rows = await (
            from offer in db.Offers.AsNoTracking()
            join interpreter in db.Interpreters on offer.InterpreterId equals interpreter.Id
            where offer.BookingId == booking.Id
            orderby offer.Id
            select new { offer, interpreter.DisplayName }).ToListAsync(ct);
        return
        [
            .. rows.Select(row => new OfferInfo(
                row.offer.Id, row.offer.InterpreterId, row.DisplayName, row.offer.StateIn(booking, now), row.offer.RespondBy, row.offer.AnsweredAt)),
        ];
    }

    private static async Task<AssignmentInfo?> AssignmentAsync(InterpretersDb db, Guid bookingId, CancellationToken ct)
    {
        var row = await (
            from assignment in db.Assignments.AsNoTracking()
            join interpreter in db.Interpreters on assignment.InterpreterId equals interpreter.Id
            where assignment.BookingId == bookingId && assignment.Active
            select new { assignment, interpreter.DisplayName }).SingleOrDefaultAsync(ct);
        return row is { assignment: var found, DisplayName: var name }
            ? new(
                found.InterpreterId, name, found.AcceptedAt, found.StartedAt, found.EndedAt, found.Minutes, found.TravelMinutes,
                found.TravelKm, found.ConfirmedBy, found.VerifiedAt)
            : null;
    }
}
