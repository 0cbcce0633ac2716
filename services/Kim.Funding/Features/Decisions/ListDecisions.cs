namespace Kim.Funding.Features;

/// <summary>The register of decisions of Kreistag and Land.</summary>
internal static class ListDecisions
{
    private sealed record After(DateOnly On, string Key);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/decisions", Handle)
        .WithName(nameof(ListDecisions))
        .WithSummary("Decisions")
        .WithDescription("Oldest first, with their correction history.")
        .RequireAuthorization(FundingPolicies.ReadDecisions);

    private static async Task<Results<Ok<Page<DecisionView>>, ProblemHttpResult>> Handle(
        [AsParameters] PageRequest page, FundingWork work, CancellationToken ct)
    {
        if (page.Read<After>() is var start && start.Error is { } error) return error.ToProblem();
        var query = work.Db.Decisions.AsNoTracking();
        if (start.Value.After is { } after)
            query = query.Where(row => EF.Functions.GreaterThan(ValueTuple.Create(row.DecidedOn, row.Key), ValueTuple.Create(after.On, after.Key)));
        var found = await query.OrderBy(row => row.DecidedOn).ThenBy(row => row.Key).Take(start.Value.Take + 1).ToListAsync(ct);
        return TypedResults.Ok(Page.Of([.. found.Select(DecisionView.Of)], start.Value.Take, (DecisionView item) => new After(item.DecidedOn, item.Key)));
    }
}
