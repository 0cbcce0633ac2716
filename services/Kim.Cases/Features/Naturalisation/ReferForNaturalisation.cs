using Kim.Cases.Domain;
using Kim.Contracts.Cases;
using Kim.ServiceDefaults;
using Kim.ServiceKit.Messaging;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Cases.Features;

/// <summary>
/// Refers the person to the Einbürgerungsbehörde. What leaves is a random id; the facts are pulled under it, as long as the consent
/// holds (domain.md 7.2: nothing flows from cases to the EBH by itself).
/// </summary>
internal static class ReferForNaturalisation
{
    public sealed record Request;

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/cases/{id:guid}/naturalisation-referrals", Handle)
        .WithName(nameof(ReferForNaturalisation))
        .WithSummary("Refer the person to the EBH")
        .WithDescription("Needs a consent that is valid today, names an agency of the type EBH, allows to give (GIVE or BOTH) and covers STAMMDATEN and AUFENTHALT: else 409 with the guard CONSENT_EBH or DATA_CATEGORIES. One open referral per case (ONE_OPEN_REFERRAL).")
        .RequireAuthorization(CasesPolicies.Write)
        .ProducesProblem(404).ProducesProblem(409);

    private static async Task<Results<Created<Added>, ProblemHttpResult>> Handle(
        Guid id, Request? _, CaseWork work, EventBook events, CancellationToken ct)
    {
        var found = await work.FindAsync(id, cases => cases.Include(row => row.Consents), ct);
        if (found.Error is { } error) return error.ToProblem();
        var referral = found.Value.Refer(work.Act());
        if (referral.Error is { } refused) return refused.ToProblem();
        // The case's row is locked: nobody refers the same person at the same moment.
        if (await ReferralView.OneRunsAsync(work.Db, id, ct))
            return new Error("referral-open", "The person is referred already, and that procedure goes on.", 409) { Guard = Guards.OneOpenReferral }.ToProblem();

        work.Db.AddRange(referral.Value, ReferralDoor.To(referral.Value));
        events.Add(referral.Value.Id, new NaturalisationReferred { ReferralId = referral.Value.Id, Version = referral.Value.Version, ReferredOn = referral.Value.ReferredOn });
        await work.SaveAsync(found.Value, ct);
        return Added.To(id, referral.Value.Id);
    }
}
