namespace Kim.Funding.Features;

/// <summary>The KIM modules with the quotas as of a day (S-39 to S-46, A-3, A-5).</summary>
internal static class ListModules
{
    /// <summary>A module.</summary>
    public sealed record Item(
        string Key, string Title, IReadOnlyList<string> Synonyms, string Purpose,
        [property: Description("Keys of the only allowed employers; empty means any.")] IReadOnlyList<string> AllowedEmployers,
        [property: Description("Share of the quota that may lie outside the KI; null means no such limit.")] Fraction? MaxOutsideKi,
        [property: Description("VZÄ on the day; null where none is in force.")] decimal? QuotaVzae,
        [property: Description("All quotas.")] IReadOnlyList<Quota> Quotas, IReadOnlyList<string> Sources);

    /// <summary>A quota while valid.</summary>
    public sealed record Quota(decimal Vzae, DateOnly ValidFrom, [property: Description("Exclusive.")] DateOnly? ValidUntil, bool Assumed, IReadOnlyList<string> Sources);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/modules", Handle)
        .WithName(nameof(ListModules))
        .WithSummary("KIM modules and quotas")
        .WithDescription("By key, with the quota of `asOf` (today unless told). VZÄ have two decimals.")
        .RequireAuthorization(FundingPolicies.ReadStaffing);

    private static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle(
        [AsParameters] PageRequest page, [Description("The day; today unless told.")] DateOnly? asOf, FundingWork work, CancellationToken ct)
    {
        if (page.Read<AfterKey>() is var start && start.Error is { } error) return error.ToProblem();
        var day = asOf ?? work.Today;
        var query = work.Db.Modules.AsNoTracking();
        if (start.Value.After is { } after) query = query.Where(row => string.Compare(row.Key, after.Key) > 0);
        var found = await query.OrderBy(row => row.Key).Take(start.Value.Take + 1).ToListAsync(ct);
        return TypedResults.Ok(Page.Of([.. found.Select(row => ToItem(row, day))], start.Value.Take, (Item item) => new AfterKey(item.Key)));
    }

    private static Item ToItem(KimModule row, DateOnly day) => new(
        row.Key, row.Title, row.Synonyms, row.Purpose, row.AllowedEmployers, row.MaxOutsideKi, row.QuotaOn(day)?.Vzae,
        [
            .. row.Quotas.OrderBy(quota => quota.ValidFrom)
                .Select(quota => new Quota(quota.Vzae, quota.ValidFrom, quota.ValidUntil, quota.Provenance.Assumed, quota.Provenance.Sources)),
        ],
        row.Provenance.Sources);
}
