namespace Kim.Funding.Domain.Reports;

/// <summary>Where a case came from and where it was at the end of a period.</summary>
/// <param name="Entry">OPEN_AT_START, NEW or REOPENED.</param>
/// <param name="End">CLOSED or OPEN_AT_END.</param>
/// <param name="Facts">The facts of the last event before the end.</param>
public sealed record CaseInPeriod(string Entry, string End, CaseStep Facts);

/// <summary>
/// The cases that were open on at least one day of a period, as their events before its end tell it: a later event changes nothing.
/// </summary>
public static class CaseHistory
{
    /// <summary>Open when the period began.</summary>
    public const string OpenAtStart = "OPEN_AT_START";

    /// <summary>Opened in the period.</summary>
    public const string New = "NEW";

    /// <summary>Closed before and opened again in the period.</summary>
    public const string Reopened = "REOPENED";

    /// <summary>Closed in the period.</summary>
    public const string Closed = "CLOSED";

    /// <summary>Open when the period ended.</summary>
    public const string OpenAtEnd = "OPEN_AT_END";

    /// <summary>Ways in.</summary>
    public static readonly IReadOnlyList<string> Entries = [OpenAtStart, New, Reopened];

    /// <summary>Ways out.</summary>
    public static readonly IReadOnlyList<string> Ends = [Closed, OpenAtEnd];

    /// <summary>The cases of a period.</summary>
    public static IReadOnlyList<CaseInPeriod> In(ReportPeriod period, IEnumerable<CaseStep> steps) =>
        [.. steps.GroupBy(step => step.Ref).OrderBy(group => group.Key).Select(group => Of(period, [.. group])).OfType<CaseInPeriod>()];

    private static CaseInPeriod? Of(ReportPeriod period, IReadOnlyList<CaseStep> steps)
    {
        if (Last(steps, period.Until) is not { } facts || facts.OpenedOn >= period.Until) return null;
        var before = Last(steps, period.From);
        // A case without an event before the period still was open then, if it says that it was opened then.
        var (wasKnown, wasClosed) = (before is not null || facts.OpenedOn < period.From, before?.Closed ?? false);
        var entry = !wasKnown ? New : wasClosed ? Reopened : OpenAtStart;
        if (entry == Reopened && !steps.Any(step => period.Holds(step.On) && !step.Closed)) return null;
        return new CaseInPeriod(entry, facts.Closed ? Closed : OpenAtEnd, facts);
    }

    private static CaseStep? Last(IReadOnlyList<CaseStep> steps, DateOnly until) =>
        steps.Where(step => step.On < until).MaxBy(step => step.Version);
}
