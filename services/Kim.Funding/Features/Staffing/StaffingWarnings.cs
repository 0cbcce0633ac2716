namespace Kim.Funding.Features;

/// <summary>What an entry breaks or leaves open: told with the answer, never a reason to refuse it.</summary>
internal static class StaffingWarnings
{
    /// <summary>The answer after a change: its state today, and the rules of its module on the first day that it concerns.</summary>
    public static async Task<OccupancyAnswer> AnswerAsync(this FundingWork work, StaffedPosition staffed, Guid? id, DateOnly day, CancellationToken ct)
    {
        var (check, positions, ki) = await work.Db.QuotaCheckAsync(ct);
        var position = staffed.Position;
        var warnings = check.Violations(day).Where(found => found.Module == position.Module && (found.Position is null || found.Position == position.Key)).ToList();
        warnings.AddRange((await work.WithoutDistrictAsync(positions, ki, day, ct)).Where(found => found.Position == position.Key));
        return new(
            id, position.Key, staffed.StateOn(work.Today), staffed.FilledOn(work.Today),
            [.. warnings.Select(found => new OccupancyWarning(found.Rule, Texts.OfViolation(found)))]);
    }

    /// <summary>KI positions of a module that are filled on a day without a Bezirkszuständigkeit (S-67).</summary>
    public static async Task<IReadOnlyList<Violation>> WithoutDistrictAsync(
        this FundingWork work, IReadOnlyList<StaffedPosition> positions, HashSet<string> ki, DateOnly day, CancellationToken ct)
    {
        var served = (await work.Db.Districts.AsNoTracking().Where(row => row.ValidFrom <= day && (row.ValidUntil == null || day < row.ValidUntil))
            .Select(row => row.Position).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. positions.Where(staffed => staffed.Position.On(day) is { } at && ki.Contains(at.Employer) && !served.Contains(staffed.Position.Key))
                .Select(staffed => (staffed, Filled: staffed.FilledOn(day))).Where(found => found.Filled > 0m)
                .Select(found => new Violation(
                    QuotaRules.District, found.staffed.Position.Module, found.staffed.Position.Key, found.Filled, new Fraction(0, 1),
                    found.staffed.Occupancies.Where(row => row.HoldsOn(day)).Min(row => row.From))),
        ];
    }
}
