namespace Kim.Funding.Features;

/// <summary>The funding pots of the Sprachmittlerpool in a year: budget, what settlements spent, what is left (domain.md 6.1).</summary>
internal static class ListPots
{
    /// <summary>All pots of the year.</summary>
    public sealed record Response(int Year, IReadOnlyList<Item> Items, string? Next);

    /// <summary>A pot in EUR.</summary>
    public sealed record Item(
        string Key, string TitleDe, string Funder, IReadOnlyList<string> Bears, int Order, decimal BudgetEur, decimal SpentEur, decimal RemainingEur,
        [property: Description("Spent on lines that the rule does not allow.")] decimal FlaggedEur, IReadOnlyList<Flag> Flags);

    /// <summary>Something to look at.</summary>
    public sealed record Flag(string Code, string TextDe, int Lines);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/pots", Handle)
        .WithName(nameof(ListPots))
        .WithSummary("Funding pots of a year")
        .WithDescription("For `year` (the present one unless told) by the day of settlement. A pot that settlements name and nobody knows is listed with no budget.")
        .RequireAuthorization(FundingPolicies.ReadMoney);

    private sealed record Sum(string Pot, string? Flag, int Lines, decimal AmountEur);

    private static async Task<Ok<Response>> Handle([Range(2000, 2100)] int? year, FundingWork work, CancellationToken ct)
    {
        var of = year ?? work.Today.Year;
        var (first, next) = (new DateOnly(of, 1, 1), new DateOnly(of + 1, 1, 1));
        var sums = await work.Db.Set<PotLine>().AsNoTracking().Where(line => line.SettledOn >= first && line.SettledOn < next)
            .GroupBy(line => new { line.Pot, line.Flag })
            .Select(group => new Sum(group.Key.Pot, group.Key.Flag, group.Count(), group.Sum(line => line.AmountEur)))
            .ToListAsync(ct);
        var pots = await work.Db.FundingPots.AsNoTracking().OrderBy(pot => pot.Order).ThenBy(pot => pot.Key).ToListAsync(ct);
        var unknown = sums.Select(sum => sum.Pot).Except(pots.Select(pot => pot.Key), StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(key => FundingPot.Of(key).Define(key, "", int.MaxValue, Provenance.Office));
        return TypedResults.Ok(new Response(of, [.. pots.Concat(unknown).Select(pot => ToItem(pot, of, [.. sums.Where(sum => sum.Pot == pot.Key)]))], null));
    }

    private static Item ToItem(FundingPot pot, int year, List<Sum> sums)
    {
        var (budget, spent) = (pot.AmountIn(year), sums.Sum(sum => sum.AmountEur));
        var flags = sums.Where(sum => sum.Flag is not null).OrderBy(sum => sum.Flag, StringComparer.Ordinal)
            .Select(sum => new Flag(sum.Flag!, Texts.OfReason(sum.Flag!), sum.Lines)).ToList();
        if (spent > budget) flags.Add(new Flag("POT_OVERDRAWN", Texts.OfReason("POT_OVERDRAWN"), 0));
        return new(
            pot.Key, pot.Title, pot.Funder, pot.Bears, pot.Order, budget, spent, budget - spent,
            sums.Where(sum => sum.Flag is not null).Sum(sum => sum.AmountEur), flags);
    }
}
