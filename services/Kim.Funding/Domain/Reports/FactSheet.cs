namespace Kim.Funding.Domain.Reports;

/// <summary>All that a report is computed from.</summary>
public sealed record FactSheet
{
    /// <summary>Rows of the projections.</summary>
    public required IReadOnlyList<ReportFact> Facts { get; init; }

    /// <summary>Granted and filled shares by module and employer.</summary>
    public required IReadOnlyList<StaffLine> Staff { get; init; }

    /// <summary>The controlled lists whose codes are shown also where they count nothing.</summary>
    public required ReportCodes Codes { get; init; }

    /// <summary>Quotas of modules: VZÄ by period.</summary>
    public required IReadOnlyList<QuotaLine> Quotas { get; init; }

    internal IEnumerable<T> Of<T>() where T : ReportFact => Facts.OfType<T>();
}

/// <summary>Positions of one module at one employer.</summary>
/// <param name="Module">Module code, or <c>NONE</c>.</param>
/// <param name="Employer">Key of the employing organisation.</param>
/// <param name="Granted">Funded positions.</param>
/// <param name="Filled">Who holds them.</param>
public sealed record StaffLine(string Module, string Employer, IReadOnlyList<VzaeSpan> Granted, IReadOnlyList<VzaeSpan> Filled);

/// <summary>A quota while valid.</summary>
/// <param name="Module">Module code.</param>
/// <param name="Vzae">VZÄ.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Exclusive; null is open.</param>
public sealed record QuotaLine(string Module, decimal Vzae, DateOnly From, DateOnly? Until);

/// <summary>Controlled lists of the report.</summary>
/// <param name="Nationalities">Groups of nationalities.</param>
/// <param name="Statuses">Groups of residence statuses.</param>
/// <param name="Topics">Topics.</param>
/// <param name="Municipalities">AGS of the Kreis.</param>
public sealed record ReportCodes(
    IReadOnlyList<string> Nationalities, IReadOnlyList<string> Statuses, IReadOnlyList<string> Topics, IReadOnlyList<string> Municipalities)
{
    /// <summary>domain.md 7.5.</summary>
    public IReadOnlyList<string> AgeBands { get; } = ["0-5", "6-17", "18-26", "27-44", "45-64", "65+"];

    /// <summary>Sexes.</summary>
    public IReadOnlyList<string> Sexes { get; } = ["FEMALE", "MALE", "DIVERSE", "UNKNOWN"];

    /// <summary>Years in Germany.</summary>
    public IReadOnlyList<string> StayBands { get; } = ["0-1", "1-3", "3-5", "5-8", "8+", "UNKNOWN"];
}
