namespace Kim.Contracts.Cases;

/// <summary>
/// A case manager saw in a case a structural obstacle (Struktureller Handlungsbedarf, domain.md 3.6). Published by cases for
/// network, and for funding, which counts needs and their way to a decision. One event per need; cases keeps at most one open need
/// per case and topic. The case itself is never named.
/// </summary>
[WireName("kim.cases.structural-need-reported")]
public sealed record StructuralNeedReported
{
    /// <summary>The need, a random reference that only cases can join to a case.</summary>
    public required Guid NeedId { get; init; }

    /// <summary>Version of the need, rising by one with each change.</summary>
    public required long Version { get; init; }

    /// <summary>Topic code, see <see cref="Vocabulary.Topics"/>: needs of the same topic become one theme.</summary>
    public required string Topic { get; init; }

    /// <summary>Rechtskreis code of domain.md 4.1: decides the field of the committee.</summary>
    public required string Rechtskreis { get; init; }

    /// <summary>Type of the agency at which the obstacle stands (actor type of S-36), not a single agency.</summary>
    public required string AgencyType { get; init; }

    /// <summary>AGS of the municipalities concerned, one at least.</summary>
    public required IReadOnlyList<string> Ags { get; init; }

    /// <summary>Persons in the household, 1 to 30: how many people one report stands for.</summary>
    public required int Weight { get; init; }

    /// <summary>The day of the report.</summary>
    public required DateOnly ReportedOn { get; init; }
}
