using Kim.Naturalisation.Domain.Facts;
using Kim.Naturalisation.Domain.Rules;

namespace Kim.Naturalisation.Domain.Checking;

/// <summary>The facts on one day under the rules of that day: all that a requirement may look at.</summary>
public sealed class Situation
{
    private Stay? _stay;

    internal Situation(RuleBook book, RuleSet rules, RouteSection route, CheckDay when, CheckFacts facts) =>
        (Book, Rules, Route, When, Facts) = (book, rules, route, when, facts);

    public RuleBook Book { get; }

    public RuleSet Rules { get; }

    public RouteSection Route { get; }

    public CheckDay When { get; }

    public CheckFacts Facts { get; }

    /// <summary>The decision day.</summary>
    public DateOnly Day => When.Day;

    public PulledFacts Person => Facts.Person;

    public OfficerFacts Officer => Facts.Officer;

    /// <summary>The lawful stay that leads to the day.</summary>
    internal Stay Stay => _stay ??= Stay.Of(this);

    /// <summary>Whether an age is completed; null when the day of birth is not known.</summary>
    public bool? HasAge(int years) => Person.BirthDate is { } born ? LegalDates.HasAge(born, years, Day) : null;

    /// <summary>Periods of residence that cover the day, with what their status means.</summary>
    internal IEnumerable<(ResidenceFact Period, ResidenceStatus? Status)> Current =>
        Person.ResidencePeriods.Where(period => period.Covers(Day)).Select(period => (period, StatusOf(period)));

    internal ResidenceStatus? StatusOf(ResidenceFact period) => Book.Statuses.GetValueOrDefault(period.Status);

    /// <summary>Whether the person belongs to the relief group of recruited workers and their spouses.</summary>
    public bool InReliefGroup => Officer.Recruitment is { } recruited
        && Rules.Livelihood.Recruitment.Any(scheme => scheme.Scheme == recruited.Scheme && recruited.On <= scheme.LastDay);
}

/// <summary>The days of a check.</summary>
/// <param name="Day">The decision day.</param>
/// <param name="Application">The day of application, if there is one.</param>
public sealed record CheckDay(DateOnly Day, DateOnly? Application);
