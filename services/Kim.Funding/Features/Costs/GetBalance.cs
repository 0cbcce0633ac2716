namespace Kim.Funding.Features;

/// <summary>
/// The balance of a year by the definitions of S-08: net balance = grants − cost; refinancing ratio = (grants +
/// Integrationspauschale) / cost without Pensionsrückstellungen; own share is what neither bears, flagged when something is left (S-10).
/// </summary>
internal static class GetBalance
{
    /// <summary>The year in EUR.</summary>
    public sealed record Response(
        int Year, decimal GrantsEur, decimal IntegrationspauschaleEur, decimal CostEur, decimal PensionProvisionsEur, decimal NetBalanceEur,
        [property: Description("Four digits; null when there was no cost beside Pensionsrückstellungen.")] decimal? RefinancingRatio,
        decimal OwnShareEur, [property: Description("S-10: something is left to the Kreis and so to towns and municipalities.")] bool OwnShareRemains,
        [property: Description("Booked cost that no grant bears.")] decimal NotEligibleEur, IReadOnlyList<Category> Categories,
        [property: Description("What municipalities have of it on their territory (S-11); ags null is the whole Kreis.")] IReadOnlyList<Benefit> ByMunicipality,
        [property: Description("Unterdeckung per position with booked personnel costs (domain.md 2.3).")] IReadOnlyList<PositionShortfall> Shortfalls);

    /// <summary>One of the three categories (S-09).</summary>
    public sealed record Category(string Code, decimal AmountEur);

    /// <summary>What a municipality has of it.</summary>
    public sealed record Benefit(string? Ags, string Name, decimal AmountEur);

    /// <summary>Gross employer cost less lump sum × months/12 × VZÄ.</summary>
    public sealed record PositionShortfall(string Position, decimal GrossEur, decimal LumpSumEur, decimal VzaeMonths, decimal UncoveredEur);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/balance", Handle)
        .WithName(nameof(GetBalance))
        .WithSummary("Balance of a year")
        .WithDescription("Sums of lines in whole cents; a line belongs to the year of its day of use, a grant by its instalments. Settlements of interpreters are in /pots.")
        .RequireAuthorization(FundingPolicies.ReadMoney);

    private static async Task<Ok<Response>> Handle([Range(2000, 2100)] int year, FundingWork work, CancellationToken ct)
    {
        var (first, next) = (new DateOnly(year, 1, 1), new DateOnly(year + 1, 1, 1));
        var costs = await work.Db.Costs.AsNoTracking().Where(row => row.SpentOn >= first && row.SpentOn < next)
            .GroupBy(row => new { row.Category, row.PensionProvision, row.Eligible, row.Ags, row.Position })
            .Select(group => new Sum(group.Key.Category, group.Key.PensionProvision, group.Key.Eligible, group.Key.Ags, group.Key.Position, group.Sum(row => row.AmountEur)))
            .ToListAsync(ct);
        var grants = await work.Db.Grants.AsNoTracking().ToListAsync(ct);
        var balance = new Balance(
            year,
            grants.Where(grant => grant.Facts.Kind == GrantKinds.Foerderung).Sum(grant => grant.AmountIn(year)),
            grants.Where(grant => grant.Facts.Kind == GrantKinds.Integrationspauschale).Sum(grant => grant.AmountIn(year)),
            costs.Sum(sum => sum.AmountEur), costs.Where(sum => sum.PensionProvision).Sum(sum => sum.AmountEur));
        return TypedResults.Ok(new Response(
            year, balance.GrantsEur, balance.IntegrationspauschaleEur, balance.CostEur, balance.PensionProvisionsEur, balance.NetBalanceEur,
            balance.RefinancingRatio, balance.OwnShareEur, balance.OwnShareRemains, costs.Where(sum => !sum.Eligible).Sum(sum => sum.AmountEur),
            [.. CostCategories.All.Select(code => new Category(code, costs.Where(sum => sum.Category == code).Sum(sum => sum.AmountEur)))],
            await BenefitsAsync(costs, work, ct), await ShortfallsAsync(costs, year, work, ct)));
    }

    private sealed record Sum(string Category, bool PensionProvision, bool Eligible, string? Ags, string? Position, decimal AmountEur);

    private static async Task<IReadOnlyList<Benefit>> BenefitsAsync(List<Sum> costs, FundingWork work, CancellationToken ct)
    {
        var names = await work.Db.Municipalities.AsNoTracking().ToDictionaryAsync(row => row.Ags, row => row.Name, ct);
        return
        [
            .. costs.Where(sum => sum.Category == CostCategories.Integrationsmassnahmen).GroupBy(sum => sum.Ags)
                .OrderBy(group => group.Key ?? "", StringComparer.Ordinal)
                .Select(group => new Benefit(group.Key, group.Key is null ? "Kreis" : names.GetValueOrDefault(group.Key, group.Key), group.Sum(sum => sum.AmountEur))),
        ];
    }

    private static async Task<IReadOnlyList<PositionShortfall>> ShortfallsAsync(List<Sum> costs, int year, FundingWork work, CancellationToken ct)
    {
        var gross = costs.Where(sum => sum.Position is not null && sum.Category == CostCategories.Personalkosten)
            .GroupBy(sum => sum.Position!).ToDictionary(group => group.Key, group => group.Sum(sum => sum.AmountEur), StringComparer.Ordinal);
        if (gross.Count == 0) return [];
        var (lumpSums, rules) = (await work.Db.LumpSums.AsNoTracking().ToListAsync(ct), await work.Db.ProRatingRules.AsNoTracking().ToListAsync(ct));
        return
        [
            .. (await work.Db.StaffedAsync(ct)).Where(staffed => gross.ContainsKey(staffed.Position.Key))
                .Select(staffed => (staffed.Position.Key, Found: Shortfall.Of(staffed, year, gross[staffed.Position.Key], lumpSums, rules)))
                .Select(row => new PositionShortfall(row.Key, row.Found.GrossEur, row.Found.LumpSumEur, row.Found.VzaeMonths, row.Found.UncoveredEur)),
        ];
    }
}
