namespace Kim.Funding.Features;

/// <summary>The grants with what was known of their periods on a day.</summary>
internal static class ListGrants
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/grants", Handle)
        .WithName(nameof(ListGrants))
        .WithSummary("Grants")
        .WithDescription("In the order of their recording; the Verwendungszeitraum as known on `asOf` (today unless told). `programme` filters by key.")
        .RequireAuthorization(FundingPolicies.ReadMoney);

    private static async Task<Results<Ok<Page<GrantView>>, ProblemHttpResult>> Handle(
        [AsParameters] PageRequest page, [Description("The day; today unless told.")] DateOnly? asOf, string? programme, FundingWork work, CancellationToken ct)
    {
        if (page.Read<AfterId>() is var start && start.Error is { } error) return error.ToProblem();
        var query = work.Db.Grants.AsNoTracking().Where(row => programme == null || row.Programme == programme);
        if (start.Value.After is { } after) query = query.Where(row => row.Id > after.Id);
        var found = await query.OrderBy(row => row.Id).Take(start.Value.Take + 1).ToListAsync(ct);
        var day = asOf ?? work.Today;
        return TypedResults.Ok(Page.Of([.. found.Select(row => GrantView.Of(row, day))], start.Value.Take, (GrantView item) => new AfterId(item.Id)));
    }
}
