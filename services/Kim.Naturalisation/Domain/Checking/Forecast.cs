using Kim.Naturalisation.Domain.Facts;
using Kim.Naturalisation.Domain.Rules;

namespace Kim.Naturalisation.Domain.Checking;

/// <summary>
/// The search for first possible dates: day by day from the decision day on, under the rules of each day, with the facts as they are
/// and the last title extended.
/// </summary>
internal sealed class Forecast
{
    private readonly DateOnly?[] _possible = new DateOnly?[RequirementCodes.All.Count];
    private readonly DateOnly?[] _certain = new DateOnly?[RequirementCodes.All.Count];

    private Forecast()
    {
    }

    /// <summary>First day on which all is at least open to judgement.</summary>
    public DateOnly? Possible { get; private set; }

    /// <summary>First day on which all is certain.</summary>
    public DateOnly? Certain { get; private set; }

    public (DateOnly? Possible, DateOnly? Certain) Of(int requirement) => (_possible[requirement], _certain[requirement]);

    public static Forecast Search(RuleBook book, CheckDay when, string route, CheckFacts facts)
    {
        var forecast = new Forecast();
        var end = when.Day.AddYears(book.ForecastYears);
        var continued = facts.Continued(when.Day);
        for (var day = when.Day; day <= end && !forecast.Complete; day = day.AddDays(1))
            if (Engine.Judge(book, when with { Day = day }, route, day == when.Day ? facts : continued) is { } findings)
                forecast.Note(day, findings);
        return forecast;
    }

    private bool Complete => Certain is not null && !_certain.Contains(null);

    private void Note(DateOnly day, IReadOnlyList<Finding> findings)
    {
        for (var i = 0; i < findings.Count; i++)
        {
            if (Outcomes.IsPossible(findings[i].Outcome)) _possible[i] ??= day;
            if (Outcomes.IsCertain(findings[i].Outcome)) _certain[i] ??= day;
        }

        if (findings.All(finding => Outcomes.IsPossible(finding.Outcome))) Possible ??= day;
        if (findings.All(finding => Outcomes.IsCertain(finding.Outcome))) Certain ??= day;
    }
}
