namespace Kim.Interpreters.Domain;

/// <summary>What makes an interpreter unfit for a booking, whatever the score would be.</summary>
internal static class HardFilters
{
    public static IEnumerable<Reason> Barriers(BookingDetails details, PoolRules rules, CandidateFacts facts) =>
    [
        .. Language(details, facts.Interpreter),
        .. Level(details, rules, facts.Interpreter),
        .. Wishes(details, facts.Interpreter),
        .. Time(details, facts),
        .. Way(details, facts),
        .. Standing(details, rules, facts),
    ];

    private static IEnumerable<Reason> Language(BookingDetails details, Interpreter interpreter)
    {
        if (interpreter.SkillIn(details.Language) is not { } skill)
            yield return new("LANGUAGE_MISSING", "Spricht die Sprache nicht.");
        else if (details.Dialect is { } dialect && !skill.Dialects.Contains(dialect))
            yield return new("DIALECT_MISSING", "Spricht den Dialekt nicht.");
    }

    private static IEnumerable<Reason> Level(BookingDetails details, PoolRules rules, Interpreter interpreter)
    {
        var policy = rules.PolicyLevel(details.TopicClass);
        if (interpreter.Level < policy)
            yield return new("LEVEL_POLICY", $"Gespräche dieser Art verlangen Stufe {policy}, belegt ist {interpreter.Level}.");
        else if (interpreter.Level < details.RequiredLevel)
            yield return new("LEVEL_TOO_LOW", $"Gewünscht ist Stufe {details.RequiredLevel}, belegt ist {interpreter.Level}.");
    }

    private static IEnumerable<Reason> Wishes(BookingDetails details, Interpreter interpreter)
    {
        if (details is { GenderRequired: true, Gender: { } gender } && gender != interpreter.Gender)
            yield return new("GENDER_REQUIRED", "Das verlangte Geschlecht passt nicht.");
        if (!interpreter.Modes.Contains(details.Mode))
            yield return new("MODE_NOT_OFFERED", "Arbeitet nicht in dieser Form.");
        if (interpreter.DeclinedTopicClasses.Contains(details.TopicClass))
            yield return new("TOPIC_DECLINED", "Übernimmt Gespräche dieser Art nicht.");
    }

    private static IEnumerable<Reason> Time(BookingDetails details, CandidateFacts facts)
    {
        if (!facts.Interpreter.IsAvailable(details.StartsAt, details.EndsAt))
            yield return new("NOT_AVAILABLE", "Ist zu dieser Zeit nicht verfügbar.");
        var way = details.Mode == "ON_SITE" ? Place.WayOf(facts.DistanceKm ?? 0) : TimeSpan.Zero;
        var (from, until) = (details.StartsAt - way, details.EndsAt + way);
        if (facts.Taken.Any(taken => taken.From < until && from < taken.Until))
            yield return new("OVERLAP", "Ist zu dieser Zeit schon im Einsatz oder unterwegs.");
    }

    private static IEnumerable<Reason> Way(BookingDetails details, CandidateFacts facts)
    {
        if (details.Mode == "ON_SITE" && facts.DistanceKm > facts.Interpreter.MaxDistanceKm)
            yield return new("TOO_FAR", $"Der Weg von etwa {facts.DistanceKm} km ist weiter als {facts.Interpreter.MaxDistanceKm} km.");
    }

    private static IEnumerable<Reason> Standing(BookingDetails details, PoolRules rules, CandidateFacts facts)
    {
        if (!rules.SecrecyHolds(facts.Interpreter.SecrecyDeclaredOn, details.Day))
            yield return new("SECRECY_MISSING", "Die Verpflichtungserklärung fehlt oder gilt nicht mehr.");
        if (rules.CeilingOn(details.Day) is { } ceiling && facts.PaidAndBoundEur + facts.ExpectedEur > ceiling)
            yield return new("ALLOWANCE_EXHAUSTED", $"Der Jahresbetrag von {ceiling:0} EUR wäre überschritten.");
    }
}
