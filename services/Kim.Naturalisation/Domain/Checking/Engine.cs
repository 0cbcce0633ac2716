using Kim.Naturalisation.Domain.Facts;
using Kim.Naturalisation.Domain.Requirements;
using Kim.Naturalisation.Domain.Rules;
using Kim.Results;

namespace Kim.Naturalisation.Domain.Checking;

/// <summary>
/// The check: facts and rules in, a verdict per requirement out. Which law applies is decided by the decision day alone; the day of
/// application matters to the transition of § 40a and the period of § 9(2). A verdict is a prognosis: the officer decides.
/// </summary>
public static class Engine
{
    private static readonly IRequirement[] Requirements =
    [
        new CapacityRequirement(), new IdentityRequirement(), new CommitmentRequirement(), new HistoricalRequirement(),
        new TitleRequirement(), new ResidenceRequirement(), new LivelihoodRequirement(), new NationalityRequirement(),
        new CrimeRequirement(), new LanguageRequirement(), new TestRequirement(), new LivingConditionsRequirement(),
        new ExclusionRequirement(), new BarRequirement(),
    ];

    /// <summary>Checks the facts for a decision day.</summary>
    /// <param name="book">The rules.</param>
    /// <param name="when">The days.</param>
    /// <param name="route">One of <see cref="Routes"/>.</param>
    /// <param name="facts">The facts.</param>
    /// <returns>The verdicts, or why there is no rule for the day or the route.</returns>
    public static Result<CheckResult> Check(RuleBook book, CheckDay when, string route, CheckFacts facts)
    {
        if (book.On(when.Day) is not { } rules)
            return Error.Invalid("no-rule-set", "There are no rules for this decision day.", "decisionOn");
        if (rules.Route(route) is null) return Error.Invalid("route-unknown", "The law of this day does not know the route.", "route");

        var findings = Judge(book, when, route, facts)!;
        var forecast = Forecast.Search(book, when, route, facts);
        var verdicts = findings.Select((finding, i) => Verdict(rules, route, Requirements[i].Code, finding, forecast.Of(i))).ToList();
        return new CheckResult(
            when.Day, when.Application, route, rules.Key, rules.Version, Outcomes.Overall(verdicts.Select(verdict => verdict.Outcome)),
            forecast.Possible, forecast.Certain, verdicts, Alternatives(route, verdicts));
    }

    /// <summary>The findings of one day, in the order of <see cref="RequirementCodes.All"/>; null when no rule holds on the day.</summary>
    internal static IReadOnlyList<Finding>? Judge(RuleBook book, CheckDay when, string route, CheckFacts facts)
    {
        if (book.On(when.Day) is not { } rules || rules.Route(route) is not { } way) return null;
        var situation = new Situation(book, rules, way, when, facts);
        return [.. Requirements.Select(requirement => OnRoute(way, requirement.Code, requirement.Judge(situation)))];
    }

    private static Finding OnRoute(RouteSection way, string code, Finding finding) =>
        finding.Outcome == Outcomes.Not && way.Discretion.Contains(code)
            ? finding with { Outcome = Outcomes.Review, Norm = code == RequirementCodes.Livelihood ? Norms.Hardship : Norms.Discretion, Hint = Hints.Discretion }
            : finding;

    private static Verdict Verdict(RuleSet rules, string route, string code, Finding finding, (DateOnly? Possible, DateOnly? Certain) first) => new(
        code, finding.Outcome, finding.Norm, $"{route}.{code}", rules.Version, finding.Used, finding.Missing, first.Possible, first.Certain, finding.Hint);

    // Who fails at the livelihood alone is not lost: hardship opens the discretionary route.
    private static IReadOnlyList<Alternative> Alternatives(string route, List<Verdict> verdicts) =>
        route != Routes.Discretion && verdicts.Exists(verdict => verdict is { Code: RequirementCodes.Livelihood, Outcome: Outcomes.Not })
            ? [new Alternative(Routes.Discretion, Outcomes.Review, Norms.Hardship, Hints.Hardship)]
            : [];
}
