namespace Kim.Contracts.Vocabulary;

/// <summary>Role codes of accounts (domain.md 3.5 and 9).</summary>
public static class Roles
{
    /// <summary>Case Managerin (KIM Modul II).</summary>
    public const string CaseManager = "CASE_MANAGER";

    /// <summary>KIM-Koordination with Fachaufsicht (KIM Modul I).</summary>
    public const string Coordinator = "COORDINATOR";

    /// <summary>Coordination of the Sprachmittlerpool.</summary>
    public const string PoolDesk = "POOL_DESK";

    /// <summary>Sprachmittlerin or Sprachmittler.</summary>
    public const string Interpreter = "INTERPRETER";

    /// <summary>Geschäftsstelle of the network and its committees.</summary>
    public const string Office = "OFFICE";

    /// <summary>Einbürgerungssachbearbeitung (KIM Modul III).</summary>
    public const string NaturalisationOfficer = "NATURALISATION_OFFICER";

    /// <summary>Funding officer of the KI.</summary>
    public const string FundingOfficer = "FUNDING_OFFICER";

    /// <summary>Funder that pulls released reports.</summary>
    public const string Funder = "FUNDER";

    /// <summary>External partner agency.</summary>
    public const string Partner = "PARTNER";

    /// <summary>Data protection officer.</summary>
    public const string DataProtectionOfficer = "DPO";

    /// <summary>Operations: technical telemetry only, no personal data.</summary>
    public const string Ops = "OPS";

    /// <summary>All role codes.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        CaseManager, Coordinator, PoolDesk, Interpreter, Office, NaturalisationOfficer,
        FundingOfficer, Funder, Partner, DataProtectionOfficer, Ops,
    ];
}

/// <summary>Rechtskreise of domain.md 4.1.</summary>
public static class Rechtskreise
{
    /// <summary>All codes, in the order of domain.md 4.1.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        "SGB2", "SGB3", "SGB5", "SGB8", "SGB9", "SGB11", "SGB12", "ASYLBLG", "AUFENTHG", "STAG", "SCHULG", "VORRANG",
        "PSYCHKG", "INTV", "NONE",
    ];
}

/// <summary>Actor types of S-36 and domain.md 4.1: organisations, case participants and committee seats refer to them.</summary>
public static class ActorTypes
{
    /// <summary>All codes.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        "AFA", "JOBCENTER", "SOZIALAMT", "ABH", "EBH", "JUGENDAMT", "KI", "KREIS", "KOMMUNE", "WOHLFAHRTSVERBAND",
        "SPRACHKURSTRAEGER", "BILDUNGSEINRICHTUNG", "SCHULAMT", "GESUNDHEITSAMT", "EHRENAMT", "MIGRATIONSBERATUNG",
        "MINISTERIUM", "BEZIRKSREGIERUNG", "WISSENSCHAFT", "SONSTIGE",
    ];
}

/// <summary>Topics of needs (domain.md 2.4 indicator 5): needs of one topic become one theme.</summary>
public static class Topics
{
    /// <summary>All codes.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        "AUFENTHALT", "WOHNEN", "SPRACHE", "ARBEIT", "AUSBILDUNG", "SCHULE_KITA", "GESUNDHEIT", "FINANZEN", "FAMILIE",
        "TEILHABE", "DISKRIMINIERUNG", "EHRENAMT", "EINBUERGERUNG",
    ];
}

/// <summary>How an interpreter works.</summary>
public static class InterpretingModes
{
    /// <summary>All codes.</summary>
    public static readonly IReadOnlyList<string> All = ["ON_SITE", "PHONE", "VIDEO"];
}

/// <summary>Topic classes of talks: what an interpreter may decline and which level a talk needs (domain.md 6.3).</summary>
public static class TopicClasses
{
    /// <summary>All codes.</summary>
    public static readonly IReadOnlyList<string> All =
        ["COUNSELLING", "SCHOOL", "MEDICAL", "MEDICAL_CONSENT", "AUTHORITY", "LEGAL_EFFECT", "CONFERENCE"];
}

/// <summary>States of a theme (domain.md 3.6).</summary>
public static class ThemeStates
{
    /// <summary>All codes, in the order of the procedure, side states last.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        "GEMELDET", "GEBUENDELT", "EINGEBRACHT", "BERATEN", "BESCHLOSSEN", "IN_UMSETZUNG", "WIRKSAM_GEPRUEFT",
        "ZURUECKGESTELLT", "ABGELEHNT", "AN_LAND_ADRESSIERT",
    ];
}

/// <summary>Groups of nationalities in figures (domain.md 2.4 no. 3): few enough that a cell does not point at a person.</summary>
public static class NationalityGroups
{
    /// <summary>All codes.</summary>
    public static readonly IReadOnlyList<string> All =
        ["DEU", "EU", "UKR", "SYR", "AFG", "IRQ", "TUR", "WESTBALKAN", "AFRICA", "OTHER", "STATELESS", "UNKNOWN"];
}

/// <summary>Groups of residence statuses in figures (domain.md 2.4 no. 3, codes of 4.2).</summary>
public static class StatusGroups
{
    /// <summary>All codes.</summary>
    public static readonly IReadOnlyList<string> All =
        ["GERMAN", "FREE_MOVEMENT", "SETTLED", "PROTECTED", "TEMPORARY_PROTECTION", "PERMIT", "ASYLUM_PROCEDURE", "TOLERATED", "NONE", "UNKNOWN"];
}
