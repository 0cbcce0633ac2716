namespace Kim.Naturalisation.Features.Checks;

/// <summary>The checks of a referral, the newest first.</summary>
internal static class ListChecks
{
    /// <summary>A check in the list.</summary>
    public sealed record Item(
        Guid Id, string Kind, DateTimeOffset CheckedAt, [property: Field(FieldClass.Special)] DateOnly DecisionOn,
        [property: Field(FieldClass.Special)] DateOnly? ApplicationOn, [property: Field(FieldClass.Special)] string Route, string RuleSet, string RuleVersion,
        [property: Field(FieldClass.Special)] string Overall, [property: Field(FieldClass.Special)] string EffectiveOverall,
        [property: Field(FieldClass.Special)] DateOnly? FirstPossibleOn);

    internal sealed record Key(Guid Id);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/referrals/{id:guid}/checks", Handle)
        .WithName(nameof(ListChecks))
        .WithSummary("Checks of a referral")
        .WithDescription("The newest first, with the machine's overall outcome and the one after overrulings.")
        .RequireAuthorization(NaturalisationPolicies.ReadChecks)
        .ProducesProblem(404);

    private static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle(
        Guid id, [AsParameters] PageRequest page, NaturalisationDb db, AuditBook audit, CancellationToken ct)
    {
        if (page.Read<Key>() is var start && start.Error is { } error) return error.ToProblem();
        if (!await db.Referrals.AnyAsync(referral => referral.Id == id && referral.ReferredVersion > 0, ct)) return Error.NotFound("referral").ToProblem();
        var query = db.Checks.AsNoTracking().IgnoreAutoIncludes().Where(check => check.ReferralId == id);
        if (start.Value.After is { } after) query = query.Where(check => check.Id.CompareTo(after.Id) < 0);
        var rows = await query.OrderByDescending(check => check.Id).Take(start.Value.Take + 1)
            .Select(check => new { check.Id, check.Kind, check.CheckedAt, check.Result, check.Effective }).ToListAsync(ct);
        audit.Read("referral", id);
        return TypedResults.Ok(Page.Of(
            rows.ConvertAll(row => new Item(
                row.Id, row.Kind, row.CheckedAt, row.Result.DecisionOn, row.Result.ApplicationOn, row.Result.Route, row.Result.RuleSet, row.Result.RuleVersion,
                row.Result.Overall, row.Effective, row.Result.FirstPossibleOn)),
            start.Value.Take, item => new Key(item.Id)));
    }
}
