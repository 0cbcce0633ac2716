namespace Kim.Network.Domain;

/// <summary>
/// An indicator report that funding released, in its newest version: enough to put it on an agenda and to prove later which one was
/// discussed. The figures stay with funding.
/// </summary>
internal sealed class ReleasedReport
{
    /// <summary>The report; all its versions share it.</summary>
    public Guid Id { get; init; }

    /// <summary>The newest version known.</summary>
    public long Version { get; init; }

    /// <summary>First day of the period.</summary>
    public DateOnly From { get; init; }

    /// <summary>First day after the period.</summary>
    public DateOnly Until { get; init; }

    /// <summary>SHA-256 of the canonical JSON, 64 lower-case hexadecimal digits.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>The day of the release of this version.</summary>
    public DateOnly ReleasedOn { get; init; }
}
