using Kim.Funding.Domain.Reports;
using Kim.ServiceKit.SmallCells;

namespace Kim.Funding.Features.Reports;

/// <summary>A report as its makers see it.</summary>
public sealed record ReportView(
    Guid Id,
    [property: Description("First day of the period.")] DateOnly From,
    [property: Description("First day after the period.")] DateOnly Until,
    [property: Description("Number of the newest version.")] int Version,
    [property: Description("State of the newest version: DRAFT, VALIDATED or RELEASED.")] string State,
    [property: Description("Newest version that the funder sees; null while none is released.")] int? ReleasedVersion,
    [property: Description("SHA-256 of the newest version's canonical JSON.")] string Sha256,
    IReadOnlyList<VersionView> Versions,
    [property: Description("What the checks of the newest version found; ERROR blocks the validation.")] IReadOnlyList<FindingView> Findings)
{
    internal static ReportView Of(Report report) => new(
        report.Id, report.From, report.Until, report.Version, report.State, report.ReleasedVersion, report.Newest.Sha256,
        [.. report.Versions.OrderBy(version => version.Number).Select(VersionView.Of)],
        [.. report.Newest.Findings.Select(found => new FindingView(found.Code, found.Severity, CellCount.Of(found.Count), found.Subject))]);
}

/// <summary>A version of a report.</summary>
public sealed record VersionView(
    int Version, string State,
    [property: Description("Why it was computed anew.")] string? Reason,
    DateTimeOffset ComputedAt, DateTimeOffset? ValidatedAt, DateTimeOffset? ReleasedAt,
    [property: Description("SHA-256 of the canonical JSON, 64 hexadecimal digits.")] string Sha256)
{
    internal static VersionView Of(ReportVersion version) => new(
        version.Number, version.State, version.Reason, version.ComputedAt, version.ValidatedAt, version.ReleasedAt, version.Sha256);
}

/// <summary>What a check found.</summary>
public sealed record FindingView(
    [property: Description("Code of the check, see docs/codes.md.")] string Code,
    [property: Description("ERROR or NOTE.")] string Severity,
    CellCount Count,
    [property: Description("The module or table that it is about.")] string? Subject);

/// <summary>A published figure.</summary>
public sealed record FigureView(
    [property: Description("Indicator group of domain.md 2.4.")] int Group,
    string Table,
    [property: Description("COUNT, PERSONS, HOURS, EUR, DAYS or VZAE.")] string Unit,
    IReadOnlyList<string> Dimensions,
    [property: Description("One code per dimension; * is the total.")] IReadOnlyList<string> Codes,
    [property: Description("Null when suppressed.")] decimal? Value,
    [property: Description("Hidden by the small-cell rule.")] bool Suppressed)
{
    internal static FigureView Of(PublishedCell cell) => new(cell.Group, cell.Table, cell.Unit, cell.Dimensions, cell.Codes, cell.Value, cell.Value is null);
}
