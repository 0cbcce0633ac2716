namespace Kim.Funding.Features;

/// <summary>What the Land pays per position while valid, and how a year is cut by the time of occupancy (domain.md 2.3).</summary>
internal static class ListLumpSums
{
    /// <summary>All lump sums.</summary>
    public sealed record Response(IReadOnlyList<Item> Items, IReadOnlyList<Rule> ProRating, string? Next);

    /// <summary>A lump sum.</summary>
    public sealed record Item(
        string Key, [property: Description("POSITION (per 1.0 VZÄ), ASSISTANCE or WORKPLACE.")] string Kind, IReadOnlyList<string> Modules, decimal YearlyEur,
        DateOnly ValidFrom, [property: Description("Exclusive.")] DateOnly? ValidUntil, bool Assumed, IReadOnlyList<string> Sources);

    /// <summary>A pro-rating rule.</summary>
    public sealed record Rule(
        [property: Description("WHOLE_MONTHS, STARTED_MONTHS or DAILY.")] string Code, DateOnly ValidFrom, DateOnly? ValidUntil, bool Assumed, IReadOnlyList<string> Sources);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/lump-sums", Handle)
        .WithName(nameof(ListLumpSums))
        .WithSummary("Lump sums per position")
        .WithDescription("All periods; a dozen rows, so one page.")
        .RequireAuthorization(FundingPolicies.ReadMoney);

    private static async Task<Ok<Response>> Handle(FundingWork work, CancellationToken ct)
    {
        var sums = await work.Db.LumpSums.AsNoTracking().OrderBy(row => row.ValidFrom).ThenBy(row => row.Key).ToListAsync(ct);
        var rules = await work.Db.ProRatingRules.AsNoTracking().OrderBy(row => row.ValidFrom).ToListAsync(ct);
        return TypedResults.Ok(new Response(
            [.. sums.Select(row => new Item(row.Key, row.Kind, row.Modules, row.YearlyEur, row.ValidFrom, row.ValidUntil, row.Provenance.Assumed, row.Provenance.Sources))],
            [.. rules.Select(row => new Rule(row.Rule, row.ValidFrom, row.ValidUntil, row.Provenance.Assumed, row.Provenance.Sources))],
            null));
    }
}
