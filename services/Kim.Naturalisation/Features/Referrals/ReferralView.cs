using Kim.Naturalisation.Domain.Procedure;

namespace Kim.Naturalisation.Features.Referrals;

/// <summary>A referral with its procedure. The facts are personal data of a special category.</summary>
internal sealed record ReferralView(
    Guid Id, DateOnly ReferredOn, string State, IReadOnlyList<string> Allowed, long Version, bool ConsentWithdrawn, DateTimeOffset? ConsentWithdrawnAt,
    [property: Field(FieldClass.Special)] DateOnly? CounselledOn, [property: Field(FieldClass.Special)] string? Route,
    [property: Field(FieldClass.Special)] DateOnly? AppliedOn,
    [property: Field(FieldClass.Special)] Decision? Decision, [property: Field(FieldClass.Special)] DateOnly? HandedOverOn,
    [property: Field(FieldClass.Special)] LastCheck? LastCheck,
    [property: Field(FieldClass.Restricted)] ReferralView.PulledView? Facts, IReadOnlyList<ReferralView.BarView> BarEntries,
    [property: Field(FieldClass.Special)] DateOnly? RestrictedUntil, [property: Field(FieldClass.Special)] string? RestrictionDuty)
{
    /// <summary>The newest facts that cases disclosed.</summary>
    internal sealed record PulledView(Guid Id, DateTimeOffset PulledAt, [property: Field(FieldClass.Special)] Disclosure Disclosure);

    /// <summary>An entry of § 35a; `until` is the first day after the bar.</summary>
    internal sealed record BarView(Guid Id, [property: Field(FieldClass.Restricted)] string Kind, [property: Field(FieldClass.Restricted)] DateOnly? UnappealableOn, [property: Field(FieldClass.Restricted)] DateOnly? Until);

    /// <summary>Reads what belongs to a referral.</summary>
    public static async Task<ReferralView> OfAsync(Referral referral, NaturalisationDb db, CancellationToken ct)
    {
        var facts = await db.LatestFactsAsync(referral.Id, ct);
        var entries = await db.BarEntries.AsNoTracking().Where(entry => entry.ReferralId == referral.Id).OrderBy(entry => entry.Id).ToListAsync(ct);
        var years = entries.Count == 0 ? null : (await db.RulesAsync(ct)).Sets.Select(set => set.Bar?.Years).LastOrDefault(bar => bar is not null);
        return new ReferralView(
            referral.Id, referral.ReferredOn!.Value, referral.State, referral.Allowed, referral.Version, referral.ConsentWithdrawn,
            referral.ConsentWithdrawn ? referral.WithdrawnAt : null, referral.CounselledOn, referral.Route, referral.AppliedOn, referral.Decision,
            referral.HandedOverOn, referral.LastCheck, facts is null ? null : new PulledView(facts.Id, facts.PulledAt, facts.Disclosure),
            [.. entries.Select(entry => new BarView(entry.Id, entry.Kind, entry.UnappealableOn, years is { } length ? entry.Until(length) : null))],
            referral.RestrictedUntil, referral.RestrictionDuty);
    }
}

/// <summary>Where a procedure stands after a step.</summary>
internal sealed record StepView(Guid Id, string State, IReadOnlyList<string> Allowed, long Version)
{
    public static StepView Of(Referral referral) => new(referral.Id, referral.State, referral.Allowed, referral.Version);
}
