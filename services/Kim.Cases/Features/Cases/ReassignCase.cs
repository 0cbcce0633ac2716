using Kim.Cases.Data;
using Kim.Contracts.Vocabulary;
using Kim.ServiceDefaults;
using Kim.ServiceKit.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Cases.Features;

/// <summary>Gives a case to another case manager: a right of the Fachaufsicht at the KI, whatever the employer (S-40, domain.md 3.5).</summary>
internal static class ReassignCase
{
    public sealed record Request(Guid AccountId);

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/cases/{id:guid}/responsible", Handle)
        .WithName(nameof(ReassignCase))
        .WithSummary("Reassign a case")
        .WithDescription("Makes an active account with the role CASE_MANAGER responsible. Needs If-Match.")
        .RequireAuthorization(CasesPolicies.Reassign)
        .ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, CaseWork work, HttpRequest http, CancellationToken ct)
    {
        var found = await work.Db.Cases.VisibleTo(work.Actor).SingleOrDefaultAsync(row => row.Id == id, ct);
        if (found is null) return Error.NotFound("case").ToProblem();
        if (work.Db.CheckMatch(found, http.Headers.IfMatch) is { } stale) return stale.ToProblem();
        var account = await work.Db.Accounts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.AccountId, ct);
        if (account is not { MayAct: true } || !account.Roles.Contains(Roles.CaseManager))
            return Error.Invalid("no-case-manager", "This is no active account of a case manager.", "accountId").ToProblem();
        if (found.Reassign(account.Id).Error is { } refused) return refused.ToProblem();
        await work.SaveAsync(found, ct, assigned: true);
        return TypedResults.NoContent();
    }
}
