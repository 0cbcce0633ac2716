namespace Kim.Funding.Domain;

/// <summary>The calendar of the Kreis: an instant at 23:30 UTC in summer belongs to the next day.</summary>
public static class LocalDay
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    /// <summary>The day on which an instant falls.</summary>
    public static DateOnly Of(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Berlin).DateTime);
}

/// <summary>Periods of days: the first day belongs to them, the last bound is exclusive, no bound is open.</summary>
public static class Period
{
    /// <summary>Whether a day lies in the period.</summary>
    public static bool Holds(DateOnly? from, DateOnly? until, DateOnly day) => (from is null || from <= day) && (until is null || day < until);

    /// <summary>Whether two periods share a day.</summary>
    public static bool Overlap(DateOnly from, DateOnly? until, DateOnly otherFrom, DateOnly? otherUntil) =>
        (otherUntil is null || from < otherUntil) && (until is null || otherFrom < until);

    /// <summary>The earlier of two ends; null is open.</summary>
    public static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is null || other < one ? other : one;
}
