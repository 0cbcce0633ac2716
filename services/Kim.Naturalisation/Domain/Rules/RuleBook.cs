namespace Kim.Naturalisation.Domain.Rules;

/// <summary>All rule sets, the vocabulary of residence statuses, and how far ahead the engine looks.</summary>
/// <param name="Sets">The rule sets in force by day; no two hold on the same day.</param>
/// <param name="Statuses">The residence statuses by code.</param>
/// <param name="ForecastYears">Years of the search for a first possible date.</param>
public sealed record RuleBook(IReadOnlyList<RuleSet> Sets, IReadOnlyDictionary<string, ResidenceStatus> Statuses, int ForecastYears)
{
    /// <summary>The rule set that governs decisions of a day, or null before the first.</summary>
    public RuleSet? On(DateOnly day) => Sets.FirstOrDefault(set => set.HoldsOn(day));

    /// <summary>The first day on which a bar can begin: the commencement of § 35a; null while no rule set has one.</summary>
    public DateOnly? BarSince => Sets.Where(set => set.Bar is not null).Select(set => (DateOnly?)set.ValidFrom).Min();
}

/// <summary>What a residence status means for naturalisation (domain.md 4.2).</summary>
public sealed record ResidenceStatus : RuleSection
{
    /// <summary>Its code.</summary>
    public required string Code { get; init; }

    /// <summary>Whether its time counts as lawful: YES, NO, IF_PROTECTION_FOLLOWS, IF_TITLE_FOLLOWS, NOT_APPLICABLE.</summary>
    public required string Lawful { get; init; }

    /// <summary>Whether it suffices as a title: YES, PERMIT (unless on the exclusion list), IF_DURABLE, LIKE_PREVIOUS, NO, NOT_APPLICABLE.</summary>
    public required string Title { get; init; }

    /// <summary>Whether it follows a recognition as asylum, refugee or subsidiary protection, which makes the asylum procedure count.</summary>
    public bool Recognised { get; init; }
}

/// <summary>A fee of § 38 in its period.</summary>
public sealed record FeeRule : RuleSection
{
    /// <summary>NATURALISATION, CO_NATURALISED_MINOR or REFUSED_OR_WITHDRAWN.</summary>
    public required string Key { get; init; }

    /// <summary>First day of decision.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>First day after the last, or null while it holds.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Euro; the least amount where there is a range.</summary>
    public required decimal AmountEur { get; init; }

    /// <summary>The most that may be asked for, where there is a range.</summary>
    public decimal? UpToEur { get; init; }

    /// <summary>Whether it holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => ValidFrom <= day && (ValidUntil is null || day < ValidUntil);
}
