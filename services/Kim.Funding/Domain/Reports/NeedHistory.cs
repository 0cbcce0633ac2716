namespace Kim.Funding.Domain.Reports;

/// <summary>A structural need as of the end of a period.</summary>
/// <param name="Report">What was reported.</param>
/// <param name="AdoptedOn">The day of the first resolution that answers it, if there is one before the end.</param>
/// <param name="SolvedOn">The day on which the first measure of such a resolution was completed, if before the end.</param>
public sealed record NeedAtEnd(NeedReport Report, DateOnly? AdoptedOn, DateOnly? SolvedOn);

/// <summary>Structural needs and their way to a decision, as the events before the end of a period tell it.</summary>
public sealed class NeedHistory
{
    private readonly List<(DateOnly On, Guid Id, HashSet<Guid> Needs)> _resolutions;
    private readonly List<MeasureStep> _completed;
    private readonly HashSet<Guid> _standing;
    private readonly Dictionary<Guid, long> _withdrawn;

    private NeedHistory(DateOnly until, FactSheet sheet)
    {
        var themes = sheet.Of<ThemeStep>().Where(step => step.On < until).GroupBy(step => step.Ref)
            .ToDictionary(group => group.Key, group => group.MaxBy(step => step.Version)!.Needs);
        _standing = [.. themes.Values.SelectMany(needs => needs)];
        _withdrawn = sheet.Of<NeedWithdrawal>().GroupBy(row => row.Ref).ToDictionary(group => group.Key, group => group.Max(row => row.Version));
        _resolutions =
        [
            .. sheet.Of<ResolutionStep>().GroupBy(step => step.Ref).Select(group => group.MaxBy(step => step.Version)!).Where(step => step.On < until)
                // Needs that joined the theme later are answered by its resolution, too.
                .Select(step => (step.On, step.Ref, (HashSet<Guid>)[.. step.Needs, .. themes.GetValueOrDefault(step.ThemeId) ?? []])),
        ];
        _completed = [.. sheet.Of<MeasureStep>().Where(step => step.Completed && step.On < until)];
    }

    /// <summary>All needs that were reported before the end and not withdrawn by then.</summary>
    public static IReadOnlyList<NeedAtEnd> At(DateOnly until, FactSheet sheet)
    {
        var history = new NeedHistory(until, sheet);
        return
        [
            .. sheet.Of<NeedReport>().Where(report => report.On < until).GroupBy(report => report.Ref).OrderBy(group => group.Key)
                .Select(group => group.MaxBy(report => report.Version)!).Where(history.Stands).Select(history.Of),
        ];
    }

    // The withdrawal has no day: as long as a theme of that time still holds the need, it was not withdrawn.
    private bool Stands(NeedReport report) => !_withdrawn.TryGetValue(report.Ref, out var version) || version < report.Version || _standing.Contains(report.Ref);

    private NeedAtEnd Of(NeedReport report)
    {
        var answers = _resolutions.Where(resolution => resolution.Needs.Contains(report.Ref)).ToList();
        var adopted = answers.Select(resolution => (DateOnly?)Later(resolution.On, report.On)).Min();
        var solved = _completed.Where(measure => answers.Exists(resolution => resolution.Id == measure.ResolutionId))
            .Select(measure => (DateOnly?)Later(measure.On, report.On)).Min();
        return new NeedAtEnd(report, adopted, solved);
    }

    // A need that joins a theme with a resolution is answered from its first day on.
    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
