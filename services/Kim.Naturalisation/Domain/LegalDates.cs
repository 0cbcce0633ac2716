namespace Kim.Naturalisation.Domain;

/// <summary>
/// Periods as §§ 187(2), 188(2), (3) BGB count them: the first day counts in full, and n years are complete on the n-th anniversary of
/// that day. Where the anniversary does not exist (29 February), they are complete on the day after the month's last.
/// </summary>
public static class LegalDates
{
    /// <summary>The day on which a number of years is complete.</summary>
    /// <param name="first">First counted day.</param>
    /// <param name="years">Years, 0 to 100.</param>
    public static DateOnly AddYears(DateOnly first, int years) => AddMonths(first, checked(years * 12));

    /// <summary>The day on which a number of months is complete.</summary>
    /// <param name="first">First counted day.</param>
    /// <param name="months">Months, 0 to 1200.</param>
    public static DateOnly AddMonths(DateOnly first, int months)
    {
        // A day of a malformed fact may lie at the end of the calendar: what is complete after it never is.
        if ((first.Year * 12) + first.Month + months > DateOnly.MaxValue.Year * 12) return DateOnly.MaxValue;
        var clamped = first.AddMonths(months);
        return clamped.Day == first.Day ? clamped : clamped.AddDays(1);
    }

    /// <summary>Whether somebody born on a day has completed a number of years of life; born on 29 February: on 1 March of a common year.</summary>
    public static bool HasAge(DateOnly birthDate, int years, DateOnly day) => AddYears(birthDate, years) <= day;
}
