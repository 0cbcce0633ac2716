namespace Kim.Funding.Features;

/// <summary>
/// Corrects a row of who held a position. The earlier row stays with who corrected it, when and why; it counts nowhere any more.
/// Without facts the occupancy never happened.
/// </summary>
internal static class CorrectOccupancy
{
    /// <summary>What was right.</summary>
    public sealed record Request(
        [property: Required, StringLength(400, MinimumLength = 3), Description("Why; nothing about a person.")] string Reason = "",
        [property: Description("What was right; absent when it never happened.")] OccupancyInput? Facts = null);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/positions/{key}/occupancies/{id:guid}/correction", Handle)
        .WithName(nameof(CorrectOccupancy))
        .WithSummary("Corrects an occupancy")
        .WithDescription("Needs If-Match with the position's ETag. The earlier row is kept. 409 OCCUPANCY_CORRECTED when it was corrected before. Publishes PositionVacated and PositionFilled as needed.")
        .RequireAuthorization(FundingPolicies.WriteStaffing)
        .ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);

    private static async Task<Results<Ok<OccupancyAnswer>, ProblemHttpResult>> Handle(
        string key, Guid id, Request request, [FromHeader(Name = "If-Match")] string? ifMatch, FundingWork work, CancellationToken ct)
    {
        Result<OccupancyFacts>? facts = request.Facts?.Read();
        if (facts?.Error is { } invalid) return invalid.ToProblem();
        if (await work.UnknownAccountAsync(request.Facts?.AccountId, "facts.accountId", ct) is { } stranger) return stranger.ToProblem();
        if (await work.Db.LockAsync(key, ct) is not { } staffed) return Error.NotFound("position").ToProblem();
        if (work.Db.CheckMatch(staffed.Position, ifMatch) is { } mismatch) return mismatch.ToProblem();
        var before = staffed.Occupancies.SingleOrDefault(row => row.Id == id);
        if (before is null) return Error.NotFound("occupancy").ToProblem();
        if (!before.Stands) return Error.Blocked("OCCUPANCY_CORRECTED", "This row was corrected before.", []).ToProblem();
        if (facts is { } right && staffed.Admit(right.Value, id).Error is { } refused) return refused.ToProblem();

        var after = facts is null ? null : work.Db.Add(Occupancy.Of(work.NewId(), key, facts.Value.Value, work.By())).Entity;
        before.CorrectWith(after?.Id, work.By(request.Reason));
        Tell(work, staffed.Position, before, after);
        work.Audit.Change("position", staffed.Position.Id);
        await work.SaveAsync(staffed.Position, ct);
        var now = staffed with { Occupancies = after is null ? staffed.Occupancies : [.. staffed.Occupancies, after] };
        return TypedResults.Ok(await work.AnswerAsync(now, after?.Id, after?.From ?? before.From, ct));
    }

    // Another account, or none: the earlier one never held it. The same account: the newer version of its filling says all.
    private static void Tell(FundingWork work, Position position, Occupancy before, Occupancy? after)
    {
        if (before.AccountId != after?.AccountId) OccupancyEvents.Vacated(work.Events, position, before.AccountId, before.From);
        if (after is not null) OccupancyEvents.Filled(work.Events, position, after, work.Today);
    }
}
