using Kim.ServiceKit.Persons;

namespace Kim.Cases.Data;

/// <summary>What cases holds of a person: the case and all that hangs on it.</summary>
internal static class CaseHoldings
{
    private const string OfCase = "case_id = any($1)";

    public static readonly PersonHoldings All = new()
    {
        PurposeDe = "Beratung und Begleitung im Case Management des Kommunalen Integrationsmanagements; Weitergabe an Stellen, in die Sie eingewilligt haben",
        LegalBasisDe = "Einwilligung (Art. 6 Abs. 1 Buchst. a, Art. 9 Abs. 2 Buchst. a DSGVO); öffentliche Aufgabe (Art. 6 Abs. 1 Buchst. e DSGVO, § 3 DSG NRW)",
        RetentionDe = "Fallakte: drei Jahre nach Ende des Jahres, in dem der Fall abgeschlossen wurde; Nachweis der Einwilligung drei Jahre länger",
        Tables =
        [
            new("notices", "Hinweise an die Fallbegleitung", OfCase),
            new("structural_needs", "Struktureller Handlungsbedarf, den der Fall zeigt", OfCase),
            new("interpreter_requests", "Anfragen nach Sprachmittlung", OfCase),
            new("naturalisation_steps", "Schritte der Einbürgerung", "referral_id in (select id from naturalisation_referrals where case_id = any($1))"),
            new("referral_doors", "Überweisung an die Einbürgerungsbehörde: Weg", OfCase, InCopy: false),
            new("naturalisation_referrals", "Überweisungen an die Einbürgerungsbehörde", OfCase),
            new("person_packages", "Kopien Ihrer Daten", OfCase, InCopy: false),
            new("funding_files", "Was die Förderung in Gruppen und Zahlen erfahren hat", OfCase),
            new("measures", "Maßnahmen des Hilfeplans", OfCase),
            new("goals", "Ziele des Hilfeplans", OfCase),
            new("case_needs", "Bedarfe", OfCase),
            new("domain_ratings", "Einschätzung der Lebensbereiche", OfCase),
            new("residence_periods", "Aufenthaltszeiten", OfCase),
            new("nationalities", "Staatsangehörigkeiten", OfCase),
            new("phase_changes", "Verlauf", OfCase),
            new("consents", "Einwilligungen", OfCase),
            new("cases", "Fall und Person", "id = any($1)"),
        ],
        Without =
        [
            "decisions", "measure_progress", "municipalities", "offers", "themes", "theme_needs",
            // A digest in the place of the case: the proof that an erasure was done.
            "erasures",
        ],
        LabelsDe = Labels,
    };

    private static Dictionary<string, string> Labels => new(StringComparer.Ordinal)
    {
        ["id"] = "Kennung", ["case_id"] = "Kennung des Falls", ["number"] = "Aktenzeichen", ["given_names"] = "Vornamen", ["family_name"] = "Familienname",
        ["birth_date"] = "Geburtsdatum", ["sex"] = "Geschlecht", ["languages"] = "Sprachen", ["search_text"] = "Suchform des Namens", ["ags"] = "Gemeindeschlüssel",
        ["occasion"] = "Anlass", ["access_path"] = "Zugangsweg", ["household_size"] = "Personen im Haushalt", ["responsible_id"] = "Fallbegleitung",
        ["phase"] = "Phase", ["opened_at"] = "Eröffnet", ["opened_on"] = "Eröffnet am", ["interpreters_ref"] = "Kennung beim Sprachmittlerpool", ["version"] = "Fassung",
        ["indication_criteria"] = "Indikation", ["indication_override"] = "Begründung der Indikation", ["planning_passed"] = "Hilfeplanung durchlaufen",
        ["closed_on"] = "Abgeschlossen am", ["closure_reason"] = "Grund des Abschlusses", ["closure_note"] = "Bemerkung zum Abschluss",
        ["plan_version"] = "Fassung des Hilfeplans", ["plan_agreed_on"] = "Hilfeplan vereinbart am", ["plan_agreed_version"] = "Vereinbarte Fassung",
        ["erase_on"] = "Löschung am", ["restriction_duty"] = "Eingeschränkt wegen", ["recipient"] = "Empfänger", ["recipient_type"] = "Art des Empfängers",
        ["purpose"] = "Zweck", ["data_categories"] = "Datenarten", ["direction"] = "Richtung", ["valid_from"] = "Gültig ab", ["valid_until"] = "Gültig bis (erster Tag danach)",
        ["form"] = "Form", ["language_of_explanation"] = "Sprache der Aufklärung", ["recorded_at"] = "Erfasst", ["recorded_by"] = "Erfasst von", ["recorded_on"] = "Erfasst am",
        ["revoked_at"] = "Widerrufen", ["domain"] = "Lebensbereich", ["level"] = "Stufe", ["note"] = "Bemerkung", ["rated_on"] = "Eingeschätzt am", ["topic"] = "Thema",
        ["rechtskreis"] = "Rechtskreis", ["description"] = "Beschreibung", ["title"] = "Titel", ["need_id"] = "Bedarf", ["due_on"] = "Fällig am", ["attainment"] = "Zielerreichung",
        ["goal_id"] = "Ziel", ["offer_id"] = "Angebot", ["offer_title"] = "Titel des Angebots", ["responsible"] = "Zuständig", ["state"] = "Stand", ["started_on"] = "Begonnen am",
        ["status"] = "Aufenthaltsstatus", ["issuing_authority"] = "Ausstellende Behörde", ["identity_clarified"] = "Identität geklärt", ["country"] = "Staat", ["proof"] = "Nachweis",
        ["from"] = "Von", ["to"] = "Nach", ["at"] = "Zeitpunkt", ["by"] = "Durch", ["read_at"] = "Gelesen", ["kind"] = "Art", ["subject_id"] = "Bezug",
        ["booking_ref"] = "Kennung der Buchung", ["language"] = "Sprache", ["dialect"] = "Dialekt", ["mode"] = "Form des Gesprächs", ["starts_at"] = "Beginn",
        ["duration_minutes"] = "Dauer in Minuten", ["meeting_place"] = "Ort", ["topic_class"] = "Art des Gesprächs", ["required_level"] = "Verlangte Stufe", ["gender"] = "Gewünschtes Geschlecht",
        ["gender_required"] = "Geschlecht zwingend", ["requested_by"] = "Angefragt von", ["requested_at"] = "Angefragt", ["cancelled_at"] = "Abgesagt",
        ["confirmed_version"] = "Fassung der Zusage", ["declined_version"] = "Fassung der Ablehnung", ["decline_reason"] = "Grund der Ablehnung", ["unserved_version"] = "Fassung der Meldung 'nicht vermittelbar'",
        ["completed_version"] = "Fassung des Nachweises", ["completed_minutes"] = "Minuten", ["settled_version"] = "Fassung der Abrechnung", ["settlement"] = "Abrechnung",
        ["agency_type"] = "Art der Stelle", ["effect"] = "Wirkung", ["weight"] = "Personen", ["reported_on"] = "Gemeldet am", ["withdrawn_on"] = "Zurückgenommen am",
        ["consent_id"] = "Einwilligung", ["referred_on"] = "Überwiesen am", ["referred_at"] = "Überwiesen", ["referred_by"] = "Überwiesen von", ["consent_ended_at"] = "Ende der Einwilligung",
        ["referral_id"] = "Überweisung", ["on"] = "Am", ["route"] = "Rechtsgrundlage", ["outcome"] = "Ergebnis", ["reference"] = "Kennung bei der Förderung", ["facts"] = "Angaben", ["closed"] = "Abgeschlossen",
    };
}
