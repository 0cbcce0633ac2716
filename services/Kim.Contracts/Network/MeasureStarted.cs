namespace Kim.Contracts.Network;

/// <summary>Work on a measure began. Published by network for cases and funding.</summary>
[WireName("kim.network.measure-started")]
public sealed record MeasureStarted
{
    /// <summary>The measure.</summary>
    public required Guid MeasureId { get; init; }

    /// <summary>Version of the measure, shared by started and completed.</summary>
    public required long Version { get; init; }

    /// <summary>The resolution that it carries out.</summary>
    public required Guid ResolutionId { get; init; }

    /// <summary>The theme.</summary>
    public required Guid ThemeId { get; init; }

    /// <summary>The day on which it began.</summary>
    public required DateOnly StartedOn { get; init; }
}
