namespace Kim.Funding.Features;

/// <summary>The types of cost within the three categories (S-09) and which programme pays for them on a day.</summary>
internal static class ListCostTypes
{
    /// <summary>A type of cost.</summary>
    public sealed record Item(
        string Code, string Title, [property: Description("PERSONALKOSTEN, SACHKOSTEN or INTEGRATIONSMASSNAHMEN.")] string Category, bool PensionProvision,
        [property: Description("The rules in force on the day; without one a programme does not pay.")] IReadOnlyList<EligibilityRule> Eligibility,
        IReadOnlyList<string> Sources);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/cost-types", Handle)
        .WithName(nameof(ListCostTypes))
        .WithSummary("Types of cost")
        .WithDescription("By code, with the rules of `asOf` (today unless told). Pensionsrückstellungen are not eligible (S-12).")
        .RequireAuthorization(FundingPolicies.ReadMoney);

    private static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle(
        [AsParameters] PageRequest page, [Description("The day; today unless told.")] DateOnly? asOf, FundingWork work, CancellationToken ct)
    {
        if (page.Read<AfterKey>() is var start && start.Error is { } error) return error.ToProblem();
        var day = asOf ?? work.Today;
        var query = work.Db.CostTypes.AsNoTracking();
        if (start.Value.After is { } after) query = query.Where(row => string.Compare(row.Code, after.Key) > 0);
        var found = await query.OrderBy(row => row.Code).Take(start.Value.Take + 1).ToListAsync(ct);
        return TypedResults.Ok(Page.Of(
            [
                .. found.Select(row => new Item(
                    row.Code, row.Title, row.Category, row.PensionProvision,
                    [.. row.Rules.Where(rule => Period.Holds(rule.ValidFrom, rule.ValidUntil, day))], row.Provenance.Sources)),
            ],
            start.Value.Take, (Item item) => new AfterKey(item.Code)));
    }
}
