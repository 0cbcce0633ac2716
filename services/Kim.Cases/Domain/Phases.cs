namespace Kim.Cases.Domain;

/// <summary>Phases of the process model (domain.md 3.1). Evaluation is folded into closing: its guard stands there.</summary>
public static class Phases
{
    public const string Anfrage = "ANFRAGE";
    public const string Klaerung = "KLAERUNG";
    public const string Assessment = "ASSESSMENT";
    public const string Hilfeplanung = "HILFEPLANUNG";
    public const string Linking = "LINKING";
    public const string Monitoring = "MONITORING";
    public const string Abgeschlossen = "ABGESCHLOSSEN";

    /// <summary>All phases in the order of the procedure.</summary>
    public static readonly IReadOnlyList<string> All =
        [Anfrage, Klaerung, Assessment, Hilfeplanung, Linking, Monitoring, Abgeschlossen];

    // Closing is possible from everywhere; only monitoring leads back (Re-Assessment, Fortschreibung).
    private static readonly Dictionary<string, IReadOnlyList<string>> Steps = new()
    {
        [Anfrage] = [Klaerung, Abgeschlossen],
        [Klaerung] = [Assessment, Abgeschlossen],
        [Assessment] = [Hilfeplanung, Abgeschlossen],
        [Hilfeplanung] = [Linking, Abgeschlossen],
        [Linking] = [Monitoring, Abgeschlossen],
        [Monitoring] = [Assessment, Hilfeplanung, Abgeschlossen],
        [Abgeschlossen] = [],
    };

    /// <summary>The phases that the procedure knows after a phase, guards left aside.</summary>
    public static IReadOnlyList<string> After(string phase) => Steps[phase];
}

/// <summary>Names of the guards, as the API shows them with a refused step.</summary>
public static class Guards
{
    public const string Transition = "TRANSITION";
    public const string CaseOpen = "CASE_OPEN";
    public const string CaseClosed = "CASE_CLOSED";
    public const string ConsentValid = "CONSENT_VALID";
    public const string Indication = "INDICATION";
    public const string DomainsRated = "DOMAINS_RATED";
    public const string PlanAgreed = "PLAN_AGREED";
    public const string MeasureStarted = "MEASURE_STARTED";
    public const string GoalsRated = "GOALS_RATED";
    public const string ClosureReason = "CLOSURE_REASON";
    public const string ConfirmOhne = "CONFIRM_OHNE";
    public const string OneOpenNeedPerTopic = "ONE_OPEN_NEED_PER_TOPIC";
    public const string NoOverlap = "NO_OVERLAP";
    public const string ConsentEbh = "CONSENT_EBH";
    public const string DataCategories = "DATA_CATEGORIES";
    public const string OneOpenReferral = "ONE_OPEN_REFERRAL";
}
