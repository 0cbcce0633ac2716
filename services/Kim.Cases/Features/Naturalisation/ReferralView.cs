using Kim.Cases.Data;
using Kim.Cases.Domain;
using Kim.ServiceKit.Fields;
using Microsoft.EntityFrameworkCore;

namespace Kim.Cases.Features;

/// <summary>A referral to the EBH as the case shows it: how far the procedure is, without any reason of the authority.</summary>
/// <param name="Id">The referral, under which naturalisation knows the person.</param>
/// <param name="ReferredOn">The day of the referral.</param>
/// <param name="State">REFERRED, COUNSELLED, APPLIED, GRANTED, REFUSED, WITHDRAWN, CONFERRED or CONSENT_ENDED.</param>
/// <param name="Route">Route of the newest application: STAG_10, STAG_9 or STAG_8.</param>
/// <param name="ConsentId">The consent behind it.</param>
/// <param name="ConsentEndedAt">When the consent ended; from then on nothing is passed on.</param>
/// <param name="Steps">What naturalisation told, in its order.</param>
internal sealed record ReferralView(
    Guid Id, DateOnly ReferredOn, string State, [property: Field(FieldClass.Special)] string? Route, Guid ConsentId, DateTimeOffset? ConsentEndedAt,
    IReadOnlyList<ReferralView.StepView> Steps)
{
    /// <summary>A step: COUNSELLING, APPLICATION (with route), DECISION (with outcome) or CONFERRAL.</summary>
    public sealed record StepView(string Kind, DateOnly On, [property: Field(FieldClass.Special)] string? Route, [property: Field(FieldClass.Special)] string? Outcome);

    /// <summary>The referrals of a case, oldest first.</summary>
    public static async Task<IReadOnlyList<ReferralView>> OfCaseAsync(CasesDb db, Guid caseId, CancellationToken ct)
    {
        var referrals = await db.Referrals.AsNoTracking().Where(referral => referral.CaseId == caseId).OrderBy(referral => referral.ReferredAt).ThenBy(referral => referral.Id).ToListAsync(ct);
        if (referrals.Count == 0) return [];
        var ids = referrals.ConvertAll(referral => referral.Id);
        var steps = await db.ReferralSteps.AsNoTracking().Where(step => ids.Contains(step.ReferralId)).OrderBy(step => step.Version).ThenBy(step => step.Kind).ToListAsync(ct);
        return referrals.ConvertAll(referral => Of(referral, steps.FindAll(step => step.ReferralId == referral.Id)));
    }

    private static ReferralView Of(Referral referral, List<ReferralStep> steps) => new(
        referral.Id, referral.ReferredOn, ReferralStates.Of(steps, referral.ConsentEndedAt is not null),
        steps.FindLast(step => step.Kind == ReferralStep.Application)?.Route, referral.ConsentId, referral.ConsentEndedAt,
        steps.ConvertAll(step => new StepView(step.Kind, step.On, step.Route, step.Outcome)));
}
