namespace Kim.ServiceKit.Profile.Model;

/// <summary><c>committees.json</c> as a whole.</summary>
public sealed record CommitteesFile
{
    /// <summary>What the markers of the strategy picture mean.</summary>
    public required IReadOnlyList<LegendEntry> Legend { get; init; }

    /// <summary>How the overlapping bounds of the age bands are read.</summary>
    public required AgeBandRule AgeBandRule { get; init; }

    /// <summary>The committees.</summary>
    public required IReadOnlyList<CommitteeEntry> Items { get; init; }
}

/// <summary>A marker of the strategy picture; its meaning is data, never code.</summary>
public sealed record LegendEntry : ProfileEntry
{
    /// <summary>The marker.</summary>
    public required string Marker { get; init; }

    /// <summary>Its meaning, to be edited.</summary>
    public required string Label { get; init; }
}

/// <summary>How the overlapping bounds of the age bands are read.</summary>
public sealed record AgeBandRule : ProfileEntry
{
    /// <summary>Whether the lower bound belongs to the band.</summary>
    public required bool LowerBoundInclusive { get; init; }
}

/// <summary>A committee of the network.</summary>
public sealed record CommitteeEntry : ProfileEntry
{
    /// <summary>Stable key: what other files and services refer to.</summary>
    public required string Key { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Other names in use.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>NETZWERK, STEUERUNGSGRUPPE, FACHARBEITSGREMIUM, ARBEITSGRUPPE or REGIONALE_FACHKONFERENZ.</summary>
    public required string Category { get; init; }

    /// <summary>JUGENDHILFE, INTEGRATION, ARBEIT_BESCHAEFTIGUNG, GESUNDHEIT or WEITERE.</summary>
    public string? Field { get; init; }

    /// <summary>Key of the committee that it is a part of.</summary>
    public string? Parent { get; init; }

    /// <summary>Whether the routing rule may propose it.</summary>
    public required bool TakesThemes { get; init; }

    /// <summary>STRATEGIC, BETWEEN, SPANS or CASE.</summary>
    public required string Level { get; init; }

    /// <summary>The level is a reading of the picture, not in its text.</summary>
    public required bool LevelInferred { get; init; }

    /// <summary>Marker of the strategy picture.</summary>
    public string? LegendMarker { get; init; }

    /// <summary>Who has a seat.</summary>
    public required IReadOnlyList<SeatGroup> SeatGroups { get; init; }

    /// <summary>Keys of one or two moderating organisations.</summary>
    public required IReadOnlyList<string> Moderators { get; init; }

    /// <summary>Who chairs it.</summary>
    public string? Chair { get; init; }

    /// <summary>The age band of an Arbeitsgruppe.</summary>
    public AgeBand? AgeBand { get; init; }

    /// <summary>ACTIVE or PROPOSED.</summary>
    public required string State { get; init; }

    /// <summary>AGS of a Regionale Fachkonferenz; empty means the whole Kreis.</summary>
    public required IReadOnlyList<string> Region { get; init; }

    /// <summary>The type of which this is one of several parallel committees.</summary>
    public string? InstanceOf { get; init; }

    /// <summary>Its number among them.</summary>
    public int? Instance { get; init; }

    /// <summary>What it is for.</summary>
    public string? Mandate { get; init; }

    /// <summary>What is still to be answered about it.</summary>
    public string? OpenQuestion { get; init; }
}

/// <summary>A group of seats.</summary>
public sealed record SeatGroup
{
    /// <summary>Stable key: what other files and services refer to.</summary>
    public required string Key { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Code of <see cref="Contracts.Vocabulary.ActorTypes"/>.</summary>
    public string? ActorType { get; init; }

    /// <summary>Whether the slides name it; the others are 'u. a.'.</summary>
    public required bool Named { get; init; }
}

/// <summary>An age band.</summary>
public sealed record AgeBand
{
    /// <summary>0-6, 6-18 or 18-27.</summary>
    public required string Code { get; init; }

    /// <summary>Lower bound in years.</summary>
    public required int From { get; init; }

    /// <summary>Upper bound in years.</summary>
    public required int Until { get; init; }

    /// <summary>Whether the upper bound belongs to the band.</summary>
    public required bool UntilInclusive { get; init; }
}
