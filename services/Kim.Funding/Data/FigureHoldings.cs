using Kim.ServiceKit.Persons;

namespace Kim.Funding.Data;

/// <summary>What funding holds of a person: groups and counts of a case, and paid talks, under funding's own references.</summary>
internal static class FigureHoldings
{
    private const string OfFact = "ref = any($1)";

    public static readonly PersonHoldings All = new()
    {
        PurposeDe = "Zahlen für Sachberichte und Verwendungsnachweise; kein Name und kein Geburtsdatum sind hier bekannt",
        LegalBasisDe = "Nachweis der Förderung (Art. 6 Abs. 1 Buchst. c DSGVO); öffentliche Aufgabe (Art. 6 Abs. 1 Buchst. e DSGVO, § 3 DSG NRW)",
        RetentionDe = "Bezug zum Fall: bis zur Löschung des Falls; die Zahlen bleiben ohne Bezug zu einer Person",
        Tables =
        [
            new("settlement_lines", "Beträge bezahlter Gespräche", "booking_ref = any($1)"),
            new("settlements", "Bezahlte Gespräche", "booking_ref = any($1)"),
            new("report_case_steps", "Fall in Gruppen und Zahlen", OfFact),
            new("report_booking_steps", "Gespräche mit Sprachmittlung in Zahlen", OfFact),
            new("report_unreadable", "Meldungen, die nicht gelesen werden konnten", OfFact),
            new("report_journal", "Meldungen, aus denen die Zahlen berechnet werden", "aggregate = any($1)"),
        ],
        Without =
        [
            "cost_types", "costs", "decisions", "districts", "funding_pots", "grants", "kim_modules", "lump_sums", "module_quotas", "municipalities", "occupancies",
            "organisations", "position_attributes", "positions", "pro_rating_rules", "programmes", "report_figures", "report_measure_steps", "report_need_withdrawals",
            "report_needs", "report_resolutions", "report_theme_steps", "report_versions", "reports", "settings",
        ],
        LabelsDe = Labels,
    };

    private static Dictionary<string, string> Labels => new(StringComparer.Ordinal)
    {
        ["id"] = "Kennung", ["ref"] = "Kennung bei der Förderung", ["booking_ref"] = "Kennung der Buchung", ["aggregate"] = "Kennung bei der Förderung", ["version"] = "Fassung", ["number"] = "Zeile",
        ["amount_eur"] = "Betrag in Euro", ["flag"] = "Hinweis", ["kind"] = "Art", ["pot"] = "Topf", ["settled_on"] = "Abgerechnet am", ["minutes"] = "Minuten", ["rate_rule"] = "Satz",
        ["rate_rule_valid_from"] = "Satz gültig ab", ["total_eur"] = "Summe in Euro", ["age_band"] = "Altersgruppe", ["ags"] = "Gemeindeschlüssel", ["closed"] = "Abgeschlossen",
        ["household_size"] = "Personen im Haushalt", ["length_of_stay_band"] = "Aufenthaltsdauer", ["nationality_group"] = "Gruppe der Staatsangehörigkeit", ["on"] = "Am", ["opened_on"] = "Eröffnet am",
        ["sex"] = "Geschlecht", ["status_group"] = "Gruppe des Aufenthaltsstatus", ["topics"] = "Themen", ["charges"] = "Beträge", ["language"] = "Sprache", ["wire_name"] = "Art der Meldung",
        ["body"] = "Meldung", ["body_hash"] = "Prüfsumme", ["received_at"] = "Eingegangen",
    };
}
