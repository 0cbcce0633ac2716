namespace Kim.Funding.Features;

/// <summary>The booked costs, reversals and what they take back included: nothing is deleted.</summary>
internal static class ListCosts
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/costs", Handle)
        .WithName(nameof(ListCosts))
        .WithSummary("Costs")
        .WithDescription("In the order of the days of use. Filters: `year`, `grantId`, `position`, `eligible`.")
        .RequireAuthorization(FundingPolicies.ReadMoney);

    /// <summary>What to leave out.</summary>
    public sealed record Filter([property: Range(2000, 2100)] int? Year, Guid? GrantId, string? Position, bool? Eligible);

    private static async Task<Results<Ok<Page<CostView>>, ProblemHttpResult>> Handle(
        [AsParameters] PageRequest page, [AsParameters] Filter filter, FundingWork work, CancellationToken ct)
    {
        if (page.Read<AfterDay>() is var start && start.Error is { } error) return error.ToProblem();
        var query = work.Db.Costs.AsNoTracking().Where(row =>
            (filter.GrantId == null || row.GrantId == filter.GrantId) && (filter.Position == null || row.Position == filter.Position)
            && (filter.Eligible == null || row.Eligible == filter.Eligible));
        if (filter.Year is { } year)
        {
            var (first, next) = (new DateOnly(year, 1, 1), new DateOnly(year + 1, 1, 1));
            query = query.Where(row => row.SpentOn >= first && row.SpentOn < next);
        }

        if (start.Value.After is { } after)
            query = query.Where(row => EF.Functions.GreaterThan(ValueTuple.Create(row.SpentOn, row.Id), ValueTuple.Create(after.On, after.Id)));
        var found = await query.OrderBy(row => row.SpentOn).ThenBy(row => row.Id).Take(start.Value.Take + 1).ToListAsync(ct);
        return TypedResults.Ok(Page.Of([.. found.Select(CostView.Of)], start.Value.Take, (CostView item) => new AfterDay(item.SpentOn, item.Id)));
    }
}
