namespace Kim.Naturalisation.Domain;

/// <summary>The calendar of the Kreis: what happens at 23:30 UTC in summer belongs to the next day.</summary>
public static class LocalDay
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    /// <summary>The day on which an instant falls.</summary>
    public static DateOnly Of(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Berlin).DateTime);
}
