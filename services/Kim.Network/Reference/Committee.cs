namespace Kim.Network.Reference;

/// <summary>A committee of the strategy picture (D-1 to D-10).</summary>
internal sealed class Committee
{
    public required string Key { get; init; }

    public required string Name { get; init; }

    public List<string> Aliases { get; init; } = [];

    /// <summary>NETZWERK, STEUERUNGSGRUPPE, FACHARBEITSGREMIUM, ARBEITSGRUPPE or REGIONALE_FACHKONFERENZ.</summary>
    public required string Category { get; init; }

    public string? Field { get; init; }

    public string? Parent { get; init; }

    /// <summary>Whether routing may propose it.</summary>
    public bool TakesThemes { get; init; }

    public required string Level { get; init; }

    /// <summary>The slides mark no level here; it was inferred.</summary>
    public bool LevelInferred { get; init; }

    /// <summary>The star of the slide; its meaning is data, never code.</summary>
    public string? LegendMarker { get; init; }

    public List<SeatGroup> SeatGroups { get; init; } = [];

    /// <summary>Moderating organisations, two at most.</summary>
    public List<string> Moderators { get; init; } = [];

    public string? Chair { get; init; }

    public AgeBand? AgeBand { get; init; }

    /// <summary>ACTIVE or PROPOSED.</summary>
    public required string State { get; init; }

    /// <summary>AGS; empty means the whole Kreis.</summary>
    public List<string> Region { get; init; } = [];

    /// <summary>Key of the type of which it is one of several parallel instances.</summary>
    public string? InstanceOf { get; init; }

    public int? Instance { get; init; }

    public string? Mandate { get; init; }

    public string? OpenQuestion { get; init; }

    public bool Demo { get; init; }

    /// <summary>Ids of the sources (docs/sources.md).</summary>
    public List<string> Sources { get; init; } = [];
}

/// <summary>A group of seats of a committee.</summary>
/// <param name="Key">Key within the committee.</param>
/// <param name="Name">Name as the slides have it.</param>
/// <param name="ActorType">Actor type, where one fits.</param>
/// <param name="Named">Whether the slides name it; 'u. a.' is not a name.</param>
public sealed record SeatGroup(string Key, string Name, string? ActorType, bool Named);

/// <summary>The age band of a working group; its lower bound is inclusive.</summary>
/// <param name="Code">Code, for example 0-6.</param>
/// <param name="From">Lower bound, inclusive.</param>
/// <param name="Until">Upper bound.</param>
/// <param name="UntilInclusive">Whether the upper bound belongs to it.</param>
public sealed record AgeBand(string Code, int From, int Until, bool UntilInclusive);

/// <summary>What a star of the slides means, as far as known: editable data.</summary>
internal sealed class LegendMarker
{
    public required string Marker { get; init; }

    public required string Label { get; init; }

    public bool Assumed { get; init; }
}
