namespace Kim.Funding.Domain;

/// <summary>A yearly amount of a pot in one period.</summary>
public sealed record PotAmount(decimal YearlyEur, bool UpTo, DateOnly ValidFrom, DateOnly? ValidUntil, Provenance Provenance);

/// <summary>A funding pot of the Sprachmittlerpool: who gives the money, which kinds of cost it bears, in which order it is used.</summary>
public sealed class FundingPot
{
    private FundingPot()
    {
    }

    public string Key { get; private set; } = "";

    public string Title { get; private set; } = "";

    /// <summary>Key of the organisation that gives the money.</summary>
    public string Funder { get; private set; } = "";

    /// <summary>Kinds of cost: the Land's money bears allowances of volunteers, never the way (domain.md 6.1).</summary>
    public IReadOnlyList<string> Bears { get; private set; } = [];

    /// <summary>Lower is used first.</summary>
    public int Order { get; private set; }

    public IReadOnlyList<PotAmount> Amounts { get; private set; } = [];

    public Provenance Provenance { get; private set; } = Provenance.Office;

    /// <summary>A pot.</summary>
    public static FundingPot Of(string key) => new() { Key = key };

    /// <summary>Its content.</summary>
    public FundingPot Define(string title, string funder, int order, Provenance provenance)
    {
        (Title, Funder, Order, Provenance) = (title, funder, order, provenance);
        return this;
    }

    /// <summary>Its rule.</summary>
    public FundingPot Bear(IReadOnlyList<string> kinds, IReadOnlyList<PotAmount> amounts)
    {
        (Bears, Amounts) = (kinds, amounts);
        return this;
    }

    /// <summary>The money of a year: of the latest amount that is in force on some day of it, else nothing.</summary>
    public decimal AmountIn(int year)
    {
        var (first, next) = (new DateOnly(year, 1, 1), new DateOnly(year + 1, 1, 1));
        return Amounts.Where(amount => amount.ValidFrom < next && (amount.ValidUntil is null || amount.ValidUntil > first))
            .MaxBy(amount => amount.ValidFrom)?.YearlyEur ?? 0m;
    }
}

/// <summary>What a pot was charged with for a settlement, checked against the pot's rule.</summary>
public sealed class PotLine
{
    /// <summary>There is no such pot.</summary>
    public const string PotUnknown = "POT_UNKNOWN";

    /// <summary>The pot does not bear this kind of cost.</summary>
    public const string KindNotBorne = "KIND_NOT_BORNE";

    /// <summary>The pot has no money in that year.</summary>
    public const string PotWithoutMoney = "POT_WITHOUT_MONEY";

    private PotLine()
    {
    }

    public Guid BookingRef { get; private set; }

    /// <summary>Version of the settlement that it belongs to.</summary>
    public long Version { get; private set; }

    public int Number { get; private set; }

    public string Pot { get; private set; } = "";

    public string Kind { get; private set; } = "";

    public decimal AmountEur { get; private set; }

    /// <summary>The day of the settlement, for sums by year.</summary>
    public DateOnly SettledOn { get; private set; }

    /// <summary>What is wrong with it by the rule; null when nothing.</summary>
    public string? Flag { get; private set; }

    /// <summary>A line, rounded to the cent, with its flag.</summary>
    internal static PotLine Of(Settlement settlement, int number, PotLineFacts facts, FundingPot? pot) => new()
    {
        BookingRef = settlement.BookingRef,
        Version = settlement.Version,
        Number = number,
        Pot = facts.Pot,
        Kind = facts.Kind,
        AmountEur = Money.Round(facts.AmountEur),
        SettledOn = settlement.SettledOn,
        Flag = pot is null ? PotUnknown : !pot.Bears.Contains(facts.Kind) ? KindNotBorne : pot.AmountIn(settlement.SettledOn.Year) == 0m ? PotWithoutMoney : null,
    };
}

/// <summary>What a line says.</summary>
public sealed record PotLineFacts(string Pot, string Kind, decimal AmountEur);

/// <summary>A paid interpreter assignment as the pool reported it. The newest version of the booking counts.</summary>
public sealed class Settlement
{
    private readonly List<PotLine> _lines = [];

    private Settlement()
    {
    }

    /// <summary>The booking: one settlement each.</summary>
    public Guid BookingRef { get; private set; }

    /// <summary>Version of the booking at the pool.</summary>
    public long Version { get; private set; }

    public int Minutes { get; private set; }

    public string RateRule { get; private set; } = "";

    public DateOnly RateRuleValidFrom { get; private set; }

    public DateOnly SettledOn { get; private set; }

    /// <summary>Sum of its lines.</summary>
    public decimal TotalEur { get; private set; }

    public IReadOnlyList<PotLine> Lines => _lines;

    /// <summary>A settlement arrives.</summary>
    public static Settlement Of(Guid bookingRef) => new() { BookingRef = bookingRef };

    /// <summary>Takes a version over; an older or the same one has no effect.</summary>
    public bool Take(SettlementFacts facts, IReadOnlyDictionary<string, FundingPot> pots)
    {
        if (facts.Version <= Version) return false;
        (Version, Minutes, RateRule, RateRuleValidFrom, SettledOn) =
            (facts.Version, facts.Minutes, facts.RateRule, facts.RateRuleValidFrom, facts.SettledOn);
        _lines.Clear();
        _lines.AddRange(facts.Lines.Select((line, index) => PotLine.Of(this, index + 1, line, pots.GetValueOrDefault(line.Pot))));
        TotalEur = _lines.Sum(line => line.AmountEur);
        return true;
    }
}

/// <summary>What the pool reported.</summary>
public sealed record SettlementFacts(
    long Version, int Minutes, string RateRule, DateOnly RateRuleValidFrom, DateOnly SettledOn, IReadOnlyList<PotLineFacts> Lines);
