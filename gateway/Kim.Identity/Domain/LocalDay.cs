namespace Kim.Identity.Domain;

/// <summary>The calendar of the Kreis: a position begins with a day in Germany, not in UTC.</summary>
internal static class LocalDay
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    /// <summary>The day on which an instant falls.</summary>
    public static DateOnly Of(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Berlin).DateTime);
}
