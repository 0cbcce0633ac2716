namespace Kim.Contracts.Network;

/// <summary>A measure is done: what it changed reaches the cases that it helps. Published by network for cases and funding.</summary>
[WireName("kim.network.measure-completed")]
public sealed record MeasureCompleted
{
    /// <summary>The measure.</summary>
    public required Guid MeasureId { get; init; }

    /// <summary>Version of the measure, shared by started and completed.</summary>
    public required long Version { get; init; }

    /// <summary>The resolution that it carries out.</summary>
    public required Guid ResolutionId { get; init; }

    /// <summary>The theme.</summary>
    public required Guid ThemeId { get; init; }

    /// <summary>The day on which it was completed.</summary>
    public required DateOnly CompletedOn { get; init; }

    /// <summary>What is different now, in words for case managers; about procedures and offers, never about a person.</summary>
    public required string Outcome { get; init; }
}
