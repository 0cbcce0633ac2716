using Kim.Naturalisation.Domain.Rules;

namespace Kim.Naturalisation.Features.Rules;

/// <summary>The law as data: rule sets with their periods, parameters and sources.</summary>
internal static class ListRuleSets
{
    internal sealed record Key(DateOnly ValidFrom, string RuleSet);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/rule-sets", Handle)
        .WithName(nameof(ListRuleSets))
        .WithSummary("Rule sets of the StAG")
        .WithDescription("In the order of their periods (validUntil is exclusive), each with its parameters, sources and revision. `asOf` picks the one that governs decisions of a day.")
        .RequireAuthorization(NaturalisationPolicies.ReadRules);

    private static async Task<Results<Ok<Page<RuleSet>>, ProblemHttpResult>> Handle(
        DateOnly? asOf, [AsParameters] PageRequest page, NaturalisationDb db, CancellationToken ct)
    {
        if (page.Read<Key>() is var start && start.Error is { } error) return error.ToProblem();
        var query = db.RuleSets.AsNoTracking().Where(row => row.SupersededAt == null);
        if (asOf is { } day) query = query.Where(row => row.ValidFrom <= day && (row.ValidUntil == null || day < row.ValidUntil));
        if (start.Value.After is { } after) query = query.Where(row => row.ValidFrom > after.ValidFrom);
        var sets = await query.OrderBy(row => row.ValidFrom).Take(start.Value.Take + 1).Select(row => row.Rules).ToListAsync(ct);
        return TypedResults.Ok(Page.Of(sets, start.Value.Take, set => new Key(set.ValidFrom, set.Key)));
    }
}
