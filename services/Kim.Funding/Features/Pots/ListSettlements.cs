namespace Kim.Funding.Features;

/// <summary>Paid interpreter assignments as the pool reported them, each line checked against the rule of its pot.</summary>
internal static class ListSettlements
{
    /// <summary>A settlement; it names nobody.</summary>
    public sealed record Item(
        Guid BookingRef, long Version, DateOnly SettledOn, int Minutes, string RateRule, DateOnly RateRuleValidFrom, decimal TotalEur, IReadOnlyList<Line> Lines);

    /// <summary>What a pot was charged with.</summary>
    public sealed record Line(
        string Pot, string Kind, decimal AmountEur,
        [property: Description("POT_UNKNOWN, KIND_NOT_BORNE or POT_WITHOUT_MONEY; null when the rule allows it.")] string? Flag, string? FlagDe);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/settlements", Handle)
        .WithName(nameof(ListSettlements))
        .WithSummary("Interpreter settlements")
        .WithDescription("Oldest first. `year` filters by the day of settlement, `flagged` to those with a line that its pot may not bear. The search is on record.")
        .RequireAuthorization(FundingPolicies.ReadMoney);

    private static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle(
        [AsParameters] PageRequest page, [Range(2000, 2100)] int? year, bool? flagged, FundingWork work, CancellationToken ct)
    {
        if (page.Read<AfterDay>() is var start && start.Error is { } error) return error.ToProblem();
        var query = work.Db.Settlements.AsNoTracking().Where(row => flagged == null || row.Lines.Any(line => line.Flag != null) == flagged);
        if (year is { } of)
        {
            var (first, next) = (new DateOnly(of, 1, 1), new DateOnly(of + 1, 1, 1));
            query = query.Where(row => row.SettledOn >= first && row.SettledOn < next);
        }

        if (start.Value.After is { } after)
            query = query.Where(row => EF.Functions.GreaterThan(ValueTuple.Create(row.SettledOn, row.BookingRef), ValueTuple.Create(after.On, after.Id)));
        var found = await query.OrderBy(row => row.SettledOn).ThenBy(row => row.BookingRef).Take(start.Value.Take + 1).ToListAsync(ct);
        work.Audit.Search("settlement", found.Take(start.Value.Take).Select(row => row.BookingRef));
        await work.Db.SaveChangesAsync(ct);
        return TypedResults.Ok(Page.Of([.. found.Select(ToItem)], start.Value.Take, (Item item) => new AfterDay(item.SettledOn, item.BookingRef)));
    }

    private static Item ToItem(Settlement row) => new(
        row.BookingRef, row.Version, row.SettledOn, row.Minutes, row.RateRule, row.RateRuleValidFrom, row.TotalEur,
        [
            .. row.Lines.OrderBy(line => line.Number)
                .Select(line => new Line(line.Pot, line.Kind, line.AmountEur, line.Flag, line.Flag is null ? null : Texts.OfReason(line.Flag))),
        ]);
}
