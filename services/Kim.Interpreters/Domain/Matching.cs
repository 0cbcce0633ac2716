namespace Kim.Interpreters.Domain;

/// <summary>A reason for or against an interpreter: a stable code and a German text for the desk.</summary>
public sealed record Reason(string Code, string TextDe);

/// <summary>What the desk needs to know of one interpreter for one booking.</summary>
public sealed record CandidateFacts
{
    public required Interpreter Interpreter { get; init; }

    /// <summary>Approximate kilometres between home and talk; null when a place is unknown.</summary>
    public int? DistanceKm { get; init; }

    /// <summary>Times taken by other assignments, the ways included.</summary>
    public IReadOnlyList<(DateTimeOffset From, DateTimeOffset Until)> Taken { get; init; } = [];

    /// <summary>Earlier assignments for the same case.</summary>
    public int SameCase { get; init; }

    /// <summary>Assignments of the last 90 days.</summary>
    public int Recent { get; init; }

    /// <summary>Paid in the year of the talk, and bound by accepted assignments not yet paid.</summary>
    public decimal PaidAndBoundEur { get; init; }

    /// <summary>What this assignment is likely to cost, the way left out.</summary>
    public decimal ExpectedEur { get; init; }
}

/// <summary>An interpreter in the list for a booking.</summary>
public sealed record Candidate(
    Interpreter Interpreter, bool Eligible, int Score, IReadOnlyList<Reason> For, IReadOnlyList<Reason> Against);

/// <summary>
/// Who fits a booking, and why. Hard filters first; who passes them gets a score of at most 100. The desk decides: the
/// list explains and never chooses. The same facts give the same list.
/// </summary>
public static class Matching
{
    /// <summary>The list, best first; interpreters who cannot be asked stand last with the reasons.</summary>
    public static IReadOnlyList<Candidate> Rank(BookingDetails details, PoolRules rules, IEnumerable<CandidateFacts> pool) =>
    [
        .. pool.Select(facts => Assess(details, rules, facts))
            .OrderByDescending(candidate => candidate.Eligible)
            .ThenByDescending(candidate => candidate.Score)
            .ThenBy(candidate => candidate.Against.Count)
            .ThenBy(candidate => candidate.Interpreter.Key, StringComparer.Ordinal),
    ];

    /// <summary>One interpreter for one booking.</summary>
    public static Candidate Assess(BookingDetails details, PoolRules rules, CandidateFacts facts)
    {
        var barriers = HardFilters.Barriers(details, rules, facts).ToList();
        if (barriers.Count > 0) return new(facts.Interpreter, false, 0, [], barriers);
        var score = new Score();
        score.Language(details, facts.Interpreter);
        score.Distance(details, facts);
        score.Continuity(facts);
        score.Fairness(facts);
        score.Gender(details, facts.Interpreter);
        score.Training(rules, details, facts);
        return new(facts.Interpreter, true, score.Points, score.For, score.Against);
    }

    /// <summary>Points and reasons of one interpreter: continuity 25, distance 25, fairness 20, gender wish 15, training 15.</summary>
    private sealed class Score
    {
        public int Points { get; private set; }

        public List<Reason> For { get; } = [];

        public List<Reason> Against { get; } = [];

        public void Language(BookingDetails details, Interpreter interpreter)
        {
            var skill = interpreter.SkillIn(details.Language)!;
            For.Add(new("LANGUAGE", details.Dialect is null
                ? $"Spricht die Sprache ({skill.Proficiency})."
                : $"Spricht die Sprache und den Dialekt ({skill.Proficiency})."));
            if (skill.Proficiency is "A1" or "A2" or "B1")
                Against.Add(new("LANGUAGE_BASIC", $"Die Sprache ist nur auf Stufe {skill.Proficiency} belegt."));
        }

        public void Distance(BookingDetails details, CandidateFacts facts)
        {
            if (details.Mode != "ON_SITE")
            {
                Points += 25;
                return;
            }

            if (facts.DistanceKm is not { } km)
            {
                Against.Add(new("DISTANCE_UNKNOWN", "Die Entfernung ist nicht bekannt."));
                return;
            }

            Points += 25 - 25 * km / Math.Max(1, facts.Interpreter.MaxDistanceKm);
            if (km <= 10) For.Add(new("NEAR", km == 0 ? "Wohnt in derselben Kommune." : $"Wohnt etwa {km} km entfernt."));
            else Against.Add(new("FAR", $"Wohnt etwa {km} km entfernt."));
        }

        public void Continuity(CandidateFacts facts)
        {
            if (facts.SameCase == 0) return;
            Points += 25;
            For.Add(new("CONTINUITY", $"War für diesen Fall schon {facts.SameCase}-mal im Einsatz."));
        }

        public void Fairness(CandidateFacts facts)
        {
            Points += Math.Max(0, 20 - 5 * facts.Recent);
            if (facts.Recent == 0) For.Add(new("RARELY_ASKED", "Hatte in den letzten 90 Tagen keinen Einsatz."));
            else if (facts.Recent >= 4) Against.Add(new("OFTEN_ASKED", $"Hatte in den letzten 90 Tagen {facts.Recent} Einsätze."));
        }

        public void Gender(BookingDetails details, Interpreter interpreter)
        {
            if (details.Gender is null || details.Gender == interpreter.Gender) Points += 15;
            if (details.Gender is null) return;
            if (details.Gender == interpreter.Gender) For.Add(new("GENDER_WISH", "Entspricht dem gewünschten Geschlecht."));
            else Against.Add(new("GENDER_WISH_NOT_MET", "Entspricht nicht dem gewünschten Geschlecht."));
        }

        public void Training(PoolRules rules, BookingDetails details, CandidateFacts facts)
        {
            var interpreter = facts.Interpreter;
            Points += 3 * Math.Min(5, interpreter.Level);
            For.Add(new("LEVEL", $"Qualifikation Stufe {interpreter.Level}, nötig ist {rules.LevelFor(details)}."));
            if (interpreter.Trainings.Count > 0) For.Add(new("TRAINED", $"{interpreter.Trainings.Count} Schulung(en) belegt."));
            if (!rules.FuehrungszeugnisHolds(interpreter.FuehrungszeugnisOn, details.Day))
                Against.Add(new("FUEHRUNGSZEUGNIS", "Das erweiterte Führungszeugnis fehlt oder ist zu alt."));
            if (rules.CeilingOn(details.Day) is { } ceiling
                && facts.PaidAndBoundEur + facts.ExpectedEur > ceiling * rules.CeilingWarnPercent / 100m)
                Against.Add(new("ALLOWANCE_NEARLY_USED", "Der steuerfreie Jahresbetrag ist fast ausgeschöpft."));
        }
    }
}
