namespace Kim.Network.Domain;

/// <summary>The calendar of the Kreis: a meeting at 23:30 UTC in summer belongs to the next day.</summary>
internal static class LocalDay
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    /// <summary>The day on which an instant falls.</summary>
    public static DateOnly Of(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Berlin).DateTime);
}
