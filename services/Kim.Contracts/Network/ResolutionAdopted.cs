namespace Kim.Contracts.Network;

/// <summary>A committee adopted a resolution with a measure on a theme. Published by network for cases and funding.</summary>
[WireName("kim.network.resolution-adopted")]
public sealed record ResolutionAdopted
{
    /// <summary>The resolution.</summary>
    public required Guid ResolutionId { get; init; }

    /// <summary>Version of the resolution.</summary>
    public required long Version { get; init; }

    /// <summary>The theme that it answers.</summary>
    public required Guid ThemeId { get; init; }

    /// <summary>The needs of the theme on the day of the resolution; needs that join later are found through the theme.</summary>
    public required IReadOnlyList<Guid> NeedIds { get; init; }

    /// <summary>Number of the resolution within its committee and year.</summary>
    public required string Number { get; init; }

    /// <summary>What was decided.</summary>
    public required string Title { get; init; }

    /// <summary>Key of the committee.</summary>
    public required string Committee { get; init; }

    /// <summary>Name of the committee.</summary>
    public required string CommitteeName { get; init; }

    /// <summary>The day of the resolution.</summary>
    public required DateOnly AdoptedOn { get; init; }

    /// <summary>AGS to which it applies; empty means the whole Kreis.</summary>
    public required IReadOnlyList<string> Scope { get; init; }

    /// <summary>The measure that carries it out.</summary>
    public required Guid MeasureId { get; init; }

    /// <summary>What is to be done.</summary>
    public required string MeasureTitle { get; init; }

    /// <summary>Key of the organisation that owns the measure.</summary>
    public required string MeasureOwner { get; init; }

    /// <summary>Name of the organisation that owns the measure.</summary>
    public required string MeasureOwnerName { get; init; }

    /// <summary>The day by which the measure is due.</summary>
    public required DateOnly DueOn { get; init; }
}
