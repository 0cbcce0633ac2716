namespace Kim.Funding.Domain;

/// <summary>What the Land pays per full position and year while valid (domain.md 2.3).</summary>
public sealed class LumpSum
{
    /// <summary>Per full position.</summary>
    public const string PerPosition = "POSITION";

    private LumpSum()
    {
    }

    public string Key { get; private set; } = "";

    /// <summary>Modules that it is for.</summary>
    public IReadOnlyList<string> Modules { get; private set; } = [];

    /// <summary>POSITION (per 1.0 VZÄ), ASSISTANCE (0.5 Verwaltungsassistenz) or WORKPLACE (set-up, once per full position).</summary>
    public string Kind { get; private set; } = "";

    public decimal YearlyEur { get; private set; }

    public DateOnly ValidFrom { get; private set; }

    /// <summary>Exclusive; null is open.</summary>
    public DateOnly? ValidUntil { get; private set; }

    public Provenance Provenance { get; private set; } = Provenance.Office;

    /// <summary>A lump sum.</summary>
    public static LumpSum Of(string key) => new() { Key = key };

    /// <summary>Its content.</summary>
    public LumpSum Define(string kind, IReadOnlyList<string> modules, decimal yearlyEur, Provenance provenance)
    {
        (Kind, Modules, YearlyEur, Provenance) = (kind, modules, yearlyEur, provenance);
        return this;
    }

    /// <summary>When it holds.</summary>
    public LumpSum Hold(DateOnly validFrom, DateOnly? validUntil)
    {
        (ValidFrom, ValidUntil) = (validFrom, validUntil);
        return this;
    }
}

/// <summary>How a year's lump sum is cut when a position is not filled the whole year: data, because guidelines differ.</summary>
public sealed class ProRatingRule
{
    /// <summary>A month counts with the least VZÄ that was filled on any of its days: a month with a gap is lost.</summary>
    public const string WholeMonths = "WHOLE_MONTHS";

    /// <summary>A month counts with the most VZÄ that was filled on any of its days.</summary>
    public const string StartedMonths = "STARTED_MONTHS";

    /// <summary>A month counts with its daily average.</summary>
    public const string Daily = "DAILY";

    private ProRatingRule()
    {
    }

    public string Rule { get; private set; } = "";

    public DateOnly ValidFrom { get; private set; }

    /// <summary>Exclusive; null is open.</summary>
    public DateOnly? ValidUntil { get; private set; }

    public Provenance Provenance { get; private set; } = Provenance.Office;

    /// <summary>A rule begins.</summary>
    public static ProRatingRule Begin(DateOnly validFrom) => new() { ValidFrom = validFrom };

    /// <summary>Its content.</summary>
    public ProRatingRule Define(string rule, DateOnly? validUntil, Provenance provenance)
    {
        (Rule, ValidUntil, Provenance) = (rule, validUntil, provenance);
        return this;
    }

    /// <summary>The VZÄ with which a month counts, from the VZÄ of each of its days.</summary>
    public static decimal MonthOf(string rule, IReadOnlyList<decimal> days) => rule switch
    {
        WholeMonths => days.Min(),
        StartedMonths => days.Max(),
        _ => days.Sum() / days.Count,
    };
}
