namespace Kim.Interpreters.Domain;

/// <summary>Working days in Nordrhein-Westfalen: Monday to Friday without the holidays of § 2 Feiertagsgesetz NW.</summary>
public static class WorkingDays
{
    /// <summary>Whole working days between two days, both exclusive: a request on Monday for Friday leaves three.</summary>
    public static int Between(DateOnly from, DateOnly until)
    {
        var count = 0;
        for (var day = from.AddDays(1); day < until; day = day.AddDays(1))
            if (IsWorkingDay(day)) count++;
        return count;
    }

    /// <summary>Whether offices work on this day.</summary>
    public static bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsHoliday(day);

    private static bool IsHoliday(DateOnly day)
    {
        if ((day.Month, day.Day) is (1, 1) or (5, 1) or (10, 3) or (11, 1) or (12, 25) or (12, 26)) return true;
        // Karfreitag, Ostermontag, Christi Himmelfahrt, Pfingstmontag, Fronleichnam
        return (day.DayNumber - Easter(day.Year).DayNumber) is -2 or 1 or 39 or 50 or 60;
    }

    // Gauss' rule in the form of Lichtenberg, valid for the Gregorian calendar.
    private static DateOnly Easter(int year)
    {
        var k = year / 100;
        var m = 15 + (3 * k + 3) / 4 - (8 * k + 13) / 25;
        var s = 2 - (3 * k + 3) / 4;
        var a = year % 19;
        var d = (19 * a + m) % 30;
        var r = (d + a / 11) / 29;
        var og = 21 + d - r;
        var sz = 7 - (year + year / 4 + s) % 7;
        var oe = 7 - (og - sz) % 7;
        return new DateOnly(year, 3, 1).AddDays(og + oe - 1);
    }
}
