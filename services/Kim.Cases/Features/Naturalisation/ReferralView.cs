using Kim.Cases.Data;
using Kim.Cases.Domain;
using Kim.ServiceKit.Fields;
using Microsoft.EntityFrameworkCore;
using Npgsql;

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
    public static IReadOnlyList<ReferralView> Of(NpgsqlDataReader sheet) => [.. sheet.Part<ReferralRow>("referrals").Select(row => Of(row, row.Steps ?? []))];

    /// <summary>Whether a referral of the case is still under way.</summary>
    public static async Task<bool> OneRunsAsync(CasesDb db, Guid caseId, CancellationToken ct)
    {
        var running = await db.Referrals.AsNoTracking().Where(referral => referral.CaseId == caseId && referral.ConsentEndedAt == null).Select(referral => referral.Id).ToListAsync(ct);
        var steps = await db.ReferralSteps.AsNoTracking().Where(step => running.Contains(step.ReferralId)).ToListAsync(ct);
        return running.Exists(referral => ReferralStates.Open(ReferralStates.Of(steps.FindAll(step => step.ReferralId == referral), consentEnded: false)));
    }

    private static ReferralView Of(ReferralRow referral, IReadOnlyList<ReferralStep> steps) => new(
        referral.Id, referral.ReferredOn, ReferralStates.Of(steps, referral.ConsentEndedAt is not null),
        steps.LastOrDefault(step => step.Kind == ReferralStep.Application)?.Route, referral.ConsentId, referral.ConsentEndedAt,
        [.. steps.Select(step => new StepView(step.Kind, step.On, step.Route, step.Outcome))]);
}
