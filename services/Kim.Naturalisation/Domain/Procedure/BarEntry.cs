using Kim.Naturalisation.Domain.Facts;

namespace Kim.Naturalisation.Domain.Procedure;

/// <summary>An entry for the register of § 35a: a finding of fraud, threat, bribery or false statements. Personal data, restricted.</summary>
public sealed class BarEntry
{
    private BarEntry()
    {
    }

    public Guid Id { get; private set; }

    public Guid ReferralId { get; private set; }

    /// <summary>WITHDRAWAL, FRAUD, THREAT, BRIBERY or FALSE_STATEMENTS.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>The day from which the finding cannot be appealed; null while it can.</summary>
    public DateOnly? UnappealableOn { get; private set; }

    public Guid RecordedBy { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>Enters a finding.</summary>
    public static BarEntry Enter(Guid id, Guid referralId, FraudFinding finding, Act act) =>
        new() { Id = id, ReferralId = referralId, Kind = finding.Kind, UnappealableOn = finding.UnappealableOn, RecordedBy = act.By, RecordedAt = act.At };

    /// <summary>The first day after the bar; null while it has not begun.</summary>
    /// <param name="years">Its length.</param>
    public DateOnly? Until(int years) => UnappealableOn is { } day ? LegalDates.AddYears(day, years) : null;

    /// <summary>As a fact of a check.</summary>
    public FraudFinding AsFact() => new() { Kind = Kind, UnappealableOn = UnappealableOn };
}
