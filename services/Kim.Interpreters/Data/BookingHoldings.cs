using Kim.ServiceKit.Persons;

namespace Kim.Interpreters.Data;

/// <summary>What the pool holds of a person who is advised: the talks, under the pool's own references. The interpreters themselves are staff here.</summary>
internal static class BookingHoldings
{
    private const string OfBooking = "booking_id in (select id from bookings where case_ref = any($1) or booking_ref = any($1))";

    public static readonly PersonHoldings All = new()
    {
        PurposeDe = "Vermittlung und Abrechnung von Sprachmittlung für Gespräche der Beratung",
        LegalBasisDe = "Öffentliche Aufgabe (Art. 6 Abs. 1 Buchst. e DSGVO, § 3 DSG NRW); Nachweis der Förderung (Art. 6 Abs. 1 Buchst. c DSGVO)",
        RetentionDe = "Bezug zum Fall: bis zur Löschung des Falls; was bezahlt wurde, bleibt ohne Bezug zu einer Person",
        Tables =
        [
            new("settlement_lines", "Beträge der Abrechnung", OfBooking),
            new("settlements", "Abrechnungen", OfBooking),
            new("assignments", "Einsätze", OfBooking),
            new("offers", "Anfragen an Sprachmittlerinnen und Sprachmittler", OfBooking),
            new("cancellations", "Absagen", "booking_ref = any($1) or booking_ref in (select booking_ref from bookings where case_ref = any($1))"),
            new("bookings", "Gespräche mit Sprachmittlung", "case_ref = any($1) or booking_ref = any($1)"),
        ],
        Without = ["funding_pots", "interpreters", "languages", "places", "pool_rules", "pot_years", "rate_rules"],
        LabelsDe = Labels,
    };

    private static Dictionary<string, string> Labels => new(StringComparer.Ordinal)
    {
        ["id"] = "Kennung", ["booking_id"] = "Gespräch", ["booking_ref"] = "Kennung der Buchung", ["case_ref"] = "Kennung des Falls beim Pool", ["version"] = "Fassung", ["state"] = "Stand",
        ["received_at"] = "Eingegangen", ["changed_at"] = "Geändert", ["decline_reason"] = "Grund der Ablehnung", ["cancelled_at"] = "Abgesagt", ["request_version"] = "Fassung der Anfrage",
        ["language"] = "Sprache", ["dialect"] = "Dialekt", ["mode"] = "Form des Gesprächs", ["starts_at"] = "Beginn", ["duration_minutes"] = "Dauer in Minuten", ["ags"] = "Gemeindeschlüssel",
        ["meeting_place"] = "Ort", ["contact_position"] = "Ansprechstelle", ["topic_class"] = "Art des Gesprächs", ["required_level"] = "Verlangte Stufe", ["gender"] = "Gewünschtes Geschlecht",
        ["gender_required"] = "Geschlecht zwingend", ["interpreter_id"] = "Sprachmittlung", ["offered_at"] = "Angefragt", ["respond_by"] = "Antwort bis", ["answered_at"] = "Beantwortet",
        ["occupied_from"] = "Belegt von", ["occupied_until"] = "Belegt bis", ["active"] = "Gilt", ["accepted_at"] = "Zugesagt", ["started_at"] = "Begonnen", ["ended_at"] = "Beendet",
        ["travel_minutes"] = "Fahrzeit in Minuten", ["travel_km"] = "Weg in Kilometern", ["confirmed_by"] = "Bestätigt von", ["submitted_by"] = "Eingereicht von", ["verified_by"] = "Geprüft von",
        ["verified_at"] = "Geprüft", ["minutes"] = "Minuten", ["rate_rule"] = "Satz", ["rate_rule_valid_from"] = "Satz gültig ab", ["settled_by"] = "Abgerechnet von", ["settled_on"] = "Abgerechnet am",
        ["talk_on"] = "Gespräch am", ["total_eur"] = "Summe in Euro", ["position"] = "Zeile", ["amount_eur"] = "Betrag in Euro", ["kind"] = "Art", ["pot"] = "Topf", ["unit_eur"] = "Satz in Euro", ["units"] = "Einheiten",
    };
}
