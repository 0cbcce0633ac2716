namespace Kim.Interpreters.Domain;

/// <summary>A line of a settlement with the pot that bears it.</summary>
public sealed class SettlementLine
{
    private SettlementLine()
    {
    }

    public int Position { get; private set; }

    public string Kind { get; private set; } = "";

    public string Pot { get; private set; } = "";

    public decimal Units { get; private set; }

    public decimal UnitEur { get; private set; }

    public decimal AmountEur { get; private set; }

    internal static SettlementLine Of(int position, PotLine line) => new()
    {
        Position = position,
        Kind = line.Kind,
        Pot = line.Pot,
        Units = line.Units,
        UnitEur = line.UnitEur,
        AmountEur = line.AmountEur,
    };
}

/// <summary>An assignment was paid. One per booking: the booking is its key.</summary>
public sealed class Settlement
{
    private readonly List<SettlementLine> _lines = [];

    private Settlement()
    {
    }

    public Guid BookingId { get; private set; }

    public Guid InterpreterId { get; private set; }

    /// <summary>Day of the talk: it decides the rate rule and the budget year.</summary>
    public DateOnly TalkOn { get; private set; }

    public DateOnly SettledOn { get; private set; }

    public Guid SettledBy { get; private set; }

    public int Minutes { get; private set; }

    public string RateRule { get; private set; } = "";

    public DateOnly RateRuleValidFrom { get; private set; }

    public decimal TotalEur { get; private set; }

    public IReadOnlyList<SettlementLine> Lines => _lines;

    /// <summary>Pays an assignment by the rule in force on the day of the talk.</summary>
    public static Settlement Of(Assignment assignment, RateRule rule, IReadOnlyList<PotLine> lines, DateOnly on, Guid by)
    {
        var settlement = new Settlement
        {
            BookingId = assignment.BookingId,
            InterpreterId = assignment.InterpreterId,
            TalkOn = LocalTime.DayOf(assignment.StartedAt!.Value),
            SettledOn = on,
            SettledBy = by,
            Minutes = assignment.Minutes,
            RateRule = rule.Key,
            RateRuleValidFrom = rule.ValidFrom,
            TotalEur = lines.Sum(line => line.AmountEur),
        };
        settlement._lines.AddRange(lines.Select((line, index) => SettlementLine.Of(index + 1, line)));
        return settlement;
    }
}
