namespace Kim.Funding.Features;

/// <summary>The positions as of a day: employer, region served and Fachaufsicht are three different things (domain.md 2.3).</summary>
internal static class ListPositions
{
    /// <summary>A position.</summary>
    public sealed record Item(
        string Key, string Title, string? Module, IReadOnlyList<string> Programmes, [property: Description("Established VZÄ.")] decimal Vzae,
        [property: Description("VZÄ filled on the day.")] decimal FilledVzae,
        [property: Description("FILLED, PARTLY_FILLED, RECRUITING or VACANT on the day.")] string State,
        string? Employer, [property: Description("AGS; empty means the whole Kreis.")] IReadOnlyList<string> RegionServed, string? Fachaufsicht,
        DateOnly FundedFrom, [property: Description("Exclusive.")] DateOnly? FundedUntil, IReadOnlyList<string> Sources, bool Demo, bool Assumed);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/positions", Handle)
        .WithName(nameof(ListPositions))
        .WithSummary("Positions")
        .WithDescription("By key, those that are funded on `asOf` (today unless told). `module` filters: MODUL_I, MODUL_II, MODUL_III.")
        .RequireAuthorization(FundingPolicies.ReadStaffing);

    private static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle(
        [AsParameters] PageRequest page, [Description("The day; today unless told.")] DateOnly? asOf, string? module, FundingWork work, CancellationToken ct)
    {
        if (page.Read<AfterKey>() is var start && start.Error is { } error) return error.ToProblem();
        var day = asOf ?? work.Today;
        var query = work.Db.Positions.AsNoTracking()
            .Where(row => row.FundedFrom <= day && (row.FundedUntil == null || day < row.FundedUntil) && (module == null || row.Module == module));
        if (start.Value.After is { } after) query = query.Where(row => string.Compare(row.Key, after.Key) > 0);
        var found = await query.Include(row => row.Attributes).OrderBy(row => row.Key).Take(start.Value.Take + 1).ToListAsync(ct);
        var keys = found.ConvertAll(row => row.Key);
        var held = (await work.Db.Occupancies.AsNoTracking().Where(row => keys.Contains(row.Position)).ToListAsync(ct)).ToLookup(row => row.Position);
        return TypedResults.Ok(Page.Of(
            [.. found.Select(row => ToItem(new StaffedPosition(row, [.. held[row.Key]]), day))], start.Value.Take, (Item item) => new AfterKey(item.Key)));
    }

    private static Item ToItem(StaffedPosition staffed, DateOnly day)
    {
        var (row, at) = (staffed.Position, staffed.Position.On(day));
        return new(
            row.Key, row.Title, row.Module, row.Programmes, row.Vzae, staffed.FilledOn(day), staffed.StateOn(day), at?.Employer,
            at?.RegionServed ?? [], at?.Fachaufsicht, row.FundedFrom, row.FundedUntil, row.Provenance.Sources, row.Provenance.Demo, row.Provenance.Assumed);
    }
}
