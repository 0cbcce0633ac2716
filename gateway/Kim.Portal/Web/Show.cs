using System.Globalization;

namespace Kim.Portal.Web;

/// <summary>How dates, times and amounts are shown: German, and in the time of the Kreis.</summary>
public static class Show
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    public static string Date(DateOnly? date) => date?.ToString("dd.MM.yyyy", German) ?? "–";

    public static string Date(DateTimeOffset? instant) => instant is { } at ? TimeZoneInfo.ConvertTime(at, Berlin).ToString("dd.MM.yyyy", German) : "–";

    public static string Time(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Berlin).ToString("dd.MM.yyyy, HH:mm 'Uhr'", German);

    public static string Euro(decimal? amount) => amount is { } euro ? euro.ToString("N2", German) + " €" : "–";

    public static string Number(decimal value) => value.ToString("0.##", German);

    /// <summary>What the clock of the Kreis shows at an instant.</summary>
    public static TimeOnly Clock(DateTimeOffset instant) => TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Berlin).DateTime);

    /// <summary>The day of the Kreis at an instant.</summary>
    public static DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Berlin).DateTime);

    /// <summary>The instant that a date and a clock time in the Kreis mean.</summary>
    public static DateTimeOffset Instant(DateOnly date, TimeOnly time)
    {
        var local = date.ToDateTime(time);
        return new DateTimeOffset(local, Berlin.GetUtcOffset(local)).ToUniversalTime();
    }
}
