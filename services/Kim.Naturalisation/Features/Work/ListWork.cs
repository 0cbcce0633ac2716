using Kim.Naturalisation.Domain.Checking;
using Kim.Naturalisation.Domain.Procedure;

namespace Kim.Naturalisation.Features.Work;

/// <summary>What waits: checks whose law has changed since, and suspended decisions to look at again.</summary>
internal static class ListWork
{
    /// <summary>A piece of work.</summary>
    public sealed record Item(
        Guid ReferralId, [property: Field(FieldClass.Special)] string Reason, string State, Guid CheckId, DateOnly CheckedFor, string CheckedUnder, string RulesNow,
        [property: Field(FieldClass.Special)] string Overall);

    internal sealed record Key(Guid Id);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/worklist", Handle)
        .WithName(nameof(ListWork))
        .WithSummary("Work list")
        .WithDescription(
            "RULE_SET_CHANGED: the rules that apply today, or on the day checked for when that lies ahead, are not those of the newest check: check again. "
            + "SUSPENDED: an investigation was pending (§ 12a(3)). Only open procedures with a consent that stands.")
        .RequireAuthorization(NaturalisationPolicies.ReadWork);

    private static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle(
        [AsParameters] PageRequest page, CheckDesk desk, CancellationToken ct)
    {
        if (page.Read<Key>() is var start && start.Error is { } error) return error.ToProblem();
        var (db, today, after) = (desk.Db, desk.Today, start.Value.After?.Id);
        var rows = await (
            from referral in db.Referrals.AsNoTracking()
            where referral.LastCheck != null && referral.State != ProcedureStates.HandedOver
                && (referral.Decision == null || referral.Decision.Outcome == DecisionOutcomes.Granted)
                && (referral.WithdrawnVersion == null || referral.WithdrawnVersion <= referral.ReferredVersion)
                && (after == null || referral.Id > after)
            let day = referral.LastCheck!.DecisionOn < today ? today : referral.LastCheck.DecisionOn
            from rules in db.RuleSets
            where rules.SupersededAt == null && rules.ValidFrom <= day && (rules.ValidUntil == null || day < rules.ValidUntil)
            let changed = rules.Key != referral.LastCheck!.RuleSet || rules.Revision != referral.LastCheck.Revision
            where changed || referral.LastCheck!.Overall == Outcomes.Suspended
            orderby referral.Id
            select new { referral.Id, referral.State, Check = referral.LastCheck, rules.Key, rules.Revision, changed })
            .Take(start.Value.Take + 1).ToListAsync(ct);
        desk.Audit.Search("referral", rows.Take(start.Value.Take).Select(row => row.Id));
        return TypedResults.Ok(Page.Of(
            rows.ConvertAll(row => new Item(
                row.Id, row.changed ? "RULE_SET_CHANGED" : "SUSPENDED", row.State, row.Check!.CheckId, row.Check.DecisionOn,
                $"{row.Check.RuleSet}.{row.Check.Revision}", $"{row.Key}.{row.Revision}", row.Check.Overall)),
            start.Value.Take, item => new Key(item.ReferralId)));
    }
}
