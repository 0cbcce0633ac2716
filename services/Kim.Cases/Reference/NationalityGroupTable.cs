using Kim.Cases.Domain;
using Kim.Contracts.Vocabulary;

namespace Kim.Cases.Reference;

/// <summary>
/// Which countries make a group of nationalities in figures (domain.md 2.4 no. 3), with the days on which a country joined or left.
/// EU: the member states; AFRICA: the region 002 of UN M49; what is in no group is OTHER.
/// </summary>
public static class NationalityGroupTable
{
    private const string Other = "OTHER";

    private const string EuropeanUnion =
        "AUT BEL BGR CYP CZE DNK EST ESP FIN FRA GRC HUN IRL ITA LTU LUX LVA MLT NLD POL PRT ROU SVK SVN SWE";

    private const string Africa =
        "AGO BDI BEN BFA BWA CAF CIV CMR COD COG COM CPV DJI DZA EGY ERI ESH ETH GAB GHA GIN GMB GNB GNQ KEN LBR LBY LSO MAR MDG "
        + "MLI MOZ MRT MUS MWI NAM NER NGA RWA SDN SEN SLE SOM SSD STP SWZ SYC TCD TGO TUN TZA UGA ZAF ZMB ZWE";

    private static readonly IReadOnlyList<Membership> Memberships =
    [
        .. All("EU", EuropeanUnion),
        new("EU", "HRV", new DateOnly(2013, 7, 1), null),
        new("EU", "GBR", null, new DateOnly(2020, 2, 1)),
        .. All("DEU", "DEU"), .. All("UKR", "UKR"), .. All("SYR", "SYR"), .. All("AFG", "AFG"), .. All("IRQ", "IRQ"), .. All("TUR", "TUR"),
        .. All("WESTBALKAN", "ALB BIH MKD MNE SRB XKX"),
        .. All("AFRICA", Africa),
    ];

    /// <summary>The groups with their titles, in the order of the vocabulary.</summary>
    public static readonly IReadOnlyList<CodeEntry> Entries = Vocabularies.Titled(NationalityGroups.All,
        ("DEU", "Deutschland", "Germany"), ("EU", "Europäische Union", "European Union"), ("UKR", "Ukraine", "Ukraine"), ("SYR", "Syrien", "Syria"),
        ("AFG", "Afghanistan", "Afghanistan"), ("IRQ", "Irak", "Iraq"), ("TUR", "Türkei", "Türkiye"), ("WESTBALKAN", "Westbalkan", "Western Balkans"),
        ("AFRICA", "Afrika", "Africa"), (Other, "Andere", "Other"), (Nationality.Stateless, "Staatenlos", "Stateless"), (Nationality.Unknown, "Unbekannt", "Unknown"));

    /// <summary>
    /// The one group in which a person counts on a day: German before all, then the country recorded first; stateless when there is no
    /// country, unknown when nothing is recorded.
    /// </summary>
    /// <param name="countries">Country codes, STATELESS or UNKNOWN, in the order of their recording.</param>
    /// <param name="day">The day.</param>
    public static string Of(IReadOnlyList<string> countries, DateOnly day)
    {
        if (countries.Contains("DEU")) return "DEU";
        if (countries.FirstOrDefault(code => code is not (Nationality.Stateless or Nationality.Unknown)) is { } country)
            return Memberships.FirstOrDefault(member => member.Country == country && member.On(day))?.Group ?? Other;
        return countries.Contains(Nationality.Stateless) ? Nationality.Stateless : Nationality.Unknown;
    }

    private static IEnumerable<Membership> All(string group, string countries) =>
        countries.Split(' ').Select(country => new Membership(group, country, null, null));

    private sealed record Membership(string Group, string Country, DateOnly? ValidFrom, DateOnly? ValidUntil)
    {
        public bool On(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidUntil is null || day < ValidUntil);
    }
}
