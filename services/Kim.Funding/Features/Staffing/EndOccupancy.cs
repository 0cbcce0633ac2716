namespace Kim.Funding.Features;

/// <summary>Somebody leaves a position: the plain end of an open occupancy. An end that was wrong is a correction.</summary>
internal static class EndOccupancy
{
    /// <summary>The end.</summary>
    public sealed record Request([property: Required, Description("First day on which it is no longer filled.")] DateOnly? Until = null);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/positions/{key}/occupancies/{id:guid}/end", Handle)
        .WithName(nameof(EndOccupancy))
        .WithSummary("Ends an occupancy")
        .WithDescription("Needs If-Match with the position's ETag. 409 OCCUPANCY_ENDED when it has an end already or was corrected. Publishes PositionVacated.")
        .RequireAuthorization(FundingPolicies.WriteStaffing)
        .ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);

    private static async Task<Results<Ok<OccupancyAnswer>, ProblemHttpResult>> Handle(
        string key, Guid id, Request request, [FromHeader(Name = "If-Match")] string? ifMatch, FundingWork work, CancellationToken ct)
    {
        if (await work.Db.LockAsync(key, ct) is not { } staffed) return Error.NotFound("position").ToProblem();
        if (work.Db.CheckMatch(staffed.Position, ifMatch) is { } mismatch) return mismatch.ToProblem();
        var occupancy = staffed.Occupancies.SingleOrDefault(row => row.Id == id);
        if (occupancy is null) return Error.NotFound("occupancy").ToProblem();
        if (occupancy.End(request.Until!.Value).Error is { } refused) return refused.ToProblem();

        OccupancyEvents.Vacated(work.Events, staffed.Position, occupancy.AccountId, request.Until.Value);
        work.Audit.Change("position", staffed.Position.Id);
        await work.SaveAsync(staffed.Position, ct);
        return TypedResults.Ok(await work.AnswerAsync(staffed, id, request.Until.Value, ct));
    }
}
