using System.Collections.Frozen;
using Kim.Cases.Domain;

namespace Kim.Cases.Reference;

/// <summary>
/// The residence vocabulary of domain.md 4.2: what counts as lawful residence and what suffices as a title under § 10(1) no. 2 StAG
/// in the law since 2024-06-27. STAATENLOS is no status but a nationality (STATELESS).
/// </summary>
public static class ResidenceStatuses
{
    private const string Yes = "YES";
    private const string No = "NO";
    private const string None = "NOT_APPLICABLE";
    private const string IfProtection = "IF_PROTECTION_FOLLOWS";
    private const string IfTitle = "IF_TITLE_FOLLOWS";

    public static readonly IReadOnlyList<ResidenceStatus> All =
    [
        new("DEU", "Deutsch (auch eingebürgert, Spätaussiedler)", "German (also naturalised)", None, None),
        new("EU_FREI", "Freizügigkeit EU/EWR", "EU/EEA freedom of movement", Yes, Yes),
        new("EU_DAUER", "Daueraufenthalt § 4a FreizügG/EU", "Permanent residence of EU citizens", Yes, Yes),
        new("EU_FAM", "Aufenthaltskarte Familienangehörige EU", "Residence card of family members", Yes, "IF_DURABLE"),
        new("CH", "Schweiz und Familie (Abkommen 1999)", "Swiss nationals and family", Yes, Yes),
        new("UK_WA", "Aufenthaltsdokument-GB (Art. 50 EUV)", "Withdrawal agreement UK", Yes, Yes),
        new("ANKUNFT", "Ankunftsnachweis, Asylgesuch", "Proof of arrival, asylum request", IfProtection, No),
        new("GESTATTUNG", "Aufenthaltsgestattung § 55 AsylG", "Permission to reside, asylum procedure", IfProtection, No),
        new("DULDUNG", "Duldung § 60a", "Toleration", No, No),
        new("DULDUNG_AUSB", "Ausbildungsduldung § 60c", "Toleration for training", No, No),
        new("DULDUNG_BESCH", "Beschäftigungsduldung § 60d", "Toleration for employment", No, No),
        new("DULDUNG_ID", "Duldung § 60b (Identität ungeklärt)", "Toleration, identity unclear", No, No),
        new("GUEB", "Grenzübertrittsbescheinigung", "Border crossing certificate", No, No),
        new("FIKTION_81_3_1", "Fiktionsbescheinigung § 81 Abs. 3 Satz 1", "Fictional certificate, lawful before", Yes, No),
        new("FIKTION_81_3_2", "Fiktionsbescheinigung § 81 Abs. 3 Satz 2", "Fictional certificate, deportation suspended", No, No),
        new("FIKTION_81_4", "Fiktionsbescheinigung § 81 Abs. 4", "Fictional certificate, title goes on", Yes, "LIKE_PREVIOUS"),
        new("VISUM_D", "Nationales Visum § 6 Abs. 3", "National visa", IfTitle, No),
        .. Permits(Yes, No, [("16A", "betriebliche Aus- und Weiterbildung", "in-company training"), ("16B", "Studium", "study"),
            ("16D", "Anerkennung ausländischer Berufsqualifikationen", "recognition of qualifications"), ("16E", "studienbezogenes Praktikum EU", "study-related traineeship"),
            ("16F", "Sprachkurs, Schulbesuch", "language course, school"), ("17", "Suche Ausbildungs- oder Studienplatz", "search for training or study"),
            ("18F", "mobile Forscherinnen und Forscher", "mobile researchers"), ("19", "ICT-Karte", "ICT card"), ("19B", "Mobiler-ICT-Karte", "mobile ICT card"),
            ("19E", "Bundesfreiwilligendienst, europäischer Freiwilligendienst", "voluntary service"), ("20", "Arbeitsplatzsuche", "job search"), ("20A", "Chancenkarte", "opportunity card"),
            ("22", "Aufnahme aus dem Ausland", "individual admission"), ("23A", "Härtefall", "hardship"), ("24", "vorübergehender Schutz", "temporary protection"),
            ("25_3", "Abschiebungsverbot § 25 Abs. 3", "deportation ban"), ("25_4", "vorübergehender Aufenthalt § 25 Abs. 4", "temporary stay"),
            ("25_4A", "Opfer von Menschenhandel § 25 Abs. 4a", "victims of trafficking"), ("25_4B", "Opfer illegaler Beschäftigung § 25 Abs. 4b", "victims of illegal employment"),
            ("25_5", "Ausreise unmöglich § 25 Abs. 5", "departure impossible")]),
        new("AE_104C", "Chancen-Aufenthaltsrecht § 104c", "Opportunity residence", Yes, No) { AssignableUntil = new DateOnly(2025, 12, 31) },
        .. Permits(Yes, Yes, [("16G", "Berufsausbildung für Ausreisepflichtige", "training for people obliged to leave"), ("18A", "Fachkräfte mit Berufsausbildung", "skilled workers, vocational"),
            ("18B", "Fachkräfte mit akademischer Ausbildung", "skilled workers, academic"), ("18D", "Forschung", "research"), ("19C", "sonstige Beschäftigung", "other employment"),
            ("19D", "qualifizierte Geduldete", "qualified tolerated persons"), ("21", "selbstständige Tätigkeit", "self-employment"),
            ("23_2", "humanitäre Aufnahme § 23 Abs. 2", "humanitarian admission"), ("23_4", "Resettlement § 23 Abs. 4", "resettlement"),
            ("25_1", "Asylberechtigung § 25 Abs. 1", "asylum"), ("25_2_F", "Flüchtlingseigenschaft § 25 Abs. 2", "refugee"), ("25_2_S", "subsidiärer Schutz § 25 Abs. 2", "subsidiary protection"),
            ("25A", "gut integrierte Jugendliche und junge Volljährige", "well-integrated youth"), ("25B", "nachhaltige Integration", "sustained integration"),
            ("28", "Familie Deutscher", "family of Germans"), ("30", "Ehegattennachzug", "spouses"), ("31", "eigenständiges Recht der Ehegatten", "own right of spouses"),
            ("32", "Kindernachzug", "children"), ("33", "Geburt im Bundesgebiet", "birth in Germany"), ("34", "Aufenthaltsrecht der Kinder", "child reaching majority"),
            ("36", "Nachzug der Eltern und sonstiger Familie", "parents and other family"), ("36A", "Familie subsidiär Schutzberechtigter", "family of subsidiary protected"),
            ("37", "Recht auf Wiederkehr", "right of return"), ("38", "ehemalige Deutsche", "former Germans"), ("38A", "Daueraufenthalt in anderem EU-Staat", "long-term resident of another EU state")]),
        new("AE_23_1", "Aufenthaltserlaubnis Landesanordnung § 23 Abs. 1", "Residence permit: order of a Land", Yes, Yes) { TitleSince = new DateOnly(2024, 6, 27) },
        new("BLUE_18G", "Blaue Karte EU § 18g", "EU Blue Card", Yes, Yes),
        new("NE_9", "Niederlassungserlaubnis § 9", "Settlement permit", Yes, Yes),
        new("NE_26", "Niederlassungserlaubnis § 26", "Settlement permit, humanitarian", Yes, Yes),
        new("NE_18C", "Niederlassungserlaubnis § 18c", "Settlement permit, skilled workers", Yes, Yes),
        new("NE_28", "Niederlassungserlaubnis § 28", "Settlement permit, family of Germans", Yes, Yes),
        new("NE_35", "Niederlassungserlaubnis § 35", "Settlement permit, children", Yes, Yes),
        new("DA_EU", "Erlaubnis zum Daueraufenthalt-EU § 9a", "EU long-term residence permit", Yes, Yes),
        new("UNBEKANNT", "Unbekannt", "Unknown", No, No),
        new(ResidenceStatus.Ohne, "Ohne Aufenthaltsstatus", "No status", No, No),
    ];

    private static readonly FrozenDictionary<string, ResidenceStatus> ByCode = All.ToFrozenDictionary(status => status.Code);

    /// <summary>The entry of a code, or null.</summary>
    public static ResidenceStatus? Find(string code) => ByCode.GetValueOrDefault(code);

    private static IEnumerable<ResidenceStatus> Permits(string lawful, string title, (string Section, string De, string En)[] permits) =>
        permits.Select(permit => new ResidenceStatus(
            "AE_" + permit.Section, "Aufenthaltserlaubnis " + (permit.De.Contains('§') ? permit.De : $"§ {permit.Section.ToLowerInvariant()}: {permit.De}"),
            "Residence permit: " + permit.En, lawful, title));
}
