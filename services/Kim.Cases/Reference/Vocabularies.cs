using Kim.Cases.Domain;
using Kim.Contracts.Vocabulary;

namespace Kim.Cases.Reference;

/// <summary>The controlled lists of this service with German and English titles; requests are checked against them by name.</summary>
public static class Vocabularies
{
    public const string LifeDomain = nameof(LifeDomain);
    public const string Rechtskreis = nameof(Rechtskreis);
    public const string Topic = nameof(Topic);
    public const string ClosureReason = nameof(ClosureReason);
    public const string AccessPath = nameof(AccessPath);
    public const string AgencyType = nameof(AgencyType);
    public const string IndicationCriterion = nameof(IndicationCriterion);
    public const string Phase = nameof(Phase);
    public const string DataCategory = nameof(DataCategory);
    public const string Mode = nameof(Mode);
    public const string TopicClass = nameof(TopicClass);
    public const string Sex = nameof(Sex);
    public const string Country = nameof(Country);
    public const string ErasureReason = nameof(ErasureReason);

    public static readonly IReadOnlyList<CodeEntry> LifeDomainEntries = Titled(LifeDomains.All,
        ("AUFENTHALT", "Aufenthalt", "Residence"), ("WOHNEN", "Wohnen", "Housing"), ("SPRACHE", "Sprache", "Language"),
        ("SCHULE_KITA", "Schule und Kita", "School and day care"), ("AUSBILDUNG_ARBEIT", "Ausbildung und Arbeit", "Training and work"),
        ("GESUNDHEIT", "Gesundheit und psychische Gesundheit", "Health and mental health"),
        ("FINANZEN", "Finanzen und Leistungen", "Money and benefits"), ("FAMILIE", "Familie und Kinder", "Family and children"),
        ("TEILHABE", "Soziale Teilhabe", "Social participation"),
        ("DISKRIMINIERUNG_GEWALTSCHUTZ", "Diskriminierung und Gewaltschutz", "Discrimination and protection from violence"));

    public static readonly IReadOnlyList<CodeEntry> RechtskreisEntries = Titled(Rechtskreise.All,
        ("SGB2", "SGB II Grundsicherung für Arbeitsuchende", "Basic income support for jobseekers"),
        ("SGB3", "SGB III Arbeitsförderung", "Employment promotion"), ("SGB5", "SGB V Krankenversicherung", "Health insurance"),
        ("SGB8", "SGB VIII Kinder- und Jugendhilfe", "Child and youth welfare"),
        ("SGB9", "SGB IX Rehabilitation und Teilhabe", "Rehabilitation and disability"),
        ("SGB11", "SGB XI Pflegeversicherung", "Care insurance"), ("SGB12", "SGB XII Sozialhilfe", "Social assistance"),
        ("ASYLBLG", "Asylbewerberleistungsgesetz", "Asylum seekers' benefits"),
        ("AUFENTHG", "Aufenthalts- und Asylrecht, Freizügigkeit", "Residence, asylum and free movement"),
        ("STAG", "Staatsangehörigkeitsrecht", "Nationality law"), ("SCHULG", "Schulgesetz NRW", "School law"),
        ("VORRANG", "Vorrangige Leistungen (Wohngeld, Kindergeld, UVG, BAföG)", "Priority benefits"),
        ("PSYCHKG", "PsychKG NRW", "Mental health law"), ("INTV", "Integrations- und Berufssprachkurse", "Integration and vocational language courses"),
        ("NONE", "Kein gesetzlicher Anspruch", "No statutory claim"));

    public static readonly IReadOnlyList<CodeEntry> TopicEntries = Titled(Topics.All,
        ("AUFENTHALT", "Aufenthalt", "Residence"), ("WOHNEN", "Wohnen", "Housing"), ("SPRACHE", "Sprache", "Language"),
        ("ARBEIT", "Arbeit", "Work"), ("AUSBILDUNG", "Ausbildung", "Training"), ("SCHULE_KITA", "Schule und Kita", "School and day care"),
        ("GESUNDHEIT", "Gesundheit", "Health"), ("FINANZEN", "Finanzen und Leistungen", "Money and benefits"),
        ("FAMILIE", "Familie", "Family"), ("TEILHABE", "Soziale Teilhabe", "Social participation"),
        ("DISKRIMINIERUNG", "Diskriminierung", "Discrimination"), ("EHRENAMT", "Ehrenamt", "Volunteering"),
        ("EINBUERGERUNG", "Einbürgerung", "Naturalisation"));

    public static readonly IReadOnlyList<CodeEntry> ClosureReasonEntries = Titled(ClosureReasons.All,
        ("ZIELE_ERREICHT", "Ziele erreicht", "Goals reached"), ("ZIELE_TEILWEISE", "Ziele teilweise erreicht", "Goals partly reached"),
        ("UEBERLEITUNG_REGELSYSTEM", "Überleitung in das Regelsystem", "Handed over to regular services"),
        ("UEBERGABE_ANDERES_CM", "Übergabe an anderes Case Management", "Handed over to other case management"),
        ("WUNSCH_KLIENT", "Wunsch der Klientin oder des Klienten", "The person's wish"),
        ("EINWILLIGUNG_WIDERRUFEN", "Einwilligung widerrufen", "Consent revoked"),
        ("KONTAKTABBRUCH", "Kontaktabbruch", "Contact lost"), ("WEGZUG", "Wegzug", "Moved away"),
        ("AUSREISE_ABSCHIEBUNG", "Ausreise oder Abschiebung", "Departure or deportation"),
        ("KEINE_INDIKATION", "Keine Indikation", "No indication"), ("VERSTORBEN", "Verstorben", "Deceased"),
        ("FEHLERFASSUNG", "Fehlerfassung", "Recorded by mistake"));

    public static readonly IReadOnlyList<CodeEntry> AccessPathEntries =
    [
        new("SELBST", "Selbst, Familie oder Bekannte", "Self, family or friends"), new("ABH", "Ausländerbehörde", "Immigration authority"),
        new("JOBCENTER", "Jobcenter", "Jobcentre"), new("SOZIALAMT", "Sozialamt", "Social assistance office"),
        new("JUGENDAMT", "Jugendamt", "Youth welfare office"), new("SCHULE", "Schule oder Kita", "School or day care"),
        new("KI", "Kommunales Integrationszentrum", "Municipal integration centre"),
        new("MIGRATIONSBERATUNG", "Migrationsberatung", "Migration counselling"),
        new("WOHLFAHRTSVERBAND", "Wohlfahrtsverband", "Welfare association"), new("GESUNDHEIT", "Gesundheitswesen", "Health services"),
        new("EHRENAMT", "Ehrenamt", "Volunteers"), new("SONSTIGE", "Sonstige", "Other"),
    ];

    public static readonly IReadOnlyList<CodeEntry> AgencyTypeEntries = Titled(ActorTypes.All,
        ("AFA", "Agentur für Arbeit", "Employment agency"), ("JOBCENTER", "Jobcenter", "Jobcentre"),
        ("SOZIALAMT", "Sozialamt", "Social assistance office"), ("ABH", "Ausländerbehörde", "Immigration authority"),
        ("EBH", "Einbürgerungsbehörde", "Naturalisation authority"), ("JUGENDAMT", "Jugendamt", "Youth welfare office"),
        ("KI", "Kommunales Integrationszentrum", "Municipal integration centre"), ("KREIS", "Kreisverwaltung", "District administration"),
        ("KOMMUNE", "Stadt oder Gemeinde", "Municipality"), ("WOHLFAHRTSVERBAND", "Wohlfahrtsverband", "Welfare association"),
        ("SPRACHKURSTRAEGER", "Sprachkursträger", "Language course provider"),
        ("BILDUNGSEINRICHTUNG", "Bildungseinrichtung", "Educational institution"), ("SCHULAMT", "Schulamt", "School authority"),
        ("GESUNDHEITSAMT", "Gesundheitsamt", "Health authority"), ("EHRENAMT", "Ehrenamt", "Volunteers"),
        ("MIGRATIONSBERATUNG", "Migrationsberatung", "Migration counselling"), ("MINISTERIUM", "Ministerium", "Ministry"),
        ("BEZIRKSREGIERUNG", "Bezirksregierung", "Regional government"), ("WISSENSCHAFT", "Wissenschaft", "Research"),
        ("SONSTIGE", "Sonstige", "Other"));

    public static readonly IReadOnlyList<CodeEntry> IndicationCriterionEntries =
    [
        new("KOMPLEXER_BEDARF", "Komplexer Bedarf", "Complex need"),
        new("UNTERSTUETZUNG_UNKLAR", "Unterstützung unbekannt oder unübersichtlich", "Support unknown or confusing"),
        new("VIELE_STELLEN", "Viele Stellen beteiligt", "Many agencies involved"),
        new("SYSTEM_BLOCKIERT", "Das System verhindert ein selbstständiges Leben", "The system blocks an independent life"),
        new("HAERTEFALL", "Härtefall", "Hardship"), new("RECHTSKREISWECHSEL", "Rechtskreiswechsel", "Change of Rechtskreis"),
    ];

    public static readonly IReadOnlyList<CodeEntry> PhaseEntries = Titled(Phases.All,
        ("ANFRAGE", "Anfrage", "Request"), ("KLAERUNG", "Klärung", "Intake"), ("ASSESSMENT", "Assessment", "Assessment"),
        ("HILFEPLANUNG", "Hilfeplanung", "Planning"), ("LINKING", "Linking", "Linking"), ("MONITORING", "Monitoring", "Monitoring"),
        ("ABGESCHLOSSEN", "Abgeschlossen", "Closed"));

    public static readonly IReadOnlyList<CodeEntry> DataCategoryEntries =
    [
        new("STAMMDATEN", "Stammdaten", "Master data"), new("AUFENTHALT", "Aufenthalt und Dokumente", "Residence and documents"),
        new("SPRACHE", "Sprache", "Language"), new("BILDUNG", "Schule und Bildung", "Education"), new("ARBEIT", "Arbeit", "Work"),
        new("WOHNEN", "Wohnen", "Housing"), new("FINANZEN", "Finanzen und Leistungen", "Money and benefits"),
        new("FAMILIE", "Familie", "Family"), new("GESUNDHEIT", "Gesundheit (besondere Kategorie)", "Health (special category)"),
        new("HILFEPLAN", "Hilfeplan", "Plan"),
    ];

    public static readonly IReadOnlyList<CodeEntry> ErasureReasonEntries =
    [
        new("NOT_NEEDED", "Für den Zweck nicht mehr nötig (Art. 17 Abs. 1 Buchst. a DSGVO)", "No longer needed for the purpose (Art. 17(1)(a) GDPR)"),
        new("CONSENT_WITHDRAWN", "Einwilligung widerrufen (Buchst. b)", "Consent withdrawn (b)"),
        new("OBJECTION", "Widerspruch (Buchst. c)", "Objection (c)"), new("UNLAWFUL", "Unrechtmäßig verarbeitet (Buchst. d)", "Unlawfully processed (d)"),
        new("LEGAL_DUTY", "Rechtliche Pflicht zur Löschung (Buchst. e)", "Legal duty to erase (e)"),
    ];

    private static readonly Dictionary<string, HashSet<string>> Known = new()
    {
        [LifeDomain] = Codes(LifeDomainEntries),
        [Rechtskreis] = Codes(RechtskreisEntries),
        [Topic] = Codes(TopicEntries),
        [ClosureReason] = Codes(ClosureReasonEntries),
        [AccessPath] = Codes(AccessPathEntries),
        [AgencyType] = Codes(AgencyTypeEntries),
        [IndicationCriterion] = Codes(IndicationCriterionEntries),
        [Phase] = Codes(PhaseEntries),
        [DataCategory] = Codes(DataCategoryEntries),
        [ErasureReason] = Codes(ErasureReasonEntries),
        [Mode] = [.. InterpretingModes.All],
        [TopicClass] = [.. TopicClasses.All],
        [Sex] = ["FEMALE", "MALE", "DIVERSE", "UNKNOWN"],
        [Country] = [.. Countries.All, Nationality.Stateless, Nationality.Unknown],
    };

    /// <summary>Whether a code belongs to a vocabulary.</summary>
    public static bool Knows(string vocabulary, string code) => Known[vocabulary].Contains(code);

    private static HashSet<string> Codes(IEnumerable<CodeEntry> entries) => [.. entries.Select(entry => entry.Code)];

    // The codes rule; a code without a title would be a mistake that must show at the first start.
    internal static IReadOnlyList<CodeEntry> Titled(IReadOnlyList<string> codes, params (string Code, string De, string En)[] titles) =>
        [.. codes.Select(code => titles.Single(title => title.Code == code)).Select(title => new CodeEntry(title.Code, title.De, title.En))];
}
