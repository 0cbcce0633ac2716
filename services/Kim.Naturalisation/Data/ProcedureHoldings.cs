using Kim.ServiceKit.Persons;

namespace Kim.Naturalisation.Data;

/// <summary>What naturalisation holds of a person: the procedure under its own reference, the facts under a consent, checks and findings.</summary>
internal static class ProcedureHoldings
{
    private const string OfReferral = "referral_id = any($1)";

    public static readonly PersonHoldings All = new()
    {
        PurposeDe = "Beratung zur Einbürgerung und Verfahren der Einbürgerung",
        LegalBasisDe = "Einwilligung für die Angaben aus der Beratung (Art. 6 Abs. 1 Buchst. a DSGVO); Verfahren: Art. 6 Abs. 1 Buchst. e DSGVO, §§ 31 bis 33 StAG",
        RetentionDe = "Ohne Antrag: bis zur Löschung des Falls; mit Antrag: 30 Jahre nach dem letzten Schritt des Verfahrens",
        Tables =
        [
            new("overrulings", "Abweichende Beurteilungen", "check_id in (select id from checks where referral_id = any($1))"),
            new("checks", "Prüfungen der Voraussetzungen", OfReferral),
            new("facts_snapshots", "Angaben aus der Beratung", OfReferral),
            new("bar_entries", "Einträge nach § 35a StAG", OfReferral),
            new("referrals", "Überweisung und Verfahren", "id = any($1)"),
        ],
        Without = ["law_documents", "rule_sets"],
        LabelsDe = Labels,
    };

    private static Dictionary<string, string> Labels => new(StringComparer.Ordinal)
    {
        ["id"] = "Kennung", ["referral_id"] = "Überweisung", ["check_id"] = "Prüfung", ["kind"] = "Art", ["recorded_at"] = "Erfasst", ["recorded_by"] = "Erfasst von", ["unappealable_on"] = "Unanfechtbar am",
        ["checked_at"] = "Geprüft", ["checked_by"] = "Geprüft von", ["effective"] = "Ergebnis", ["facts"] = "Angaben", ["facts_of"] = "Angaben aus", ["result"] = "Prüfung im Einzelnen", ["revision"] = "Fassung der Regeln",
        ["disclosure"] = "Angaben", ["pulled_at"] = "Abgerufen", ["pulled_by"] = "Abgerufen von", ["referral_version"] = "Fassung der Überweisung", ["at"] = "Zeitpunkt", ["by"] = "Durch",
        ["carried_from"] = "Übernommen aus", ["machine_outcome"] = "Ergebnis der Regel", ["outcome"] = "Beurteilung", ["reason"] = "Begründung", ["requirement"] = "Voraussetzung",
        ["applied_on"] = "Antrag am", ["counselled_on"] = "Beraten am", ["handed_over_on"] = "Urkunde ausgehändigt am", ["referred_on"] = "Überwiesen am", ["referred_version"] = "Fassung der Überweisung",
        ["route"] = "Rechtsgrundlage", ["state"] = "Stand", ["version"] = "Fassung", ["withdrawn_at"] = "Einwilligung beendet", ["withdrawn_version"] = "Fassung des Endes", ["decision_check_id"] = "Prüfung der Entscheidung",
        ["decided_on"] = "Entschieden am", ["fee_eur"] = "Gebühr in Euro", ["fee_rule"] = "Regel der Gebühr", ["interview_on"] = "Gespräch am", ["interview_waiver"] = "Grund ohne Gespräch",
        ["decision_outcome"] = "Entscheidung", ["decision_reason"] = "Begründung der Entscheidung", ["last_check_id"] = "Letzte Prüfung", ["last_decision_on"] = "Letzte Prüfung für den", ["last_first_possible_on"] = "Frühestens möglich",
        ["last_overall"] = "Letztes Ergebnis", ["last_revision"] = "Fassung der Regeln", ["last_rule_set"] = "Regelwerk", ["restricted_until"] = "Eingeschränkt bis", ["restriction_duty"] = "Eingeschränkt wegen",
    };
}
