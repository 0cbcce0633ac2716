namespace Kim.Interpreters.Features.Settlements;

/// <summary>What was paid, for the desk and for the proof of the funds. Names nobody: a settlement is known by its request.</summary>
internal static class ListSettlements
{
    /// <summary>A settlement.</summary>
    public sealed record Item(
        Guid RequestId, DateOnly TalkOn, DateOnly SettledOn, int Minutes, string RateRule, DateOnly ValidFrom, decimal TotalEur,
        IReadOnlyList<Line> Lines);

    /// <summary>A line with the pot that bears it.</summary>
    public sealed record Line(string Kind, string Pot, decimal Units, decimal UnitEur, decimal AmountEur);

    internal sealed record Key(DateOnly SettledOn, Guid RequestId);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/settlements", Handle)
        .WithName(nameof(ListSettlements))
        .WithSummary("Settlements")
        .WithDescription("Oldest payment first; `year` filters by the year of the payment.")
        .RequireAuthorization(InterpretersPolicies.ReadSettlements);

    private static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle(
        [Range(2000, 2100)] int? year, [AsParameters] PageRequest page, InterpretersDb db, AuditBook audit, CancellationToken ct)
    {
        if (page.Read<Key>() is var start && start.Error is { } error) return error.ToProblem();
        var query = db.Settlements.AsNoTracking();
        if (year is { } of)
        {
            var (first, next) = (new DateOnly(of, 1, 1), new DateOnly(of + 1, 1, 1));
            query = query.Where(settlement => settlement.SettledOn >= first && settlement.SettledOn < next);
        }

        if (start.Value.After is { } after)
            query = query.Where(settlement => EF.Functions.GreaterThan(
                ValueTuple.Create(settlement.SettledOn, settlement.BookingId), ValueTuple.Create(after.SettledOn, after.RequestId)));
        var found = await query.OrderBy(settlement => settlement.SettledOn).ThenBy(settlement => settlement.BookingId)
            .Take(start.Value.Take + 1).ToListAsync(ct);
        audit.Search("booking", found.Take(start.Value.Take).Select(paid => paid.BookingId));
        return TypedResults.Ok(Page.Of([.. found.Select(ToItem)], start.Value.Take, (Item item) => new Key(item.SettledOn, item.RequestId)));
    }

    private static Item ToItem(Settlement paid) => new(
        paid.BookingId, paid.TalkOn, paid.SettledOn, paid.Minutes, paid.RateRule, paid.RateRuleValidFrom, paid.TotalEur,
        [.. paid.Lines.OrderBy(line => line.Position)
            .Select(line => new Line(line.Kind, line.Pot, line.Units, line.UnitEur, line.AmountEur))]);
}
