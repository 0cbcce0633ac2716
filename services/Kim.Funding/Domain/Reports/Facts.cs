namespace Kim.Funding.Domain.Reports;

/// <summary>What an event told, cut down to what the indicators count. The same event always makes the same fact.</summary>
public abstract class ReportFact
{
    /// <summary>The aggregate, under the reference that funding knows.</summary>
    public Guid Ref { get; init; }

    /// <summary>Version of the aggregate.</summary>
    public long Version { get; init; }
}

/// <summary>A case as of one of its events (domain.md 2.4, groups 2, 3 and 5).</summary>
public sealed class CaseStep : ReportFact
{
    /// <summary>The phase of a closed case.</summary>
    public const string ClosedPhase = "ABGESCHLOSSEN";

    /// <summary>The day from which it holds.</summary>
    public DateOnly On { get; init; }

    /// <summary>The day on which the case was opened.</summary>
    public DateOnly OpenedOn { get; init; }

    /// <summary>Whether the case is closed from then on.</summary>
    public bool Closed { get; init; }

    /// <summary>AGS of the municipality.</summary>
    public string Ags { get; init; } = "";

    /// <summary>Age band on the day of opening.</summary>
    public string AgeBand { get; init; } = "";

    /// <summary>FEMALE, MALE, DIVERSE, UNKNOWN.</summary>
    public string Sex { get; init; } = "";

    /// <summary>Group of nationalities.</summary>
    public string NationalityGroup { get; init; } = "";

    /// <summary>Group of residence statuses.</summary>
    public string StatusGroup { get; init; } = "";

    /// <summary>Length of stay in years on the day of opening.</summary>
    public string LengthOfStayBand { get; init; } = "";

    /// <summary>Persons in the household.</summary>
    public int HouseholdSize { get; init; }

    /// <summary>Topics of the needs, each once.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];
}

/// <summary>A structural need was reported.</summary>
public sealed class NeedReport : ReportFact
{
    /// <summary>Topic code.</summary>
    public string Topic { get; init; } = "";

    /// <summary>Persons in the household behind it.</summary>
    public int Weight { get; init; }

    /// <summary>The day of the report.</summary>
    public DateOnly On { get; init; }
}

/// <summary>A structural need was withdrawn. The event carries no day, see <see cref="NeedHistory"/>.</summary>
public sealed class NeedWithdrawal : ReportFact;

/// <summary>A theme with its needs as of one of its changes.</summary>
public sealed class ThemeStep : ReportFact
{
    /// <summary>State code.</summary>
    public string State { get; init; } = "";

    /// <summary>The day of the change; null from publishers that did not tell it yet.</summary>
    public DateOnly? On { get; init; }

    /// <summary>All its needs that are not withdrawn.</summary>
    public IReadOnlyList<Guid> Needs { get; init; } = [];
}

/// <summary>A resolution on a theme.</summary>
public sealed class ResolutionStep : ReportFact
{
    /// <summary>The theme.</summary>
    public Guid ThemeId { get; init; }

    /// <summary>Its needs on the day of the resolution.</summary>
    public IReadOnlyList<Guid> Needs { get; init; } = [];

    /// <summary>The day of the resolution.</summary>
    public DateOnly On { get; init; }
}

/// <summary>A measure began or was completed.</summary>
public sealed class MeasureStep : ReportFact
{
    /// <summary>The resolution that it carries out.</summary>
    public Guid ResolutionId { get; init; }

    /// <summary>Whether it is completed.</summary>
    public bool Completed { get; init; }

    /// <summary>The day.</summary>
    public DateOnly On { get; init; }
}

/// <summary>A booking of an interpreter at one of its events.</summary>
public sealed class BookingStep : ReportFact
{
    /// <summary>CONFIRMED, DECLINED, UNSERVED, COMPLETED or SETTLED.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The day that decides the period; null from publishers that did not tell it yet.</summary>
    public DateOnly? On { get; init; }

    /// <summary>ISO 639-3 code.</summary>
    public string? Language { get; init; }

    /// <summary>Minutes of the talk.</summary>
    public int? Minutes { get; init; }

    /// <summary>What the pots bear.</summary>
    public IReadOnlyList<ChargedAmount> Charges { get; init; } = [];
}

/// <summary>What one pot bears of a settlement.</summary>
/// <param name="Pot">Key of the pot.</param>
/// <param name="AmountEur">EUR, two decimals.</param>
public sealed record ChargedAmount(string Pot, decimal AmountEur);

/// <summary>An event that this build cannot read: it counts nowhere, is told by the checks, and stays in the journal for a later build.</summary>
public sealed class UnreadableFact : ReportFact
{
    /// <summary>Wire name of the event.</summary>
    public string WireName { get; init; } = "";
}
