namespace Kim.Contracts.Cases;

/// <summary>
/// What funding keeps of a case for the indicators of its reports (domain.md 2.4, groups 2 to 7): bands, codes and counts, never a
/// value that names a person. Every event of a case carries the whole of it as of that moment, so that a receiver needs no earlier
/// event and takes the facts of the highest version.
/// </summary>
public sealed record CaseFacts
{
    /// <summary>AGS of the municipality in which the person lives.</summary>
    public required string Ags { get; init; }

    /// <summary>The day on which the case was opened (first contact, phase ANFRAGE).</summary>
    public required DateOnly OpenedOn { get; init; }

    /// <summary>Phase code.</summary>
    public required string Phase { get; init; }

    /// <summary>Age band on the day of opening: <c>0-5</c>, <c>6-17</c>, <c>18-26</c>, <c>27-44</c>, <c>45-64</c>, <c>65+</c> (domain.md 7.5).</summary>
    public required string AgeBand { get; init; }

    /// <summary>FEMALE, MALE, DIVERSE or UNKNOWN.</summary>
    public required string Sex { get; init; }

    /// <summary>Group of nationalities, see <see cref="Vocabulary.NationalityGroups"/>.</summary>
    public required string NationalityGroup { get; init; }

    /// <summary>Group of residence statuses, see <see cref="Vocabulary.StatusGroups"/>.</summary>
    public required string StatusGroup { get; init; }

    /// <summary>Length of stay in Germany on the day of opening: <c>0-1</c>, <c>1-3</c>, <c>3-5</c>, <c>5-8</c>, <c>8+</c> years, or UNKNOWN.</summary>
    public required string LengthOfStayBand { get; init; }

    /// <summary>Access path code (who sent the person, domain.md 2.4 no. 4).</summary>
    public required string AccessPath { get; init; }

    /// <summary>Persons in the household, 1 to 30.</summary>
    public required int HouseholdSize { get; init; }

    /// <summary>Topics of the needs recorded so far, each once, see <see cref="Vocabulary.Topics"/>.</summary>
    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>Rechtskreise of the needs recorded so far, each once.</summary>
    public required IReadOnlyList<string> Rechtskreise { get; init; }

    /// <summary>Goals of the Hilfeplan.</summary>
    public required int Goals { get; init; }

    /// <summary>Goals rated with full or almost full attainment (3 or 4 of 0 to 4).</summary>
    public required int GoalsAttained { get; init; }

    /// <summary>Key of the position that the responsible case manager holds, if any.</summary>
    public string? Position { get; init; }
}

/// <summary>A case was opened. Published by cases for funding, which knows the case under its own random reference.</summary>
[WireName("kim.cases.case-opened")]
public sealed record CaseOpened
{
    /// <summary>Funding's reference of the case (UUIDv4), known to cases and funding alone.</summary>
    [PersonReference]
    public required Guid CaseRef { get; init; }

    /// <summary>Version of the facts, rising by one with each event of the case, shared by all of them.</summary>
    public required long Version { get; init; }

    /// <summary>The facts as of this event.</summary>
    public required CaseFacts Facts { get; init; }
}

/// <summary>A case moved to another phase, or a fact that funding counts changed in it. Published by cases for funding.</summary>
[WireName("kim.cases.case-phase-changed")]
public sealed record CasePhaseChanged
{
    /// <summary>Funding's reference of the case.</summary>
    [PersonReference]
    public required Guid CaseRef { get; init; }

    /// <summary>Version of the facts, see <see cref="CaseOpened.Version"/>.</summary>
    public required long Version { get; init; }

    /// <summary>The day of the change.</summary>
    public required DateOnly ChangedOn { get; init; }

    /// <summary>The facts as of this event.</summary>
    public required CaseFacts Facts { get; init; }
}

/// <summary>Another case manager became responsible. Published by cases for funding.</summary>
[WireName("kim.cases.case-assigned")]
public sealed record CaseAssigned
{
    /// <summary>Funding's reference of the case.</summary>
    [PersonReference]
    public required Guid CaseRef { get; init; }

    /// <summary>Version of the facts, see <see cref="CaseOpened.Version"/>.</summary>
    public required long Version { get; init; }

    /// <summary>The day of the change.</summary>
    public required DateOnly AssignedOn { get; init; }

    /// <summary>The facts as of this event; the position is the new one's.</summary>
    public required CaseFacts Facts { get; init; }
}

/// <summary>A case was closed. Published by cases for funding.</summary>
[WireName("kim.cases.case-closed")]
public sealed record CaseClosed
{
    /// <summary>Funding's reference of the case.</summary>
    [PersonReference]
    public required Guid CaseRef { get; init; }

    /// <summary>Version of the facts, see <see cref="CaseOpened.Version"/>.</summary>
    public required long Version { get; init; }

    /// <summary>The day of closing.</summary>
    public required DateOnly ClosedOn { get; init; }

    /// <summary>Closure reason code (domain.md 3.2).</summary>
    public required string Reason { get; init; }

    /// <summary>The facts as of this event.</summary>
    public required CaseFacts Facts { get; init; }
}
