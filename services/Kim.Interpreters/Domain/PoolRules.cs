namespace Kim.Interpreters.Domain;

/// <summary>A tax-free yearly ceiling (§ 3 no. 26 and 26a EStG), with the period it is law.</summary>
public sealed record Ceiling(string Key, decimal YearlyEur, DateOnly? ValidFrom, DateOnly? ValidUntil);

/// <summary>A kind of talk that the pool does not serve, with its German title.</summary>
public sealed record ExcludedTalk(string Key, string Title);

/// <summary>The least qualification level for a topic class.</summary>
public sealed record MinimumLevel(string TopicClass, int Level);

/// <summary>The rules of the pool as they stand in one period.</summary>
public sealed record PoolRules
{
    /// <summary>Whole working days between request and talk; a shorter time is a warning, the desk decides.</summary>
    public required int LeadTimeWorkingDays { get; init; }

    /// <summary>Talks that the pool does not serve.</summary>
    public required IReadOnlyList<ExcludedTalk> ExcludedTalks { get; init; }

    /// <summary>Least qualification level by topic class.</summary>
    public required IReadOnlyList<MinimumLevel> MinimumLevels { get; init; }

    public required IReadOnlyList<Ceiling> Ceilings { get; init; }

    /// <summary>The ceiling that limits the pool's allowances.</summary>
    public required string AllowanceCeiling { get; init; }

    public required int CeilingWarnPercent { get; init; }

    public required int CeilingStopPercent { get; init; }

    /// <summary>Years that a secrecy declaration lasts; null: without end.</summary>
    public int? SecrecyValidYears { get; init; }

    /// <summary>Years that an erweitertes Führungszeugnis counts as recent.</summary>
    public int? FuehrungszeugnisValidYears { get; init; }

    /// <summary>Days after which a settled assignment leaves the interpreter's view (domain.md 6.3).</summary>
    public required int ViewRetentionDays { get; init; }

    /// <summary>Hours to answer an offer when the desk sets no time.</summary>
    public required int OfferResponseHours { get; init; }

    /// <summary>Level that a talk needs: what was asked for or what the policy demands, whichever is higher.</summary>
    public int LevelFor(BookingDetails details) => Math.Max(details.RequiredLevel, PolicyLevel(details.TopicClass));

    /// <summary>Level that the policy demands for a topic class.</summary>
    public int PolicyLevel(string topicClass) => MinimumLevels.FirstOrDefault(minimum => minimum.TopicClass == topicClass)?.Level ?? 1;

    /// <summary>What one person may be paid in the year of the day; null when no ceiling is in force.</summary>
    public decimal? CeilingOn(DateOnly day) => Ceilings
        .Where(ceiling => ceiling.Key == AllowanceCeiling && Period.Holds(ceiling.ValidFrom, ceiling.ValidUntil, day))
        .Select(ceiling => (decimal?)(ceiling.YearlyEur * CeilingStopPercent / 100m))
        .SingleOrDefault();

    /// <summary>Whether a declaration of that day still binds on the day of the talk.</summary>
    public bool SecrecyHolds(DateOnly? declaredOn, DateOnly day) =>
        declaredOn is { } declared && declared <= day && (SecrecyValidYears is not { } years || day < declared.AddYears(years));

    /// <summary>Whether the Führungszeugnis is recent enough on the day of the talk.</summary>
    public bool FuehrungszeugnisHolds(DateOnly? issuedOn, DateOnly day) =>
        issuedOn is { } issued && issued <= day && (FuehrungszeugnisValidYears is not { } years || day < issued.AddYears(years));

    /// <summary>Whether the request left the lead time.</summary>
    public bool LeadTimeKept(DateTimeOffset receivedAt, DateTimeOffset startsAt) =>
        WorkingDays.Between(LocalTime.DayOf(receivedAt), LocalTime.DayOf(startsAt)) >= LeadTimeWorkingDays;
}

/// <summary>Validity periods: the until day is exclusive, an open end is null.</summary>
public static class Period
{
    /// <summary>Whether a period holds on a day.</summary>
    public static bool Holds(DateOnly? from, DateOnly? until, DateOnly day) => (from is null || from <= day) && (until is null || day < until);
}
