namespace Kim.Interpreters.Domain;

/// <summary>Kinds of cost: each funding pot bears some of them.</summary>
public static class CostKinds
{
    /// <summary>What is paid for the talk.</summary>
    public const string Allowance = "ALLOWANCE";

    /// <summary>What is paid for the way, time and kilometres: the Land's money never bears it (domain.md 6.1).</summary>
    public const string Travel = "TRAVEL";
}

/// <summary>One line of a settlement: units × price, rounded to the cent, half away from zero.</summary>
public sealed record CostLine(string Kind, decimal Units, decimal UnitEur)
{
    /// <summary>The rounded amount of this line; sums are made of these.</summary>
    public decimal AmountEur { get; } = Money.Round(Units * UnitEur);
}

/// <summary>Rounding of money.</summary>
public static class Money
{
    /// <summary>To the cent, half away from zero.</summary>
    public static decimal Round(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);
}

/// <summary>
/// What an assignment is paid, for some levels and modes in one period. The demo rule is that of the Kreis Borken
/// (domain.md 6.2): per started half hour, the travel time included once the way is longer than five kilometres.
/// </summary>
public sealed class RateRule
{
    private RateRule()
    {
    }

    public string Key { get; private set; } = "";

    public DateOnly ValidFrom { get; private set; }

    public DateOnly? ValidUntil { get; private set; }

    public string Title { get; private set; } = "";

    public IReadOnlyList<int> Levels { get; private set; } = [];

    public IReadOnlyList<string> Modes { get; private set; } = [];

    public RateTerms Terms { get; private set; } = null!;

    /// <summary>Marked as demo: not the customer's own rule.</summary>
    public bool Demo { get; private set; }

    /// <summary>A rule begins.</summary>
    public static RateRule Begin(string key, DateOnly validFrom) => new() { Key = key, ValidFrom = validFrom };

    /// <summary>The rule's content.</summary>
    public RateRule Define(string title, DateOnly? validUntil, bool demo, RateTerms terms)
    {
        (Title, ValidUntil, Demo, Terms) = (title, validUntil, demo, terms);
        return this;
    }

    /// <summary>Whom and what it is for.</summary>
    public RateRule For(IReadOnlyList<int> levels, IReadOnlyList<string> modes)
    {
        (Levels, Modes) = (levels, modes);
        return this;
    }

    /// <summary>The rule for a talk: the youngest of those in force, none when there is no such rule.</summary>
    public static RateRule? Choose(IEnumerable<RateRule> rules, int level, string mode, DateOnly day) => rules
        .Where(rule => rule.AppliesTo(level, mode, day))
        .OrderByDescending(rule => rule.ValidFrom)
        .ThenBy(rule => rule.Key, StringComparer.Ordinal)
        .FirstOrDefault();

    /// <summary>Whether it is in force for a talk.</summary>
    public bool AppliesTo(int level, string mode, DateOnly day) =>
        Period.Holds(ValidFrom, ValidUntil, day) && Levels.Contains(level) && Modes.Contains(mode);
}

/// <summary>The numbers of a rate rule.</summary>
public sealed record RateTerms
{
    public required int UnitMinutes { get; init; }

    public required decimal UnitEur { get; init; }

    public required int MinimumUnits { get; init; }

    public required bool TravelTimeCounts { get; init; }

    /// <summary>A way up to this length is not paid; a longer one is paid whole.</summary>
    public required decimal TravelFreeKm { get; init; }

    public required decimal KmRateEur { get; init; }

    /// <summary>
    /// The lines of an assignment. Talk and travel time make started units together; units that the talk alone would not
    /// have made are travel cost, so that the Land's money bears the talk only.
    /// </summary>
    public IReadOnlyList<CostLine> Charge(int talkMinutes, int travelMinutes, decimal travelKm)
    {
        var wayIsPaid = travelKm > TravelFreeKm;
        var talkUnits = Math.Max(MinimumUnits, Units(talkMinutes));
        var allUnits = wayIsPaid && TravelTimeCounts ? Math.Max(talkUnits, Units(talkMinutes + travelMinutes)) : talkUnits;

        var lines = new List<CostLine> { new(CostKinds.Allowance, talkUnits, UnitEur) };
        if (allUnits > talkUnits) lines.Add(new(CostKinds.Travel, allUnits - talkUnits, UnitEur));
        if (wayIsPaid && KmRateEur > 0) lines.Add(new(CostKinds.Travel, travelKm, KmRateEur));
        return lines;
    }

    private int Units(int minutes) => (minutes + UnitMinutes - 1) / UnitMinutes;
}
