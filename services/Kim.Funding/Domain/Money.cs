namespace Kim.Funding.Domain;

/// <summary>Rounding of money and ratios.</summary>
public static class Money
{
    /// <summary>To the cent, half away from zero: each line is rounded, then lines are summed.</summary>
    public static decimal Round(decimal amountEur) => Math.Round(amountEur, 2, MidpointRounding.AwayFromZero);

    /// <summary>A ratio to four digits, half away from zero; null where the whole is nothing.</summary>
    public static decimal? Ratio(decimal part, decimal whole) => whole == 0 ? null : Math.Round(part / whole, 4, MidpointRounding.AwayFromZero);

    /// <summary>Whether an amount is in whole cents.</summary>
    public static bool IsInCents(decimal amountEur) => amountEur == Math.Round(amountEur, 2, MidpointRounding.AwayFromZero);
}
