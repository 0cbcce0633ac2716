namespace Kim.Interpreters.Features.Pool;

/// <summary>The pool's rules in force on a day, and the reasons that a refusal may name.</summary>
internal static class GetPoolRules
{
    /// <summary>The rules.</summary>
    public sealed record Response(
        DateOnly On, int LeadTimeWorkingDays, IReadOnlyList<ExcludedTalk> ExcludedTalks, IReadOnlyList<MinimumLevel> MinimumLevels,
        decimal? AllowanceCeilingEur, int OfferResponseHours, int ViewRetentionDays, IReadOnlyList<Reason> DeclineReasons);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/pool-rules", Handle)
        .WithName(nameof(GetPoolRules))
        .WithSummary("Rules of the pool")
        .WithDescription("As of `on`, today without it: lead time, excluded talks, levels by topic class, the tax-free yearly ceiling, reasons for a refusal.")
        .RequireAuthorization(InterpretersPolicies.ReadRules);

    private static async Task<Ok<Response>> Handle(DateOnly? on, InterpretersDb db, TimeProvider clock, CancellationToken ct)
    {
        var day = on ?? LocalTime.DayOf(clock.GetUtcNow());
        var rules = await db.RulesOnAsync(day, ct);
        return TypedResults.Ok(new Response(
            day, rules.LeadTimeWorkingDays, rules.ExcludedTalks, rules.MinimumLevels, rules.CeilingOn(day), rules.OfferResponseHours,
            rules.ViewRetentionDays, [.. DeclineReasons.All.Select(reason => new Reason(reason.Key, reason.Value))]));
    }
}
