using Kim.Contracts.Vocabulary;

namespace Kim.Interpreters.Features.Assignments;

/// <summary>The hours of a talk are handed in: by the interpreter, or by the desk from a paper form that the requester signed.</summary>
internal static class SubmitCompletion
{
    /// <summary>The proof.</summary>
    public sealed record Request(
        DateTimeOffset StartedAt,
        DateTimeOffset EndedAt,
        [property: Range(0, 600), Description("Minutes on the way, there and back.")] int TravelMinutes,
        [property: Range(0.0, 500.0), Description("Kilometres of the way, there and back, fastest route, at most one decimal.")] decimal TravelKm,
        [property: Required, StringLength(200, MinimumLength = 1), Description("Who signed for the requesting agency.")] string RequesterConfirmedBy);

    /// <summary>Where the request stands now.</summary>
    public sealed record Response(Guid Id, string State, int Minutes);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/requests/{id:guid}/completion", Handle)
        .WithName(nameof(SubmitCompletion))
        .WithSummary("Hands in the hours of a talk")
        .WithDescription("From BESTAETIGT to NACHWEIS_EINGEREICHT, after the talk; tells the requester. An interpreter hands in own talks only.")
        .RequireAuthorization(InterpretersPolicies.SubmitProofs)
        .ProducesProblem(404).ProducesProblem(409);

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, InterpretersDb db, [AsParameters] Desk desk, CancellationToken ct)
    {
        var all = desk.Actor.Has(Roles.PoolDesk);
        var own = db.Assignments.Where(assignment => assignment.BookingId == id && assignment.Active
            && (all || db.Interpreters.Any(interpreter => interpreter.Id == assignment.InterpreterId && interpreter.AccountId == desk.Actor.AccountId)));
        if (!all && !await own.AnyAsync(ct)) return Error.NotFound("request").ToProblem();
        if (await db.LockBookingAsync(id, ct) is not { } booking) return Error.NotFound("request").ToProblem();
        if (booking.SubmitProof(desk.Now).Error is { } refused) return refused.ToProblem();

        var assignment = await own.SingleAsync(ct);
        if (assignment.HandIn(ToProof(request), booking.Details.Mode, desk.Actor.AccountId, desk.Now).Error is { } invalid) return invalid.ToProblem();
        desk.Events.Add(booking.Id, new AssignmentCompleted
        {
            BookingRef = booking.BookingRef,
            Version = booking.Version,
            Minutes = assignment.Minutes,
            Mode = booking.Details.Mode,
            Language = booking.Details.Language,
            HeldOn = LocalTime.DayOf(request.StartedAt),
        });
        desk.Audit.Change("booking", id);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Response(id, booking.State, assignment.Minutes));
    }

    private static Proof ToProof(Request request) => new(
        request.StartedAt.ToUniversalTime(), request.EndedAt.ToUniversalTime(), request.TravelMinutes, request.TravelKm, request.RequesterConfirmedBy);
}
