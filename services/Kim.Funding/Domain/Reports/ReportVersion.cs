using System.Text;

namespace Kim.Funding.Domain.Reports;

/// <summary>A version of a report. Once released it never changes; the database refuses it, too.</summary>
public sealed class ReportVersion
{
    private ReportVersion()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The report.</summary>
    public Guid ReportId { get; private set; }

    /// <summary>1 for the first.</summary>
    public int Number { get; private set; }

    /// <summary>See <see cref="ReportStates"/>.</summary>
    public string State { get; private set; } = ReportStates.Draft;

    /// <summary>Why it was computed anew; null for a first version.</summary>
    public string? Reason { get; private set; }

    /// <summary>Canonical JSON under the small-cell rule.</summary>
    public string Canonical { get; private set; } = "";

    /// <summary>SHA-256 of the canonical JSON's bytes.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>What the checks found.</summary>
    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>When it was computed.</summary>
    public DateTimeOffset ComputedAt { get; private set; }

    /// <summary>When it was validated.</summary>
    public DateTimeOffset? ValidatedAt { get; private set; }

    /// <summary>When it was released.</summary>
    public DateTimeOffset? ReleasedAt { get; private set; }

    /// <summary>The figures behind it, which never leave.</summary>
    public ReportFigures Figures { get; private set; } = null!;

    internal static ReportVersion Of(Guid id, Guid reportId, int number) => new() { Id = id, ReportId = reportId, Number = number };

    internal void Fill(ReportContent content, string? reason, DateTimeOffset now)
    {
        (State, Reason, Findings, ComputedAt, ValidatedAt) = (ReportStates.Draft, reason, content.Findings, now, null);
        Set(content.Canonical);
        if (Figures is null) Figures = ReportFigures.Of(Id, content.Figures, content.Hidden);
        else Figures.Set(content.Figures, content.Hidden);
    }

    internal void Validate(IReadOnlyList<Finding> findings, DateTimeOffset now) => (State, Findings, ValidatedAt) = (ReportStates.Validated, findings, now);

    internal void Protect(byte[] canonical, IReadOnlyList<string> hidden)
    {
        Set(canonical);
        Figures.Set(Figures.Content, hidden);
    }

    internal void Release(DateTimeOffset now) => (State, ReleasedAt) = (ReportStates.Released, now);

    private void Set(byte[] canonical) => (Canonical, Sha256) = (Encoding.UTF8.GetString(canonical), CanonicalJson.Sha256(canonical));
}

/// <summary>The figures of a version before the small-cell rule, kept to protect later reports against being subtracted from it.</summary>
public sealed class ReportFigures
{
    private ReportFigures()
    {
    }

    /// <summary>The version.</summary>
    public Guid VersionId { get; private set; }

    /// <summary>All figures.</summary>
    public FigureSet Content { get; private set; } = new([], [], []);

    /// <summary>Keys of the hidden ones.</summary>
    public IReadOnlyList<string> Hidden { get; private set; } = [];

    internal static ReportFigures Of(Guid versionId, FigureSet content, IReadOnlyList<string> hidden) => new() { VersionId = versionId, Content = content, Hidden = hidden };

    internal void Set(FigureSet content, IReadOnlyList<string> hidden) => (Content, Hidden) = (content, hidden);
}
