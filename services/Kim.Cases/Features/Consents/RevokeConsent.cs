using Kim.Cases.Data;
using Kim.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Cases.Features;

/// <summary>
/// Records that the person takes a consent back: new disclosures end at once, proof of lawful ones stays (domain.md 3.4). Who holds
/// a referral under it is told.
/// </summary>
internal static class RevokeConsent
{
    public sealed record Request;

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/cases/{id:guid}/consents/{consentId:guid}/revocation", Handle)
        .WithName(nameof(RevokeConsent))
        .WithSummary("Revoke a consent")
        .WithDescription("Works at once and on closed cases too; a second revocation changes nothing.")
        .RequireAuthorization(CasesPolicies.Write)
        .ProducesProblem(404);

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Guid consentId, Request? _, CaseWork work, ReferralBook referrals, CancellationToken ct)
    {
        var found = await work.FindAsync(id, cases => cases.Include(row => row.Consents), ct);
        if (found.Error is { } error) return error.ToProblem();
        var act = work.Act();
        if (found.Value.RevokeConsent(consentId, act).Error is { } refused) return refused.ToProblem();
        await referrals.EndByConsentAsync(consentId, act.At, ct);
        await work.SaveAsync(found.Value, ct);
        return TypedResults.NoContent();
    }
}
