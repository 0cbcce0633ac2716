namespace Kim.Funding.Domain.Reports;

/// <summary>A share of positions on the days from <paramref name="From"/> until (exclusive) <paramref name="Until"/>.</summary>
/// <param name="Vzae">VZÄ, two decimals.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Exclusive; null is open.</param>
public sealed record VzaeSpan(decimal Vzae, DateOnly From, DateOnly? Until);

/// <summary>
/// VZÄ-months: the sum over all days of VZÄ divided by the days of that day's month, so that a full position over a whole month is
/// exactly 1. Counted in whole numbers over a common denominator and rounded once per line, half away from zero.
/// </summary>
public static class VzaeMonths
{
    // The least number that 28, 29, 30 and 31 divide.
    private const decimal Denominator = 4 * 7 * 29 * 3 * 5 * 31;

    /// <summary>VZÄ-months of a line in a period, two decimals.</summary>
    public static decimal Of(IEnumerable<VzaeSpan> spans, ReportPeriod period) =>
        Math.Round(spans.Sum(span => Exact(span, period)) / Denominator, 2, MidpointRounding.AwayFromZero);

    /// <summary>VZÄ on one day.</summary>
    public static decimal On(IEnumerable<VzaeSpan> spans, DateOnly day) =>
        spans.Where(span => Period.Holds(span.From, span.Until, day)).Sum(span => span.Vzae);

    private static decimal Exact(VzaeSpan span, ReportPeriod period)
    {
        var sum = 0m;
        for (var month = period.From; month < period.Until; month = month.AddMonths(1))
        {
            var next = month.AddMonths(1);
            var first = span.From > month ? span.From : month;
            var last = span.Until is { } until && until < next ? until : next;
            if (first < last) sum += span.Vzae * (last.DayNumber - first.DayNumber) * (Denominator / (next.DayNumber - month.DayNumber));
        }

        return sum;
    }
}
