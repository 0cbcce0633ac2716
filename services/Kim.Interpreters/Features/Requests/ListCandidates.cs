namespace Kim.Interpreters.Features.Requests;

/// <summary>
/// Who could take the talk, ranked and explained. The list proposes, the desk decides; who cannot be asked stands last with
/// the reasons, so that the desk can answer for the choice.
/// </summary>
internal static class ListCandidates
{
    /// <summary>All candidates, best first.</summary>
    public sealed record Response(IReadOnlyList<Item> Items);

    /// <summary>One candidate.</summary>
    public sealed record Item(
        Guid InterpreterId, [property: Field(FieldClass.Personal)] string DisplayName, bool Eligible, int Rank, int Score, int Level,
        [property: Field(FieldClass.Personal)] string HomeAgs,
        IReadOnlyList<Reason> ReasonsFor, IReadOnlyList<Reason> ReasonsAgainst);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/requests/{id:guid}/candidates", Handle)
        .WithName(nameof(ListCandidates))
        .WithSummary("Ranked candidates with reasons")
        .WithDescription("Eligible interpreters by score, then the others with what stands against them. Distances are approximate (municipality centres).")
        .RequireAuthorization(InterpretersPolicies.ReadCandidates)
        .ProducesProblem(404);

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, InterpretersDb db, AuditBook audit, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Bookings.AsNoTracking().SingleOrDefaultAsync(booking => booking.Id == id, ct) is not { } booking)
            return Error.NotFound("request").ToProblem();

        var rules = await db.RulesOnAsync(booking.Details.Day, ct);
        var pool = await db.CandidatesAsync(booking, null, clock.GetUtcNow(), ct);
        var ranked = Matching.Rank(booking.Details, rules, pool);
        audit.Search("interpreter", ranked.Select(candidate => candidate.Interpreter.Id));
        return TypedResults.Ok(new Response([.. ranked.Select(ToItem)]));
    }

    private static Item ToItem(Candidate candidate, int index) => new(
        candidate.Interpreter.Id, candidate.Interpreter.DisplayName, candidate.Eligible, index + 1, candidate.Score, candidate.Interpreter.Level,
        candidate.Interpreter.HomeAgs, candidate.For, candidate.Against);
}
