namespace Kim.Naturalisation.Domain.Facts;

/// <summary>All facts of a check: what cases disclosed and what the officer added.</summary>
/// <param name="Person">From cases.</param>
/// <param name="Officer">From the officer.</param>
public sealed record CheckFacts(PulledFacts Person, OfficerFacts Officer)
{
    /// <summary>
    /// The facts as they will be if nothing changes: the last title is extended. Only for the forecast, never for a decision day.
    /// </summary>
    /// <param name="day">The decision day.</param>
    public CheckFacts Continued(DateOnly day)
    {
        var last = Person.ResidencePeriods.MaxBy(period => period.Until ?? DateOnly.MaxValue);
        if (last?.Until is not { } until || until <= day) return this;
        return this with
        {
            Person = Person with
            {
                ResidencePeriods = [.. Person.ResidencePeriods.Select(period => ReferenceEquals(period, last) ? period with { Until = null } : period)],
            },
        };
    }
}
