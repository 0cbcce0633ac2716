namespace Kim.Funding.Domain;

/// <summary>Why a cost is borne by the Kreis itself.</summary>
public static class OwnShareReasons
{
    /// <summary>No grant was named.</summary>
    public const string NoGrant = "NO_GRANT";

    /// <summary>Spent outside the Verwendungszeitraum as it was known on the day of the booking (S-13, S-14).</summary>
    public const string OutsidePeriod = "OUTSIDE_PERIOD";

    /// <summary>The grant has no Verwendungszeitraum that was known on the day of the booking.</summary>
    public const string PeriodUnknown = "PERIOD_UNKNOWN";

    /// <summary>The programme does not pay for this type of cost (S-12).</summary>
    public const string TypeNotEligible = "TYPE_NOT_ELIGIBLE";
}

/// <summary>What was spent.</summary>
public sealed record CostFacts
{
    /// <summary>Number of the voucher (Beleg).</summary>
    public required string Voucher { get; init; }

    /// <summary>Line of the voucher, 1 for the first: voucher and line are the identity of a cost.</summary>
    public required int Line { get; init; }

    /// <summary>Code of the cost type.</summary>
    public required string Type { get; init; }

    /// <summary>EUR, two decimals; negative for a reversal.</summary>
    public required decimal AmountEur { get; init; }

    /// <summary>The day for which the money is used: it decides the year and the Verwendungszeitraum.</summary>
    public required DateOnly SpentOn { get; init; }

    /// <summary>The day of the booking: what was known of the period then counts.</summary>
    public required DateOnly BookedOn { get; init; }

    /// <summary>The grant that pays; null is own share.</summary>
    public Guid? GrantId { get; init; }

    /// <summary>Key of the position, for personnel costs.</summary>
    public string? Position { get; init; }

    /// <summary>AGS of the municipality that benefits (S-11); null means the whole Kreis.</summary>
    public string? Ags { get; init; }
}

/// <summary>Whether a grant bears a cost, and why not.</summary>
/// <param name="Reasons">Codes of <see cref="OwnShareReasons"/>; empty when it is eligible.</param>
/// <param name="PeriodNumber">The version of the Verwendungszeitraum that was applied.</param>
public sealed record Eligibility(IReadOnlyList<string> Reasons, int? PeriodNumber)
{
    /// <summary>Whether the grant bears it.</summary>
    public bool Eligible => Reasons.Count == 0;

    /// <summary>Judges a cost by the rules of its day and the period that was known when it was booked.</summary>
    public static Eligibility Of(CostFacts cost, CostType type, Grant? grant)
    {
        if (grant is null) return new([OwnShareReasons.NoGrant], null);
        var reasons = new List<string>();
        var period = grant.PeriodKnownOn(cost.BookedOn);
        if (period is null) reasons.Add(OwnShareReasons.PeriodUnknown);
        else if (!Period.Holds(period.From, period.Until, cost.SpentOn)) reasons.Add(OwnShareReasons.OutsidePeriod);
        if (!type.EligibleFor(grant.Programme, cost.SpentOn)) reasons.Add(OwnShareReasons.TypeNotEligible);
        return new(reasons, period?.Number);
    }
}

/// <summary>A booked cost. Nothing is deleted: a wrong one is reversed by another line (Storno).</summary>
public sealed class Cost
{
    private Cost()
    {
    }

    public Guid Id { get; private set; }

    public string Voucher { get; private set; } = "";

    public int Line { get; private set; }

    public string Type { get; private set; } = "";

    /// <summary>Code of <see cref="CostCategories"/>, as the type was when it was booked.</summary>
    public string Category { get; private set; } = "";

    public bool PensionProvision { get; private set; }

    public decimal AmountEur { get; private set; }

    public DateOnly SpentOn { get; private set; }

    public DateOnly BookedOn { get; private set; }

    public Guid? GrantId { get; private set; }

    public string? Position { get; private set; }

    public string? Ags { get; private set; }

    /// <summary>Whether the grant bears it; else it is own share.</summary>
    public bool Eligible { get; private set; }

    public IReadOnlyList<string> Reasons { get; private set; } = [];

    /// <summary>The version of the Verwendungszeitraum that was applied.</summary>
    public int? PeriodNumber { get; private set; }

    /// <summary>Key in the profile.</summary>
    public string? ProfileKey { get; private set; }

    /// <summary>The cost that this line takes back.</summary>
    public Guid? Reverses { get; private set; }

    /// <summary>The line that took this one back.</summary>
    public Guid? ReversedBy { get; private set; }

    public Entry Recorded { get; private set; } = null!;

    /// <summary>Whether it counts as a booking of its voucher line.</summary>
    public bool Stands => Reverses is null && ReversedBy is null;

    /// <summary>Books a cost.</summary>
    public static Cost Book(Guid id, CostFacts facts, CostType type, Eligibility eligibility, Entry by) => new()
    {
        Id = id,
        Voucher = facts.Voucher,
        Line = facts.Line,
        Type = type.Code,
        Category = type.Category,
        PensionProvision = type.PensionProvision,
        AmountEur = facts.AmountEur,
        SpentOn = facts.SpentOn,
        BookedOn = facts.BookedOn,
        GrantId = facts.GrantId,
        Position = facts.Position,
        Ags = facts.Ags,
        Eligible = eligibility.Eligible,
        Reasons = eligibility.Reasons,
        PeriodNumber = eligibility.PeriodNumber,
        Recorded = by,
    };

    /// <summary>Comes from the profile.</summary>
    public Cost FromProfile(string key)
    {
        ProfileKey = key;
        return this;
    }

    /// <summary>The line that takes this one back, on the same day of use and with the same judgement; null when it was taken back before.</summary>
    public Cost? Reverse(Guid id, DateOnly bookedOn, Entry by)
    {
        if (!Stands) return null;
        ReversedBy = id;
        return new Cost
        {
            Id = id,
            Voucher = Voucher,
            Line = Line,
            Type = Type,
            Category = Category,
            PensionProvision = PensionProvision,
            AmountEur = -AmountEur,
            SpentOn = SpentOn,
            BookedOn = bookedOn,
            GrantId = GrantId,
            Position = Position,
            Ags = Ags,
            Eligible = Eligible,
            Reasons = Reasons,
            PeriodNumber = PeriodNumber,
            Reverses = Id,
            Recorded = by,
        };
    }
}
