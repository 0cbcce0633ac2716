namespace Kim.Funding.Features;

/// <summary>
/// Fills a position from a day on. On no day may more than its VZÄ be filled, and only while it is funded; what breaks a quota is
/// listed by the check and told here as a warning. Identity hears of it at once, with the dates.
/// </summary>
internal static class FillPosition
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/positions/{key}/occupancies", Handle)
        .WithName(nameof(FillPosition))
        .WithSummary("Fills a position")
        .WithDescription("409 POSITION_OVERFILLED when on some day more than the position's VZÄ would be filled, POSITION_NOT_FUNDED outside its period. Publishes PositionFilled.")
        .RequireAuthorization(FundingPolicies.WriteStaffing)
        .ProducesProblem(404).ProducesProblem(409);

    private static async Task<Results<Created<OccupancyAnswer>, ProblemHttpResult>> Handle(
        string key, OccupancyInput request, FundingWork work, CancellationToken ct)
    {
        if (request.Read() is var facts && facts.Error is { } invalid) return invalid.ToProblem();
        if (await work.UnknownAccountAsync(request.AccountId, "accountId", ct) is { } stranger) return stranger.ToProblem();
        if (await work.Db.LockAsync(key, ct) is not { } staffed) return Error.NotFound("position").ToProblem();
        if (staffed.Admit(facts.Value).Error is { } refused) return refused.ToProblem();

        var occupancy = work.Db.Add(Occupancy.Of(work.NewId(), key, facts.Value, work.By())).Entity;
        OccupancyEvents.Filled(work.Events, staffed.Position, occupancy, work.Today);
        work.Audit.Change("position", staffed.Position.Id);
        await work.SaveAsync(staffed.Position, ct);
        var now = staffed with { Occupancies = [.. staffed.Occupancies, occupancy] };
        return TypedResults.Created($"/api/v1/funding/positions/{key}", await work.AnswerAsync(now, occupancy.Id, occupancy.From, ct));
    }
}
