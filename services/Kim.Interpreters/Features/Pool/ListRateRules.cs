namespace Kim.Interpreters.Features.Pool;

/// <summary>What an assignment is paid: all rate rules with their periods, demo rules marked.</summary>
internal static class ListRateRules
{
    /// <summary>All rules.</summary>
    public sealed record Response(IReadOnlyList<Item> Items, string? Next);

    /// <summary>A rule.</summary>
    public sealed record Item(
        string Key, string TitleDe, DateOnly ValidFrom, DateOnly? ValidUntil, IReadOnlyList<int> Levels, IReadOnlyList<string> Modes,
        int UnitMinutes, decimal UnitEur, int MinimumUnits, bool TravelTimeCounts, decimal TravelFreeKm, decimal KmRateEur, bool Demo);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/rate-rules", Handle)
        .WithName(nameof(ListRateRules))
        .WithSummary("Rate rules")
        .WithDescription("The rule in force on the day of the talk decides. `validUntil` is exclusive.")
        .RequireAuthorization(InterpretersPolicies.ReadRules);

    private static async Task<Ok<Response>> Handle(InterpretersDb db, CancellationToken ct)
    {
        var rules = await db.RateRules.AsNoTracking().OrderBy(rule => rule.Key).ThenBy(rule => rule.ValidFrom).ToListAsync(ct);
        return TypedResults.Ok(new Response([.. rules.Select(ToItem)], null));
    }

    private static Item ToItem(RateRule rule) => new(
        rule.Key, rule.Title, rule.ValidFrom, rule.ValidUntil, rule.Levels, rule.Modes, rule.Terms.UnitMinutes, rule.Terms.UnitEur,
        rule.Terms.MinimumUnits, rule.Terms.TravelTimeCounts, rule.Terms.TravelFreeKm, rule.Terms.KmRateEur, rule.Demo);
}
