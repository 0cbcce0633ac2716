namespace Kim.Funding.Features;

/// <summary>
/// Positions against the quotas as of any day (S-39 to S-46, A-3). It counts what is filled: a vacancy is no breach. Violations are
/// listed with their rule and the day from which they hold.
/// </summary>
internal static class CheckQuotas
{
    /// <summary>The check.</summary>
    public sealed record Response(
        DateOnly AsOf, IReadOnlyList<ModuleItem> Modules, Total Total,
        [property: Description("Positions outside the modules: the 0.5 Verwaltungsassistenz and posts of programmes; each counted once.")] Others OutsideModules,
        IReadOnlyList<ViolationItem> Violations, [property: Description("To be looked at, no breach.")] IReadOnlyList<ViolationItem> Warnings);

    /// <summary>A module in VZÄ.</summary>
    public sealed record ModuleItem(
        string Module, string Title, decimal Quota, [property: Description("Established.")] decimal Planned, decimal Filled,
        [property: Description("Filled with another employer than the KI.")] decimal OutsideKi,
        [property: Description("The exact limit for those in VZÄ; null where there is none.")] Fraction? LimitOutsideKi);

    /// <summary>Sum of the modules (S-46).</summary>
    public sealed record Total(decimal Quota, decimal Planned, decimal Filled);

    /// <summary>Outside the modules.</summary>
    public sealed record Others(int Positions, decimal Planned, decimal Filled);

    /// <summary>A broken rule.</summary>
    public sealed record ViolationItem(
        string Rule, [property: Description("Where it stands (docs/sources.md).")] IReadOnlyList<string> Norm, string? Module, string? Position,
        decimal Vzae, [property: Description("Exact limit in VZÄ.")] Fraction Limit,
        [property: Description("First day of the breach as it stands.")] DateOnly Since, string TextDe);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/quota-check", Handle)
        .WithName(nameof(CheckQuotas))
        .WithSummary("Positions against the quotas")
        .WithDescription("As of `asOf` (today unless told). Fractions are exact: 4.01 of 6 outside the KI breaks two thirds, 4.00 does not.")
        .RequireAuthorization(FundingPolicies.ReadStaffing);

    private static async Task<Ok<Response>> Handle([Description("The day; today unless told.")] DateOnly? asOf, FundingWork work, CancellationToken ct)
    {
        var day = asOf ?? work.Today;
        var (check, positions, ki) = await work.Db.QuotaCheckAsync(ct);
        var figures = check.Figures(day);
        var others = positions.Where(staffed => staffed.Position.Module is null && staffed.Position.ExistsOn(day)).ToList();
        var warnings = figures.Where(module => module.Planned > module.Quota).Select(module => new Violation(
            QuotaRules.Planned, module.Module.Key, null, module.Planned, new Fraction(1, 1).Of(module.Quota), day));
        return TypedResults.Ok(new Response(
            day,
            [.. figures.Select(module => new ModuleItem(module.Module.Key, module.Module.Title, module.Quota, module.Planned, module.Filled, module.OutsideKi, module.LimitOutsideKi))],
            new Total(figures.Sum(module => module.Quota), figures.Sum(module => module.Planned), figures.Sum(module => module.Filled)),
            new Others(others.Count, Staffing.Planned(others, day), Staffing.Filled(others, day)),
            [.. check.Violations(day).Select(ToItem)],
            [.. warnings.Concat(await work.WithoutDistrictAsync(positions, ki, day, ct)).Select(ToItem)]));
    }

    private static ViolationItem ToItem(Violation found) => new(
        found.Rule, QuotaRules.NormOf(found.Rule, found.Module), found.Module, found.Position, found.Vzae, found.Limit, found.Since, Texts.OfViolation(found));
}
