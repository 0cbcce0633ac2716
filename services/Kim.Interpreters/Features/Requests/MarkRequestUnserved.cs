namespace Kim.Interpreters.Features.Requests;

/// <summary>The desk gives up: nobody can be found. The request counts as unserved demand for its language.</summary>
internal static class MarkRequestUnserved
{
    /// <summary>Nothing to say: the body may be empty.</summary>
    public sealed record Request;

    /// <summary>Where the request stands now.</summary>
    public sealed record Response(Guid Id, string State);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/requests/{id:guid}/unserved", Handle)
        .WithName(nameof(MarkRequestUnserved))
        .WithSummary("Marks a request as not to be served")
        .WithDescription("From BEWILLIGT or ANGEBOTEN to NICHT_VERMITTELBAR; tells the requester.")
        .RequireAuthorization(InterpretersPolicies.DecideRequests)
        .ProducesProblem(404).ProducesProblem(409);

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request? request, InterpretersDb db, [AsParameters] Desk desk, CancellationToken ct)
    {
        if (await db.LockBookingAsync(id, ct) is not { } booking) return Error.NotFound("request").ToProblem();
        if (booking.MarkUnserved(desk.Now).Error is { } refused) return refused.ToProblem();

        desk.Events.Add(booking.Id, new BookingUnserved
        {
            BookingRef = booking.BookingRef,
            Version = booking.Version,
            Language = booking.Details.Language,
            UnservedOn = LocalTime.DayOf(desk.Now),
        });
        desk.Audit.Change("booking", id);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Response(id, booking.State));
    }
}
