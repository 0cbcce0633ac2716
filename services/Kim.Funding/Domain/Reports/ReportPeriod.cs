using Kim.Results;

namespace Kim.Funding.Domain.Reports;

/// <summary>The closed period of a report: a calendar month, quarter or year, so that two periods are apart or one holds the other.</summary>
/// <param name="From">First day.</param>
/// <param name="Until">First day after it.</param>
public readonly record struct ReportPeriod(DateOnly From, DateOnly Until)
{
    /// <summary>Months of the period: 1, 3 or 12.</summary>
    public int Months => ((Until.Year - From.Year) * 12) + Until.Month - From.Month;

    /// <summary>The last day.</summary>
    public DateOnly LastDay => Until.AddDays(-1);

    /// <summary>Checks the bounds (400) and that the period has ended on the day in the Kreis (409).</summary>
    public static Result<ReportPeriod> Create(DateOnly from, DateOnly until, DateOnly today)
    {
        var period = new ReportPeriod(from, until);
        var aligned = from.Day == 1 && until.Day == 1 && period.Months is 1 or 3 or 12 && (from.Month - 1) % period.Months == 0;
        if (!aligned) return Error.Invalid("period-invalid", "A report covers a calendar month, quarter or year; 'until' is the first day after it.", "until");
        return until <= today ? period : Error.Blocked("PERIOD_ENDED", "The period has not ended yet.", []);
    }

    /// <summary>Whether a day lies in it.</summary>
    public bool Holds(DateOnly day) => From <= day && day < Until;

    /// <summary>Whether another period lies in it and is shorter.</summary>
    public bool Contains(ReportPeriod other) => From <= other.From && other.Until <= Until && this != other;

    /// <summary>Whether the two share a day.</summary>
    public bool Overlaps(ReportPeriod other) => From < other.Until && other.From < Until;

    /// <summary>Whether one begins on the day on which the other ends.</summary>
    public bool Touches(ReportPeriod other) => Until == other.From || other.Until == From;
}
