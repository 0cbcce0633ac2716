using Kim.Results;

namespace Kim.Funding.Domain.Reports;

/// <summary>States of a version.</summary>
public static class ReportStates
{
    /// <summary>Computed.</summary>
    public const string Draft = "DRAFT";

    /// <summary>Checked without an error.</summary>
    public const string Validated = "VALIDATED";

    /// <summary>Frozen and open to the funder.</summary>
    public const string Released = "RELEASED";
}

/// <summary>The indicator report of a period: its versions share it. A period has one report.</summary>
public sealed class Report
{
    private readonly List<ReportVersion> _versions = [];

    private Report()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>First day.</summary>
    public DateOnly From { get; private set; }

    /// <summary>First day after the period.</summary>
    public DateOnly Until { get; private set; }

    /// <summary>The newest version.</summary>
    public int Version { get; private set; }

    /// <summary>State of the newest version.</summary>
    public string State { get; private set; } = ReportStates.Draft;

    /// <summary>The newest released version; null while none is.</summary>
    public int? ReleasedVersion { get; private set; }

    /// <summary>When the newest version changed last.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>All versions.</summary>
    public IReadOnlyList<ReportVersion> Versions => _versions;

    /// <summary>The period.</summary>
    public ReportPeriod Period => new(From, Until);

    /// <summary>The newest version.</summary>
    public ReportVersion Newest => _versions.Single(version => version.Number == Version);

    /// <summary>Starts the report of a period; <see cref="Compute"/> gives it its first version.</summary>
    public static Report Of(Guid id, ReportPeriod period) => new() { Id = id, From = period.From, Until = period.Until };

    /// <summary>
    /// A version computed anew: the next number after a released one; a version that was never released keeps its number and is
    /// replaced.
    /// </summary>
    public ReportVersion Compute(Guid versionId, ReportContent content, string? reason, DateTimeOffset now)
    {
        if (Version == 0 || State == ReportStates.Released)
        {
            Version++;
            _versions.Add(ReportVersion.Of(versionId, Id, Version));
        }

        Newest.Fill(content, reason, now);
        (State, ChangedAt) = (ReportStates.Draft, now);
        return Newest;
    }

    /// <summary>The number that the next computation gets.</summary>
    public int NextVersion => Version == 0 || State == ReportStates.Released ? Version + 1 : Version;

    /// <summary>Draft to validated, unless a check blocks.</summary>
    public Result<ReportVersion> Validate(IReadOnlyList<Finding> findings, DateTimeOffset now)
    {
        if (State != ReportStates.Draft) return Refused("DRAFT");
        if (findings.FirstOrDefault(finding => finding.Severity == Finding.Error) is { } error)
            return Error.Blocked(error.Code, "A check of the report failed. Correct its cause and compute it anew.", ["corrections"]);
        Newest.Validate(findings, now);
        (State, ChangedAt) = (ReportStates.Validated, now);
        return Newest;
    }

    /// <summary>
    /// Before the release: the small-cell rule once more, against all that was released meanwhile. Only more may be hidden by it.
    /// </summary>
    public Result<ReportVersion> Protect(byte[] canonical, IReadOnlyList<string> hidden)
    {
        if (State != ReportStates.Validated) return Refused("VALIDATED");
        Newest.Protect(canonical, hidden);
        return Newest;
    }

    /// <summary>Validated to released: frozen for good.</summary>
    public Result<ReportVersion> Release(DateTimeOffset now)
    {
        if (State != ReportStates.Validated) return Refused("VALIDATED");
        Newest.Release(now);
        (State, ReleasedVersion, ChangedAt) = (ReportStates.Released, Version, now);
        return Newest;
    }

    private Error Refused(string guard) => Error.Blocked(guard, $"The newest version is {State}.", State switch
    {
        ReportStates.Draft => ["validation", "corrections"],
        ReportStates.Validated => ["release", "corrections"],
        _ => ["corrections"],
    });
}

/// <summary>What a computation made.</summary>
/// <param name="Canonical">Canonical JSON under the small-cell rule.</param>
/// <param name="Figures">All figures.</param>
/// <param name="Hidden">Keys of the hidden ones.</param>
/// <param name="Findings">What the checks found.</param>
public sealed record ReportContent(byte[] Canonical, FigureSet Figures, IReadOnlyList<string> Hidden, IReadOnlyList<Finding> Findings);
