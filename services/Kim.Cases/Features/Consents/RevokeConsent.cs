using Kim.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Cases.Features;

/// <summary>Records that the person takes a consent back: new disclosures end at once, proof of lawful ones stays (domain.md 3.4).</summary>
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

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(Guid id, Guid consentId, Request? _, CaseWork work, CancellationToken ct)
    {
        var found = await work.FindAsync(id, cases => cases.Include(row => row.Consents), ct);
        if (found.Error is { } error) return error.ToProblem();
        if (found.Value.RevokeConsent(consentId, work.Act()).Error is { } refused) return refused.ToProblem();
        await work.SaveAsync(found.Value, ct);
        return TypedResults.NoContent();
    }
}
