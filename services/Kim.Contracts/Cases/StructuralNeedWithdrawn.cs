namespace Kim.Contracts.Cases;

/// <summary>A structural need was withdrawn: it no longer counts in its theme. Published by cases for network and funding.</summary>
[WireName("kim.cases.structural-need-withdrawn")]
public sealed record StructuralNeedWithdrawn
{
    /// <summary>The need.</summary>
    public required Guid NeedId { get; init; }

    /// <summary>Version of the need; higher than that of its report, so a late report does not revive it.</summary>
    public required long Version { get; init; }
}
