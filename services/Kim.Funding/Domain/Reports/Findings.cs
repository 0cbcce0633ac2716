namespace Kim.Funding.Domain.Reports;

/// <summary>Something that a check of a report found.</summary>
/// <param name="Code">Code of the check.</param>
/// <param name="Severity">ERROR blocks the validation, NOTE does not.</param>
/// <param name="Count">How many; passes the small-cell rule before it is shown.</param>
/// <param name="Subject">What it is about: a module, a table.</param>
public sealed record Finding(string Code, string Severity, int Count, string? Subject = null)
{
    /// <summary>Blocks the validation.</summary>
    public const string Error = "ERROR";

    /// <summary>Is for the officer to judge.</summary>
    public const string Note = "NOTE";
}

/// <summary>The checks of a report before it may be released.</summary>
public static class ReportChecks
{
    /// <summary>All findings, errors first.</summary>
    public static IReadOnlyList<Finding> Of(ReportPeriod period, FactSheet sheet, FigureSet figures) =>
    [
        .. Sums(figures),
        .. Crossings(figures),
        .. Quotas(period, sheet),
        .. Missing(period, sheet),
    ];

    /// <summary>A total that is not the sum of its parts.</summary>
    public static IEnumerable<Finding> Sums(FigureSet figures)
    {
        var values = figures.Figures.ToDictionary(figure => figure.Key, figure => figure.Value, StringComparer.Ordinal);
        return figures.Sums.Where(sum => values[sum.Total] != sum.Parts.Sum(part => values[part]))
            .Select(sum => new Finding("SUMS_DISAGREE", Finding.Error, 1, sum.Total.Split('/')[0]));
    }

    /// <summary>A table that crosses more than two dimensions, or two splits of persons reached (domain.md 7.5).</summary>
    public static IEnumerable<Finding> Crossings(FigureSet figures)
    {
        string[] guarded = ["AGS", "NATIONALITY_GROUP", "STATUS_GROUP", "AGE_BAND"];
        return figures.Tables.Where(table => table.Dimensions.Count > 2 || table.Dimensions.Count(guarded.Contains) > 2)
            .Select(table => new Finding("DRILL_DOWN_TOO_DEEP", Finding.Error, 1, table.Name));
    }

    private static IEnumerable<Finding> Quotas(ReportPeriod period, FactSheet sheet) => sheet.Staff.GroupBy(line => line.Module, StringComparer.Ordinal)
        .Where(module => sheet.Quotas.Any(quota => quota.Module == module.Key))
        .Select(module => (module.Key, Days: Days(period).Count(day => Exceeds(module, sheet.Quotas.Where(quota => quota.Module == module.Key), day))))
        .Where(found => found.Days > 0)
        .Select(found => new Finding("POSITIONS_ABOVE_QUOTA", Finding.Note, found.Days, found.Key));

    private static bool Exceeds(IEnumerable<StaffLine> lines, IEnumerable<QuotaLine> quotas, DateOnly day) =>
        lines.Sum(line => VzaeMonths.On(line.Filled, day)) > quotas.Where(quota => Period.Holds(quota.From, quota.Until, day)).Sum(quota => quota.Vzae);

    private static IEnumerable<DateOnly> Days(ReportPeriod period) =>
        Enumerable.Range(0, period.Until.DayNumber - period.From.DayNumber).Select(offset => period.From.AddDays(offset));

    private static IEnumerable<Finding> Missing(ReportPeriod period, FactSheet sheet)
    {
        var steps = sheet.Of<CaseStep>().Where(step => step.On < period.Until).GroupBy(step => step.Ref).ToList();
        (string Code, int Count)[] found =
        [
            // Versions rise by one: a gap is an event that has not arrived.
            ("CASE_EVENTS_MISSING", steps.Count(rows => rows.Max(step => step.Version) != rows.Select(step => step.Version).Distinct().Count())),
            ("BOOKINGS_WITHOUT_DAY", BookingHistory.Undated(sheet.Of<BookingStep>())),
            ("THEMES_WITHOUT_DAY", sheet.Of<ThemeStep>().Where(step => step.On is null).Select(step => step.Ref).Distinct().Count()),
            ("RESOLUTIONS_WITHOUT_NEEDS", sheet.Of<ResolutionStep>().Count(step => step.On < period.Until && step.Needs.Count == 0)),
            ("MEASURES_WITHOUT_RESOLUTION", Measures(period, sheet)),
            ("JOURNAL_UNREADABLE", sheet.Of<UnreadableFact>().Count()),
        ];
        return found.Where(entry => entry.Count > 0).Select(entry => new Finding(entry.Code, Finding.Note, entry.Count));
    }

    private static int Measures(ReportPeriod period, FactSheet sheet)
    {
        var known = sheet.Of<ResolutionStep>().Select(step => step.Ref).ToHashSet();
        return sheet.Of<MeasureStep>().Where(step => step.On < period.Until && !known.Contains(step.ResolutionId)).Select(step => step.Ref).Distinct().Count();
    }
}
