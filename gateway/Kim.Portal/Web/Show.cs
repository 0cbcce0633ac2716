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

    /// <summary>Short mark of something that has no name, so that people can speak of it.</summary>
    public static string Mark(Guid id) => id.ToString("N")[^8..].ToUpperInvariant();

    public static string Vzae(decimal value) => value.ToString("0.00", German);

    /// <summary>An exact fraction: whole where it is whole, else as it stands and what that is about.</summary>
    public static string Fraction(Api.Fraction? value) => value switch
    {
        null => "–",
        { Denominator: 1 } => value.Numerator.ToString(German),
        _ => $"{value.Numerator}/{value.Denominator} (≈ {((decimal)value.Numerator / value.Denominator).ToString("0.00", German)})",
    };

    /// <summary>The last day of a period whose end is exclusive.</summary>
    public static string Last(DateOnly? until) => until is { } day ? Date(day.AddDays(-1)) : "…";

    public static string Percent(decimal? ratio) => ratio is { } share ? (share * 100).ToString("0.##", German) + " %" : "–";

    /// <summary>A closed period by its last day, which the API names by the day after.</summary>
    public static string Period(DateOnly from, DateOnly until) => $"{Date(from)} – {Date(until.AddDays(-1))}";

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
