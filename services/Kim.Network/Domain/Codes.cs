namespace Kim.Network.Domain;

/// <summary>States of a theme (domain.md 3.6): the procedure first, side states last.</summary>
internal static class ThemeState
{
    /// <summary>Fewer needs than the threshold: nobody sees a theme yet.</summary>
    public const string Gemeldet = "GEMELDET";

    /// <summary>Enough needs of one topic: the theme is visible and waits for a committee.</summary>
    public const string Gebuendelt = "GEBUENDELT";

    /// <summary>On the agenda of a meeting.</summary>
    public const string Eingebracht = "EINGEBRACHT";

    /// <summary>Deliberated, or handed to a Projektgruppe, without a decision yet.</summary>
    public const string Beraten = "BERATEN";

    /// <summary>A resolution with a measure was adopted.</summary>
    public const string Beschlossen = "BESCHLOSSEN";

    /// <summary>Work on the measure began.</summary>
    public const string InUmsetzung = "IN_UMSETZUNG";

    /// <summary>The effect was checked: closed.</summary>
    public const string WirksamGeprueft = "WIRKSAM_GEPRUEFT";

    /// <summary>Put off until more is known.</summary>
    public const string Zurueckgestellt = "ZURUECKGESTELLT";

    /// <summary>Rejected with a reason: closed.</summary>
    public const string Abgelehnt = "ABGELEHNT";

    /// <summary>Land or federal law stands in the way: addressed to the ministry.</summary>
    public const string AnLandAdressiert = "AN_LAND_ADRESSIERT";

    /// <summary>States in which a theme takes no more needs; new needs of the topic start a new theme.</summary>
    public static readonly IReadOnlyList<string> Closed = [WirksamGeprueft, Abgelehnt];

    /// <summary>All codes.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        Gemeldet, Gebuendelt, Eingebracht, Beraten, Beschlossen, InUmsetzung, WirksamGeprueft, Zurueckgestellt, Abgelehnt,
        AnLandAdressiert,
    ];
}

/// <summary>Who can change what stands in the way of people: the coordinator's judgement that decides the committee.</summary>
internal static class Influence
{
    /// <summary>An agency can change its own procedure. The default.</summary>
    public const string Agency = "AGENCY";

    /// <summary>Several municipalities together.</summary>
    public const string Region = "REGION";

    /// <summary>A matter of one age band of the network.</summary>
    public const string AgeBand = "AGE_BAND";

    /// <summary>Policy or money of the Kreis.</summary>
    public const string Kreis = "KREIS";

    /// <summary>Law of the Land or the Bund.</summary>
    public const string LandBund = "LAND_BUND";

    /// <summary>All codes.</summary>
    public static readonly IReadOnlyList<string> All = [Agency, Region, AgeBand, Kreis, LandBund];
}

/// <summary>Age bands of the network's working groups, lower bound inclusive (domain.md 1.9, A-7).</summary>
internal static class AgeBands
{
    /// <summary>All codes.</summary>
    public static readonly IReadOnlyList<string> All = ["0-6", "6-18", "18-27"];
}

/// <summary>What a committee may decide on an agenda item.</summary>
internal static class Decision
{
    /// <summary>Adopted: a measure with owner and date follows.</summary>
    public const string Adopted = "ADOPTED";

    /// <summary>Rejected with a reason.</summary>
    public const string Rejected = "REJECTED";

    /// <summary>More information is needed.</summary>
    public const string MoreInformation = "MORE_INFORMATION";

    /// <summary>Handed to a Projektgruppe.</summary>
    public const string ProjectGroup = "PROJECT_GROUP";

    /// <summary>All codes.</summary>
    public static readonly IReadOnlyList<string> All = [Adopted, Rejected, MoreInformation, ProjectGroup];
}

/// <summary>States of a measure.</summary>
internal static class MeasureState
{
    /// <summary>Decided, not begun.</summary>
    public const string Decided = "DECIDED";

    /// <summary>Work began.</summary>
    public const string Started = "STARTED";

    /// <summary>Done, with an outcome.</summary>
    public const string Completed = "COMPLETED";

    /// <summary>All codes.</summary>
    public static readonly IReadOnlyList<string> All = [Decided, Started, Completed];
}

/// <summary>States of a meeting.</summary>
internal static class MeetingState
{
    /// <summary>Invited: the agenda is open.</summary>
    public const string Planned = "PLANNED";

    /// <summary>It took place: the agenda is closed, decisions may still be recorded.</summary>
    public const string Held = "HELD";
}

/// <summary>The codes of Rechtskreise in the order of domain.md 4.1; the order breaks ties.</summary>
internal static class Rechtskreis
{
    /// <summary>No statutory claim.</summary>
    public const string None = "NONE";

    /// <summary>All codes.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        "SGB2", "SGB3", "SGB5", "SGB8", "SGB9", "SGB11", "SGB12", "ASYLBLG", "AUFENTHG", "STAG", "SCHULG", "VORRANG",
        "PSYCHKG", "INTV", None,
    ];

    /// <summary>The most frequent code; ties go to the earlier code of the list. Null when there is none.</summary>
    public static string? MostFrequent(IEnumerable<string> codes) => codes
        .GroupBy(code => code, StringComparer.Ordinal)
        .OrderByDescending(group => group.Count())
        .ThenBy(group => Order(group.Key))
        .ThenBy(group => group.Key, StringComparer.Ordinal)
        .FirstOrDefault()?.Key;

    private static int Order(string code)
    {
        for (var index = 0; index < All.Count; index++)
            if (All[index] == code) return index;
        return All.Count;
    }
}

/// <summary>Topics of needs with the German words that name a new theme until a coordinator gives it a better title.</summary>
internal static class Topic
{
    private static readonly Dictionary<string, string> Titles = new(StringComparer.Ordinal)
    {
        ["AUFENTHALT"] = "Aufenthalt",
        ["WOHNEN"] = "Wohnen",
        ["SPRACHE"] = "Spracherwerb",
        ["ARBEIT"] = "Arbeit",
        ["AUSBILDUNG"] = "Ausbildung",
        ["SCHULE_KITA"] = "Schule und Kita",
        ["GESUNDHEIT"] = "Gesundheit",
        ["FINANZEN"] = "Finanzielle Sicherung",
        ["FAMILIE"] = "Familie",
        ["TEILHABE"] = "Teilhabe",
        ["DISKRIMINIERUNG"] = "Diskriminierung",
        ["EHRENAMT"] = "Ehrenamt",
        ["EINBUERGERUNG"] = "Einbürgerung",
    };

    /// <summary>All codes.</summary>
    public static IReadOnlyCollection<string> All => Titles.Keys;

    /// <summary>The German words; a code that is not known here speaks for itself, so that no need is lost.</summary>
    public static string TitleOf(string code) => Titles.GetValueOrDefault(code, code);
}
