namespace Kim.ServiceKit.Profile.Model;

/// <summary>An interpreter of the pool.</summary>
public sealed record InterpreterEntry : ProfileEntry
{
    /// <summary>Stable key: what other files and services refer to.</summary>
    public required string Key { get; init; }

    /// <summary>First name and initial.</summary>
    public required string DisplayName { get; init; }

    /// <summary>The account that signs in for this interpreter.</summary>
    public Guid? Account { get; init; }

    /// <summary>FEMALE, MALE or DIVERSE.</summary>
    public required string Gender { get; init; }

    /// <summary>AGS of the home.</summary>
    public required string HomeAgs { get; init; }

    /// <summary>How far the interpreter travels.</summary>
    public required int MaxDistanceKm { get; init; }

    /// <summary>Codes of <see cref="Contracts.Vocabulary.InterpretingModes"/>.</summary>
    public required IReadOnlyList<string> Modes { get; init; }

    /// <summary>Qualification level 1 (lay) to 5 (sworn).</summary>
    public required int Level { get; init; }

    /// <summary>Languages besides German.</summary>
    public required IReadOnlyList<SpokenLanguage> Languages { get; init; }

    /// <summary>Weekly windows, local time of the Kreis.</summary>
    public required IReadOnlyList<AvailabilityWindow> Availability { get; init; }

    /// <summary>Codes of <see cref="Contracts.Vocabulary.TopicClasses"/>.</summary>
    public required IReadOnlyList<string> DeclinedTopicClasses { get; init; }

    /// <summary>Completed trainings.</summary>
    public required IReadOnlyList<TrainingEntry> Trainings { get; init; }

    /// <summary>Date of the erweitertes Führungszeugnis.</summary>
    public DateOnly? FuehrungszeugnisOn { get; init; }

    /// <summary>Date of the Verschwiegenheitserklärung.</summary>
    public DateOnly? SecrecyDeclarationOn { get; init; }

    /// <summary>Which text was signed.</summary>
    public string? SecrecyVersion { get; init; }
}

/// <summary>A language of an interpreter.</summary>
public sealed record SpokenLanguage
{
    /// <summary>ISO 639-3.</summary>
    public required string Code { get; init; }

    /// <summary>Dialect codes.</summary>
    public required IReadOnlyList<string> Dialects { get; init; }

    /// <summary>A1 to C2 or NATIVE.</summary>
    public required string Proficiency { get; init; }
}

/// <summary>A weekly window.</summary>
public sealed record AvailabilityWindow
{
    /// <summary>MONDAY to SUNDAY.</summary>
    public required string Weekday { get; init; }

    /// <summary>Begin.</summary>
    public required TimeOnly From { get; init; }

    /// <summary>End.</summary>
    public required TimeOnly Until { get; init; }
}

/// <summary>A completed training.</summary>
public sealed record TrainingEntry
{
    /// <summary>Title in German.</summary>
    public required string Title { get; init; }

    /// <summary>Last day.</summary>
    public required DateOnly CompletedOn { get; init; }

    /// <summary>Hours.</summary>
    public required int Hours { get; init; }
}

/// <summary>A dated rate rule.</summary>
public sealed record RateRuleEntry : ProfileEntry
{
    /// <summary>Stable key: what other files and services refer to.</summary>
    public required string Key { get; init; }

    /// <summary>Title in German.</summary>
    public required string Title { get; init; }

    /// <summary>Qualification levels to which it applies.</summary>
    public required IReadOnlyList<int> Levels { get; init; }

    /// <summary>Modes to which it applies.</summary>
    public required IReadOnlyList<string> Modes { get; init; }

    /// <summary>First day on which it holds.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>First day on which it no longer holds; null is open.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Length of a unit; a started one counts whole.</summary>
    public required int UnitMinutes { get; init; }

    /// <summary>Euro per unit.</summary>
    public required decimal UnitEur { get; init; }

    /// <summary>Least number of units.</summary>
    public required int MinimumUnits { get; init; }

    /// <summary>Whether travel time is paid like the talk.</summary>
    public required bool TravelTimeCounts { get; init; }

    /// <summary>Travel up to here counts neither as time nor as distance.</summary>
    public required int TravelFreeKm { get; init; }

    /// <summary>Euro per kilometre.</summary>
    public required decimal KmRateEur { get; init; }

    /// <summary>What a late cancellation costs.</summary>
    public required CancellationRule Cancellation { get; init; }

    /// <summary>Units paid when the client does not come.</summary>
    public required int ClientNoShowUnits { get; init; }
}

/// <summary>What a late cancellation costs.</summary>
public sealed record CancellationRule
{
    /// <summary>Free until so many days before ...</summary>
    public required int FreeUntilDaysBefore { get; init; }

    /// <summary>... at this time.</summary>
    public required TimeOnly FreeUntilTime { get; init; }

    /// <summary>Minutes that are paid after it.</summary>
    public required int LateMinutes { get; init; }
}

/// <summary>Where the money of a settlement line comes from.</summary>
public sealed record FundingPotEntry : ProfileEntry
{
    /// <summary>Stable key: what other files and services refer to.</summary>
    public required string Key { get; init; }

    /// <summary>Title in German.</summary>
    public required string Title { get; init; }

    /// <summary>Key of the funding organisation.</summary>
    public required string Funder { get; init; }

    /// <summary>Kinds of lines that it may bear.</summary>
    public required IReadOnlyList<string> Bears { get; init; }

    /// <summary>The lower one is charged first.</summary>
    public required int Order { get; init; }

    /// <summary>Money per year, by period.</summary>
    public required IReadOnlyList<PotAmount> Amounts { get; init; }
}

/// <summary>The yearly money of a pot.</summary>
public sealed record PotAmount : ProfileEntry
{
    /// <summary>Euro per year.</summary>
    public required decimal YearlyEur { get; init; }

    /// <summary>An upper limit, not a fixed sum.</summary>
    public required bool UpTo { get; init; }

    /// <summary>First day on which it holds.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>First day on which it no longer holds; null is open.</summary>
    public DateOnly? ValidUntil { get; init; }
}
