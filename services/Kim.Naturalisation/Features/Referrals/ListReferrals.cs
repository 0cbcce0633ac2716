using Kim.Contracts.Vocabulary;
using Kim.Naturalisation.Domain.Procedure;

namespace Kim.Naturalisation.Features.Referrals;

/// <summary>The officer's list of referrals, without any fact about a person.</summary>
internal static class ListReferrals
{
    /// <summary>A referral in the list.</summary>
    public sealed record Item(
        Guid Id, DateOnly ReferredOn, string State, bool ConsentWithdrawn, [property: Field(FieldClass.Special)] string? Route,
        [property: Field(FieldClass.Special)] DateOnly? AppliedOn,
        [property: Field(FieldClass.Special)] string? Outcome, [property: Field(FieldClass.Special)] DateOnly? HandedOverOn,
        [property: Field(FieldClass.Special)] DateOnly? LastCheckedFor, [property: Field(FieldClass.Special)] string? LastOverall,
        [property: Field(FieldClass.Special)] DateOnly? FirstPossibleOn, [property: Field(FieldClass.Special)] DateOnly? RestrictedUntil);

    internal sealed record Key(DateOnly ReferredOn, Guid Id);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/referrals", Handle)
        .WithName(nameof(ListReferrals))
        .WithSummary("Referrals")
        .WithDescription("In the order of their days. `state` filters by one state: EINGEGANGEN, BERATUNG, ANTRAG, ENTSCHEIDUNG, AUSHAENDIGUNG.")
        .RequireAuthorization(NaturalisationPolicies.ReadReferrals);

    private static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle(
        string? state, [AsParameters] PageRequest page, Actor actor, NaturalisationDb db, AuditBook audit, CancellationToken ct)
    {
        if (state is not null && !ProcedureStates.All.Contains(state)) return Error.Invalid("state-unknown", "There is no such state.", "state").ToProblem();
        if (page.Read<Key>() is var start && start.Error is { } error) return error.ToProblem();

        // Restricted files are shown to the data protection officer, and nothing else to her.
        var restricted = !actor.Has(Roles.NaturalisationOfficer);
        var query = db.Referrals.AsNoTracking().Where(referral => referral.ReferredVersion > 0 && (referral.RestrictedUntil != null) == restricted && (state == null || referral.State == state));
        if (start.Value.After is { } after)
            query = query.Where(referral => EF.Functions.GreaterThan(
                ValueTuple.Create(referral.ReferredOn!.Value, referral.Id), ValueTuple.Create(after.ReferredOn, after.Id)));
        var items = await query.OrderBy(referral => referral.ReferredOn).ThenBy(referral => referral.Id).Take(start.Value.Take + 1)
            .Select(referral => new Item(
                referral.Id, referral.ReferredOn!.Value, referral.State,
                referral.WithdrawnVersion != null && referral.WithdrawnVersion > referral.ReferredVersion, referral.Route, referral.AppliedOn,
                referral.Decision!.Outcome, referral.HandedOverOn, referral.LastCheck!.DecisionOn, referral.LastCheck!.Overall, referral.LastCheck!.FirstPossibleOn,
                referral.RestrictedUntil))
            .ToListAsync(ct);
        audit.Search("referral", items.Take(start.Value.Take).Select(item => item.Id));
        return TypedResults.Ok(Page.Of(items, start.Value.Take, item => new Key(item.ReferredOn, item.Id)));
    }
}
