namespace Kim.Interpreters.Features.Requests;

/// <summary>
/// The desk approves or refuses. There is no legal entitlement to the pool (domain.md 6.1), but a refusal names its reason.
/// A short lead time is shown and not a barrier: the desk may find a substitute the same day.
/// </summary>
internal static class ReviewRequest
{
    /// <summary>The decision.</summary>
    public sealed record Request(
        [property: Required, AllowedValues("APPROVE", "REJECT"), Description("APPROVE or REJECT.")] string Decision,
        [property: Description("Reason code, needed for REJECT: see GET /pool-rules.")] string? Reason = null);

    /// <summary>Where the request stands now.</summary>
    public sealed record Response(Guid Id, string State, IReadOnlyList<string> Allowed);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/requests/{id:guid}/review", Handle)
        .WithName(nameof(ReviewRequest))
        .WithSummary("Approves or refuses a request")
        .WithDescription("Needs If-Match with the request's ETag. A refusal needs a reason code and tells the requester.")
        .RequireAuthorization(InterpretersPolicies.DecideRequests)
        .ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, [FromHeader(Name = "If-Match")] string? ifMatch, InterpretersDb db, [AsParameters] Desk desk, CancellationToken ct)
    {
        if (await db.LockBookingAsync(id, ct) is not { } booking) return Error.NotFound("request").ToProblem();
        if (db.CheckMatch(booking, ifMatch) is { } mismatch) return mismatch.ToProblem();
        if (Decide(booking, request, desk.Now).Error is { } refused) return refused.ToProblem();

        if (booking.State == BookingStates.Declined)
            desk.Events.Add(booking.Id, new BookingDeclined
            {
                BookingRef = booking.BookingRef,
                Version = booking.Version,
                Reason = booking.DeclineReason!,
                Language = booking.Details.Language,
                DeclinedOn = LocalTime.DayOf(desk.Now),
            });
        desk.Audit.Change("booking", id);
        await db.SaveChangesAsync(ct);
        desk.Http.SetETag(db.ETagOf(booking));
        return TypedResults.Ok(new Response(id, booking.State, BookingStates.NextSteps(booking.State)));
    }

    private static Result Decide(Booking booking, Request request, DateTimeOffset now)
    {
        if (request.Decision == "APPROVE") return booking.Approve(now);
        return request.Reason is { } reason && DeclineReasons.All.ContainsKey(reason)
            ? booking.Decline(reason, now)
            : Error.Invalid("reason-unknown", "A refusal names one of the pool's reasons.", "reason");
    }
}
