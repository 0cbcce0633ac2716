namespace Kim.Portal.Api;

public sealed record ReportRow(Guid Id, DateOnly From, DateOnly Until, int Version, string State, int? ReleasedVersion);

/// <summary>A report as its makers see it.</summary>
public sealed record Report(
    Guid Id, DateOnly From, DateOnly Until, int Version, string State, int? ReleasedVersion, string Sha256,
    IReadOnlyList<VersionOfReport> Versions, IReadOnlyList<ReportFinding> Findings);

public sealed record VersionOfReport(
    int Version, string State, string? Reason, DateTimeOffset ComputedAt, DateTimeOffset? ValidatedAt, DateTimeOffset? ReleasedAt, string Sha256);

public sealed record ReportFinding(string Code, string Severity, Count Count, string? Subject);

/// <summary>The figures of one version under the small-cell rule.</summary>
public sealed record ReportFigures(Guid ReportId, DateOnly From, DateOnly Until, VersionOfReport Version, IReadOnlyList<Figure> Figures);

/// <summary>A figure; one code per dimension, <c>*</c> is the total; no value when suppressed.</summary>
public sealed record Figure(
    int Group, string Table, string Unit, IReadOnlyList<string> Dimensions, IReadOnlyList<string> Codes, decimal? Value, bool Suppressed);

public sealed record ReportDifference(Guid ReportId, int From, int To, IReadOnlyList<FigureChange> Changes);

public sealed record FigureChange(int Group, string Table, string Unit, IReadOnlyList<string> Codes, FigureSide Old, FigureSide New);

public sealed record FigureSide(bool Present, decimal? Value, bool Suppressed);

public sealed record ReleasedReport(Guid Id, DateOnly From, DateOnly Until, IReadOnlyList<ReleasedVersion> Versions);

public sealed record ReleasedVersion(int Version, string Sha256, DateOnly ReleasedOn);
