namespace Kim.Interpreters.Features.Requests;

/// <summary>The desk confirms the interpreter who accepted: from now on the requester may count on the talk.</summary>
internal static class ConfirmRequest
{
    /// <summary>Nothing to say: the body may be empty.</summary>
    public sealed record Request;

    /// <summary>Where the request stands now.</summary>
    public sealed record Response(Guid Id, string State, IReadOnlyList<string> Allowed);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/requests/{id:guid}/confirmation", Handle)
        .WithName(nameof(ConfirmRequest))
        .WithSummary("Confirms an accepted request")
        .WithDescription("From ZUGESAGT to BESTAETIGT; tells the requester.")
        .RequireAuthorization(InterpretersPolicies.DecideRequests)
        .ProducesProblem(404).ProducesProblem(409);

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request? request, InterpretersDb db, [AsParameters] Desk desk, CancellationToken ct)
    {
        if (await db.LockBookingAsync(id, ct) is not { } booking) return Error.NotFound("request").ToProblem();
        if (booking.Confirm(desk.Now).Error is { } refused) return refused.ToProblem();

        desk.Events.Add(booking.Id, new BookingConfirmed
        {
            BookingRef = booking.BookingRef,
            Version = booking.Version,
            StartsAt = booking.Details.StartsAt,
            DurationMinutes = booking.Details.DurationMinutes,
            Mode = booking.Details.Mode,
            Language = booking.Details.Language,
        });
        desk.Audit.Change("booking", id);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Response(id, booking.State, BookingStates.NextSteps(booking.State)));
    }
}
