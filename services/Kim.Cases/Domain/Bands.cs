namespace Kim.Cases.Domain;

/// <summary>
/// Bands in which ages and lengths of stay leave the service (domain.md 2.4 no. 3, 7.5): wide enough that none points at a person.
/// The lower bound is inclusive.
/// </summary>
public static class Bands
{
    public const string Unknown = "UNKNOWN";

    private static readonly (int From, string Code)[] Ages = [(0, "0-5"), (6, "6-17"), (18, "18-26"), (27, "27-44"), (45, "45-64"), (65, "65+")];

    private static readonly (int From, string Code)[] Stays = [(0, "0-1"), (1, "1-3"), (3, "3-5"), (5, "5-8"), (8, "8+")];

    /// <summary>Band of the age on a day.</summary>
    public static string Age(DateOnly birthDate, DateOnly day) => Of(Ages, FullYears(birthDate, day));

    /// <summary>Band of the years in Germany on a day; unknown when no stay is recorded that began by then.</summary>
    public static string LengthOfStay(DateOnly? since, DateOnly day) => since is { } start && start <= day ? Of(Stays, FullYears(start, day)) : Unknown;

    // Who was born on 29 February is a year older on 1 March (§§ 187, 188 BGB).
    private static int FullYears(DateOnly from, DateOnly day) =>
        day.Year - from.Year - ((day.Month, day.Day).CompareTo((from.Month, from.Day)) < 0 ? 1 : 0);

    private static string Of((int From, string Code)[] bands, int years) => bands.Last(band => years >= band.From || band.From == 0).Code;
}
