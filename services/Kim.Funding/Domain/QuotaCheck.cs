namespace Kim.Funding.Domain;

/// <summary>Rules on the staffing of the modules.</summary>
public static class QuotaRules
{
    /// <summary>More VZÄ are filled than the Land grants the module (S-39, S-41, S-44, A-3).</summary>
    public const string Exceeded = "MODULE_QUOTA_EXCEEDED";

    /// <summary>A filled position lies with an organisation that the module does not allow (S-39: KI; S-44: ABH, EBH).</summary>
    public const string Employer = "MODULE_EMPLOYER_NOT_ALLOWED";

    /// <summary>More than the allowed share of the quota is filled outside the KI (S-42).</summary>
    public const string OutsideKi = "OUTSIDE_KI_SHARE_EXCEEDED";

    /// <summary>A warning: more positions are established than the quota pays for; vacancies are no breach.</summary>
    public const string Planned = "PLANNED_ABOVE_QUOTA";

    /// <summary>A warning: a position at the KI is filled and has no Bezirkszuständigkeit (S-67).</summary>
    public const string District = "DISTRICT_MISSING";

    private static readonly Dictionary<(string Rule, string? Module), string[]> Norms = new()
    {
        [(Exceeded, "MODUL_I")] = ["S-39", "A-3"],
        [(Exceeded, "MODUL_II")] = ["S-41", "A-3"],
        [(Exceeded, "MODUL_III")] = ["S-44", "A-3"],
        [(Employer, "MODUL_I")] = ["S-39"],
        [(Employer, "MODUL_III")] = ["S-44"],
        [(OutsideKi, "MODUL_II")] = ["S-42", "A-3"],
        [(Planned, null)] = ["S-46", "A-3"],
        [(District, null)] = ["S-67"],
    };

    /// <summary>Where a rule stands.</summary>
    public static IReadOnlyList<string> NormOf(string rule, string? module) =>
        Norms.GetValueOrDefault((rule, module)) ?? Norms.GetValueOrDefault((rule, null)) ?? ["A-3"];
}

/// <summary>A rule that is broken on the day of the check, with the day from which it has been broken without a break.</summary>
/// <param name="Rule">Code of <see cref="QuotaRules"/>.</param>
/// <param name="Module">The module.</param>
/// <param name="Position">The position, where the rule concerns one.</param>
/// <param name="Vzae">VZÄ that break it.</param>
/// <param name="Limit">The exact limit in VZÄ; 0 where nothing is allowed.</param>
/// <param name="Since">First day of the breach as it stands.</param>
public sealed record Violation(string Rule, string? Module, string? Position, decimal Vzae, Fraction Limit, DateOnly Since);

/// <summary>The figures of a module on a day.</summary>
/// <param name="Module">The module.</param>
/// <param name="Quota">VZÄ that the Land grants; 0 where none is in force.</param>
/// <param name="Planned">Established VZÄ.</param>
/// <param name="Filled">Filled VZÄ.</param>
/// <param name="OutsideKi">Filled VZÄ with another employer than the KI.</param>
/// <param name="LimitOutsideKi">The exact limit for those; null where there is none.</param>
public sealed record ModuleFigures(KimModule Module, decimal Quota, decimal Planned, decimal Filled, decimal OutsideKi, Fraction? LimitOutsideKi);

/// <summary>
/// The check of positions against the quotas as of any day (S-39 to S-46, A-3). It counts what is filled: vacancies are no
/// breach. Violations are listed, not refused at entry: the law lists them.
/// </summary>
/// <param name="modules">The modules.</param>
/// <param name="positions">All positions; those without a module count in none.</param>
/// <param name="isKi">Whether an employer is the KI.</param>
public sealed class QuotaCheck(IReadOnlyList<KimModule> modules, IReadOnlyList<StaffedPosition> positions, Func<string, bool> isKi)
{
    private static readonly Fraction Nothing = new(0, 1);

    /// <summary>The figures of each module.</summary>
    public IReadOnlyList<ModuleFigures> Figures(DateOnly day) => [.. modules.OrderBy(module => module.Key, StringComparer.Ordinal).Select(module => FiguresOf(module, day))];

    /// <summary>What is broken on a day, each with the day since when.</summary>
    public IReadOnlyList<Violation> Violations(DateOnly day)
    {
        var now = BreachesOn(day);
        if (now.Count == 0) return [];
        var since = now.ToDictionary(Identity, _ => day);
        var open = since.Keys.ToHashSet();
        // Between two change days nothing changes: it is enough to look at them, from the latest to the first that was fine.
        foreach (var earlier in ChangeDays().Where(changed => changed <= day).OrderDescending())
        {
            if (open.Count == 0) break;
            open.IntersectWith(BreachesOn(earlier).Select(Identity));
            foreach (var key in open) since[key] = earlier;
        }

        return [.. now.Select(breach => breach with { Since = since[Identity(breach)] })];
    }

    private static (string, string?, string?) Identity(Violation violation) => (violation.Rule, violation.Module, violation.Position);

    private SortedSet<DateOnly> ChangeDays()
    {
        var days = new SortedSet<DateOnly>(positions.SelectMany(staffed => staffed.ChangeDays()));
        foreach (var quota in modules.SelectMany(module => module.Quotas))
        {
            days.Add(quota.ValidFrom);
            if (quota.ValidUntil is { } until) days.Add(until);
        }

        return days;
    }

    private ModuleFigures FiguresOf(KimModule module, DateOnly day)
    {
        var own = Of(module);
        var quota = module.QuotaOn(day)?.Vzae ?? 0m;
        return new(
            module, quota, Staffing.Planned(own, day), Staffing.Filled(own, day),
            own.Where(staffed => staffed.Position.On(day) is { } at && !isKi(at.Employer)).Sum(staffed => staffed.FilledOn(day)),
            module.MaxOutsideKi?.Of(quota));
    }

    private IReadOnlyList<StaffedPosition> Of(KimModule module) =>
        [.. positions.Where(staffed => staffed.Position.Module == module.Key).DistinctBy(staffed => staffed.Position.Key)];

    private List<Violation> BreachesOn(DateOnly day) => [.. modules.OrderBy(module => module.Key, StringComparer.Ordinal).SelectMany(module => BreachesOf(module, day))];

    private IEnumerable<Violation> BreachesOf(KimModule module, DateOnly day)
    {
        var figures = FiguresOf(module, day);
        if (figures.Filled > figures.Quota)
            yield return new(QuotaRules.Exceeded, module.Key, null, figures.Filled, new Fraction(1, 1).Of(figures.Quota), day);
        if (module.MaxOutsideKi is { } share && share.IsExceededBy(figures.OutsideKi, figures.Quota))
            yield return new(QuotaRules.OutsideKi, module.Key, null, figures.OutsideKi, share.Of(figures.Quota), day);
        if (module.AllowedEmployers.Count == 0) yield break;
        foreach (var staffed in Of(module).OrderBy(staffed => staffed.Position.Key, StringComparer.Ordinal))
            if (staffed.FilledOn(day) is var filled and > 0m && staffed.Position.On(day) is { } at && !module.AllowedEmployers.Contains(at.Employer))
                yield return new(QuotaRules.Employer, module.Key, staffed.Position.Key, filled, Nothing, day);
    }
}
