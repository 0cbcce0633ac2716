namespace Kim.Interpreters.Domain;

/// <summary>A language of an interpreter: proficiency A1 to C2 or NATIVE, and the dialects mastered.</summary>
public sealed record LanguageSkill(string Code, string Proficiency, IReadOnlyList<string> Dialects);

/// <summary>A weekly window in which the interpreter can work, wall-clock time.</summary>
public sealed record AvailabilityWindow(DayOfWeek Weekday, TimeOnly From, TimeOnly Until);

/// <summary>A completed training.</summary>
public sealed record Training(string Title, DateOnly CompletedOn, decimal Hours);

/// <summary>All that the pool knows of an interpreter; changed as a whole.</summary>
public sealed record InterpreterFacts
{
    public required string DisplayName { get; init; }
    public Guid? AccountId { get; init; }
    public required string Gender { get; init; }
    public required string HomeAgs { get; init; }
    public required int MaxDistanceKm { get; init; }
    public required IReadOnlyList<string> Modes { get; init; }
    public required int Level { get; init; }
    public required IReadOnlyList<LanguageSkill> Languages { get; init; }
    public required IReadOnlyList<AvailabilityWindow> Availability { get; init; }
    public required IReadOnlyList<string> DeclinedTopicClasses { get; init; }
    public required IReadOnlyList<Training> Trainings { get; init; }
    public DateOnly? FuehrungszeugnisOn { get; init; }
    public DateOnly? SecrecyDeclaredOn { get; init; }
    public string? SecrecyVersion { get; init; }
}

/// <summary>A Sprachmittlerin or a Sprachmittler of the pool. Levels: 1 lay, 2 trained, 3 certified, 4 state-examined, 5 sworn.</summary>
public sealed class Interpreter
{
    private Interpreter()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>Key in the profile.</summary>
    public string Key { get; private set; } = "";

    public string DisplayName { get; private set; } = "";

    public Guid? AccountId { get; private set; }

    public string Gender { get; private set; } = "";

    public string HomeAgs { get; private set; } = "";

    public int MaxDistanceKm { get; private set; }

    public IReadOnlyList<string> Modes { get; private set; } = [];

    public int Level { get; private set; }

    public IReadOnlyList<LanguageSkill> Languages { get; private set; } = [];

    /// <summary>Weekly windows; none means: by arrangement, any time may be asked.</summary>
    public IReadOnlyList<AvailabilityWindow> Availability { get; private set; } = [];

    public IReadOnlyList<string> DeclinedTopicClasses { get; private set; } = [];

    public IReadOnlyList<Training> Trainings { get; private set; } = [];

    /// <summary>Date of the erweitertes Führungszeugnis.</summary>
    public DateOnly? FuehrungszeugnisOn { get; private set; }

    /// <summary>Date of the signed Verpflichtungserklärung (secrecy).</summary>
    public DateOnly? SecrecyDeclaredOn { get; private set; }

    public string? SecrecyVersion { get; private set; }

    /// <summary>Somebody joins the pool.</summary>
    public static Interpreter Join(Guid id, string key, InterpreterFacts facts)
    {
        var interpreter = new Interpreter { Id = id, Key = key };
        interpreter.Change(facts);
        return interpreter;
    }

    /// <summary>The facts as they are now.</summary>
    public void Change(InterpreterFacts facts)
    {
        (DisplayName, AccountId, Gender, HomeAgs) = (facts.DisplayName, facts.AccountId, facts.Gender, facts.HomeAgs);
        (MaxDistanceKm, Level, Modes, Languages) = (facts.MaxDistanceKm, facts.Level, facts.Modes, facts.Languages);
        (Availability, DeclinedTopicClasses, Trainings) = (facts.Availability, facts.DeclinedTopicClasses, facts.Trainings);
        (FuehrungszeugnisOn, SecrecyDeclaredOn, SecrecyVersion) =
            (facts.FuehrungszeugnisOn, facts.SecrecyDeclaredOn, facts.SecrecyVersion);
    }

    /// <summary>The skill in a language, if there is one.</summary>
    public LanguageSkill? SkillIn(string language) => Languages.FirstOrDefault(skill => skill.Code == language);

    /// <summary>Whether a talk lies wholly in one weekly window.</summary>
    public bool IsAvailable(DateTimeOffset startsAt, DateTimeOffset endsAt)
    {
        if (Availability.Count == 0) return true;
        var (start, end) = (LocalTime.Of(startsAt), LocalTime.Of(endsAt));
        return start.Date == end.Date && Availability.Any(window =>
            window.Weekday == start.DayOfWeek
            && window.From <= TimeOnly.FromDateTime(start)
            && window.Until >= TimeOnly.FromDateTime(end));
    }
}
