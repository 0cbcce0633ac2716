namespace Kim.Testing;

/// <summary>Today as the services count it: a day begins in Germany, one or two hours before it does in UTC.</summary>
public static class TestDay
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    /// <summary>The day in Germany at this moment.</summary>
    public static DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), Berlin).DateTime);
}
