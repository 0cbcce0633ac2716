namespace Kim.Funding.Domain;

/// <summary>The money of a year by the definitions of S-08, S-10 and S-12. All amounts in EUR, summed from lines in whole cents.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="GrantsEur">Grants without the Integrationspauschale.</param>
/// <param name="IntegrationspauschaleEur">The Integrationspauschale.</param>
/// <param name="CostEur">All that the KI costs.</param>
/// <param name="PensionProvisionsEur">The part of it that is Pensionsrückstellungen.</param>
public sealed record Balance(int Year, decimal GrantsEur, decimal IntegrationspauschaleEur, decimal CostEur, decimal PensionProvisionsEur)
{
    /// <summary>Grants less cost: above zero the KI brings more than it costs (S-08).</summary>
    public decimal NetBalanceEur => GrantsEur - CostEur;

    /// <summary>(Grants + Integrationspauschale) / cost without Pensionsrückstellungen, four digits; null when there was no such cost.</summary>
    public decimal? RefinancingRatio => Money.Ratio(GrantsEur + IntegrationspauschaleEur, CostEur - PensionProvisionsEur);

    /// <summary>What neither grants nor Integrationspauschale bear; never below zero.</summary>
    public decimal OwnShareEur => Math.Max(0m, CostEur - GrantsEur - IntegrationspauschaleEur);

    /// <summary>The flag of S-10: something is left to the Kreis and so to its towns and municipalities.</summary>
    public bool OwnShareRemains => OwnShareEur > 0;
}

/// <summary>What the lump sum leaves uncovered of a position in a year (domain.md 2.3).</summary>
/// <param name="GrossEur">Gross cost of the employer: personnel costs of the position.</param>
/// <param name="LumpSumEur">Lump sum × months/12 × VZÄ, rounded once.</param>
/// <param name="VzaeMonths">Months × VZÄ that count by the pro-rating rule.</param>
public sealed record Shortfall(decimal GrossEur, decimal LumpSumEur, decimal VzaeMonths)
{
    /// <summary>What is left to the employer; below zero the lump sum was more than the cost.</summary>
    public decimal UncoveredEur => GrossEur - LumpSumEur;

    /// <summary>Counts the months of a year.</summary>
    public static Shortfall Of(StaffedPosition position, int year, decimal grossEur, IReadOnlyList<LumpSum> lumpSums, IReadOnlyList<ProRatingRule> rules)
    {
        var (twelfths, months) = (0m, 0m);
        for (var month = 1; month <= 12; month++)
        {
            var first = new DateOnly(year, month, 1);
            var rule = rules.SingleOrDefault(found => Period.Holds(found.ValidFrom, found.ValidUntil, first))?.Rule ?? ProRatingRule.WholeMonths;
            var days = Enumerable.Range(0, DateTime.DaysInMonth(year, month)).Select(day => position.FilledOn(first.AddDays(day))).ToList();
            var vzae = ProRatingRule.MonthOf(rule, days);
            months += vzae;
            twelfths += vzae * YearlyOn(position.Position, first, lumpSums);
        }

        return new(grossEur, Money.Round(twelfths / 12m), Math.Round(months, 4, MidpointRounding.AwayFromZero));
    }

    private static decimal YearlyOn(Position position, DateOnly day, IReadOnlyList<LumpSum> lumpSums) => lumpSums
        .Where(sum => sum.Kind == LumpSum.PerPosition && position.Module is { } module && sum.Modules.Contains(module)
            && Period.Holds(sum.ValidFrom, sum.ValidUntil, day))
        .MaxBy(sum => sum.ValidFrom)?.YearlyEur ?? 0m;
}
