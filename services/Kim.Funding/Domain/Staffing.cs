using Kim.Results;

namespace Kim.Funding.Domain;

/// <summary>A position with all that is on record of who holds it.</summary>
/// <param name="Position">The position.</param>
/// <param name="Occupancies">Its rows; those that do not stand count nowhere.</param>
public sealed record StaffedPosition(Position Position, IReadOnlyList<Occupancy> Occupancies)
{
    /// <summary>VZÄ filled on a day; nothing outside the funded period.</summary>
    public decimal FilledOn(DateOnly day) => Position.ExistsOn(day) ? Occupancies.Where(row => row.HoldsOn(day)).Sum(row => row.Vzae) : 0m;

    /// <summary>FILLED, PARTLY_FILLED, RECRUITING or VACANT (S-66).</summary>
    public string StateOn(DateOnly day) => FilledOn(day) switch
    {
        0m => Position.Recruiting ? "RECRUITING" : "VACANT",
        var filled when filled < Position.Vzae => "PARTLY_FILLED",
        _ => "FILLED",
    };

    /// <summary>The days on which something changes.</summary>
    public IEnumerable<DateOnly> ChangeDays()
    {
        yield return Position.FundedFrom;
        if (Position.FundedUntil is { } ended) yield return ended;
        foreach (var version in Position.Attributes.Where(version => version.Stands)) yield return version.ValidFrom;
        foreach (var row in Occupancies.Where(row => row.Stands))
        {
            yield return row.From;
            if (row.Until is { } until) yield return until;
        }
    }

    /// <summary>
    /// Whether a further row fits (one that it would take the place of left out): within the funded period, and on no day more
    /// than the position's VZÄ.
    /// </summary>
    public Result Admit(OccupancyFacts facts, Guid? instead = null)
    {
        if (!Position.ExistsOn(facts.From)) return Error.Blocked("POSITION_NOT_FUNDED", "The position is not funded on the first day.", []);
        if (Position.FundedUntil is { } ended && (facts.Until is null || facts.Until > ended))
            return Error.Blocked("POSITION_NOT_FUNDED", $"The position is funded until {ended:yyyy-MM-dd} only.", []);

        var others = Occupancies.Where(row => row.Stands && row.Id != instead && Period.Overlap(row.From, row.Until, facts.From, facts.Until)).ToList();
        // The sum only rises on a first day: those within the new row and its own are enough.
        foreach (var day in others.Select(row => row.From).Where(day => day > facts.From).Append(facts.From))
            if (others.Where(row => Period.Holds(row.From, row.Until, day)).Sum(row => row.Vzae) + facts.Vzae > Position.Vzae)
                return Error.Blocked("POSITION_OVERFILLED", $"On {day:yyyy-MM-dd} more than the position's {Position.Vzae} VZÄ would be filled.", []);
        return Result.Success;
    }
}

/// <summary>Sums over positions.</summary>
public static class Staffing
{
    /// <summary>Established VZÄ on a day; a position with two programme labels is one position .</summary>
    public static decimal Planned(IEnumerable<StaffedPosition> positions, DateOnly day) =>
        positions.DistinctBy(staffed => staffed.Position.Key).Where(staffed => staffed.Position.ExistsOn(day)).Sum(staffed => staffed.Position.Vzae);

    /// <summary>Filled VZÄ on a day.</summary>
    public static decimal Filled(IEnumerable<StaffedPosition> positions, DateOnly day) =>
        positions.DistinctBy(staffed => staffed.Position.Key).Sum(staffed => staffed.FilledOn(day));
}
