namespace Kim.Contracts.Network;

/// <summary>
/// A theme (generatives Thema) that bundles structural needs came into being, gained needs or moved on (domain.md 3.6).
/// Published by network for cases and funding. Carries all needs of the theme, so that any later event of the theme finds its cases.
/// </summary>
[WireName("kim.network.need-state-changed")]
public sealed record NeedStateChanged
{
    /// <summary>The theme.</summary>
    public required Guid ThemeId { get; init; }

    /// <summary>Version of the theme, rising by one with each change.</summary>
    public required long Version { get; init; }

    /// <summary>Title of the theme, about structure only.</summary>
    public required string Title { get; init; }

    /// <summary>State code, see <see cref="Vocabulary.ThemeStates"/>.</summary>
    public required string State { get; init; }

    /// <summary>All needs of the theme that are not withdrawn.</summary>
    public required IReadOnlyList<Guid> NeedIds { get; init; }

    /// <summary>The day of the change: the period in which funding counts it.</summary>
    public DateOnly? ChangedOn { get; init; }
}
