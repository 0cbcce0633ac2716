namespace Kim.Contracts.Funding;

/// <summary>
/// An indicator report of a closed period was released and frozen. Published by funding for network, whose office puts it on the
/// agenda of the committees.
/// </summary>
[WireName("kim.funding.report-released")]
public sealed record ReportReleased
{
    /// <summary>The report of the period; all its versions share it.</summary>
    public required Guid ReportId { get; init; }

    /// <summary>Version of the report, 1 for the first; a correction is a new version.</summary>
    public required long Version { get; init; }

    /// <summary>First day of the period.</summary>
    public required DateOnly From { get; init; }

    /// <summary>First day after the period.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>SHA-256 of the canonical JSON, 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The day of the release.</summary>
    public required DateOnly ReleasedOn { get; init; }
}
