namespace Kim.Interpreters.Features.Assignments;

/// <summary>The desk verifies the proof against the signed form. Four eyes: never the interpreter, never who handed the hours in.</summary>
internal static class VerifyCompletion
{
    /// <summary>Nothing to say: the body may be empty.</summary>
    public sealed record Request;

    /// <summary>Where the request stands now.</summary>
    public sealed record Response(Guid Id, string State);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/requests/{id:guid}/verification", Handle)
        .WithName(nameof(VerifyCompletion))
        .WithSummary("Verifies the hours of a talk")
        .WithDescription("From NACHWEIS_EINGEREICHT to GEPRUEFT. 403 four-eyes for the interpreter and for whoever handed in the hours.")
        .RequireAuthorization(InterpretersPolicies.SettleAssignments)
        .ProducesProblem(404).ProducesProblem(409);

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request? request, InterpretersDb db, [AsParameters] Desk desk, CancellationToken ct)
    {
        if (await db.LockBookingAsync(id, ct) is not { } booking) return Error.NotFound("request").ToProblem();
        var assignment = await db.Assignments.SingleOrDefaultAsync(found => found.BookingId == id && found.Active, ct);
        var account = await db.Interpreters.Where(interpreter => assignment != null && interpreter.Id == assignment.InterpreterId)
            .Select(interpreter => interpreter.AccountId).SingleOrDefaultAsync(ct);
        if (booking.Verify(assignment, account, desk.Actor.AccountId, desk.Now).Error is { } refused) return refused.ToProblem();

        desk.Audit.Change("booking", id);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Response(id, booking.State));
    }
}
