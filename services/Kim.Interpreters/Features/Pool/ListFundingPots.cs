namespace Kim.Interpreters.Features.Pool;

/// <summary>The funding pots of a year with what is charged and what is left.</summary>
internal static class ListFundingPots
{
    /// <summary>All pots.</summary>
    public sealed record Response(IReadOnlyList<Item> Items, string? Next);

    /// <summary>A pot in a year.</summary>
    public sealed record Item(
        string Key, string TitleDe, string Funder, int Year, IReadOnlyList<string> Bears, int Order, decimal AmountEur, decimal ChargedEur,
        decimal RemainingEur);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/funding-pots", Handle)
        .WithName(nameof(ListFundingPots))
        .WithSummary("Funding pots")
        .WithDescription("For `year`, the present one without it, in the order in which they are used.")
        .RequireAuthorization(InterpretersPolicies.ReadPots);

    private static async Task<Ok<Response>> Handle([Range(2000, 2100)] int? year, InterpretersDb db, TimeProvider clock, CancellationToken ct)
    {
        var of = year ?? LocalTime.DayOf(clock.GetUtcNow()).Year;
        var pots = await db.FundingPots.AsNoTracking().ToListAsync(ct);
        var charged = await db.PotYears.AsNoTracking().Where(pot => pot.Year == of).ToDictionaryAsync(pot => pot.Pot, ct);
        return TypedResults.Ok(new Response(
            [.. pots.OrderBy(pot => pot.Order).ThenBy(pot => pot.Key, StringComparer.Ordinal)
                .Select(pot => ToItem(pot, charged.GetValueOrDefault(pot.Key) ?? PotYear.Begin(pot, of)))],
            null));
    }

    private static Item ToItem(FundingPot pot, PotYear year) => new(
        pot.Key, pot.Title, pot.Funder, year.Year, pot.Bears, pot.Order, year.AmountEur, year.ChargedEur, year.RemainingEur);
}
