using Kim.Results;

namespace Kim.Interpreters.Domain;

/// <summary>A yearly amount of a pot in one period.</summary>
public sealed record PotAmount(decimal YearlyEur, bool UpTo, DateOnly ValidFrom, DateOnly? ValidUntil);

/// <summary>A funding pot: who gives the money, which kinds of cost it bears, in which order it is used.</summary>
public sealed class FundingPot
{
    private FundingPot()
    {
    }

    public string Key { get; private set; } = "";

    public string Title { get; private set; } = "";

    /// <summary>Key of the organisation that gives the money.</summary>
    public string Funder { get; private set; } = "";

    public IReadOnlyList<string> Bears { get; private set; } = [];

    /// <summary>Lower is used first.</summary>
    public int Order { get; private set; }

    public IReadOnlyList<PotAmount> Amounts { get; private set; } = [];

    /// <summary>A pot is set up.</summary>
    public static FundingPot SetUp(string key) => new() { Key = key };

    /// <summary>The pot's content.</summary>
    public FundingPot Define(string title, string funder, IReadOnlyList<string> bears, int order, IReadOnlyList<PotAmount> amounts)
    {
        (Title, Funder, Bears, Order, Amounts) = (title, funder, bears, order, amounts);
        return this;
    }

    /// <summary>The money of a year: of the latest amount that is in force on some day of it, else nothing.</summary>
    public decimal AmountIn(int year)
    {
        var (first, next) = (new DateOnly(year, 1, 1), new DateOnly(year + 1, 1, 1));
        return Amounts
            .Where(amount => amount.ValidFrom < next && (amount.ValidUntil is null || amount.ValidUntil > first))
            .MaxBy(amount => amount.ValidFrom)?.YearlyEur ?? 0m;
    }
}

/// <summary>What a pot has in one year and what is charged to it. The database refuses a charge beyond the amount.</summary>
public sealed class PotYear
{
    private PotYear()
    {
    }

    public string Pot { get; private set; } = "";

    public int Year { get; private set; }

    public decimal AmountEur { get; private set; }

    public decimal ChargedEur { get; private set; }

    public decimal RemainingEur => AmountEur - ChargedEur;

    /// <summary>A year of a pot begins.</summary>
    public static PotYear Begin(FundingPot pot, int year) => new() { Pot = pot.Key, Year = year, AmountEur = pot.AmountIn(year) };

    /// <summary>The yearly amount was changed; less than what is charged already cannot be.</summary>
    public bool Amend(decimal amountEur)
    {
        if (amountEur < ChargedEur) return false;
        AmountEur = amountEur;
        return true;
    }

    internal void Charge(decimal amountEur) => ChargedEur += amountEur;
}

/// <summary>A part of a line that one pot bears.</summary>
public sealed record PotLine(string Pot, string Kind, decimal Units, decimal UnitEur, decimal AmountEur);

/// <summary>Splits the lines of a settlement over the pots of the year.</summary>
public static class PotSplit
{
    /// <summary>
    /// Charges each line to the pots that bear its kind, in their order: a pot takes as many whole units as its money
    /// lasts for, the next one takes the rest. Nothing is charged when the money of all of them does not suffice.
    /// </summary>
    public static Result<IReadOnlyList<PotLine>> Charge(
        IReadOnlyList<CostLine> lines, IReadOnlyList<(FundingPot Pot, PotYear Year)> pots)
    {
        var ordered = pots.OrderBy(pair => pair.Pot.Order).ThenBy(pair => pair.Pot.Key, StringComparer.Ordinal).ToList();
        var remaining = ordered.ToDictionary(pair => pair.Pot.Key, pair => pair.Year.RemainingEur);
        var parts = new List<PotLine>();
        foreach (var line in lines)
        {
            var bearers = ordered.Where(pair => pair.Pot.Bears.Contains(line.Kind)).Select(pair => pair.Pot.Key).ToList();
            if (!Split(line, bearers, remaining, parts))
                return Error.Blocked("POT_EXHAUSTED", $"No funding pot has the money left for {line.Kind}.", []);
        }

        foreach (var part in parts) ordered.Single(pair => pair.Pot.Key == part.Pot).Year.Charge(part.AmountEur);
        return parts;
    }

    private static bool Split(CostLine line, List<string> bearers, Dictionary<string, decimal> remaining, List<PotLine> parts)
    {
        var (units, amount) = (line.Units, line.AmountEur);
        foreach (var pot in bearers)
        {
            if (units == 0) return true;
            var whole = remaining[pot] >= amount;
            var taken = whole ? units : Math.Min(units, Math.Floor(remaining[pot] / line.UnitEur));
            if (taken <= 0) continue;
            // The last part is the rest of the line, so that the parts sum up to the line to the cent.
            var share = whole ? amount : Money.Round(taken * line.UnitEur);
            parts.Add(new(pot, line.Kind, taken, line.UnitEur, share));
            remaining[pot] -= share;
            (units, amount) = (units - taken, amount - share);
        }

        return units == 0;
    }
}
