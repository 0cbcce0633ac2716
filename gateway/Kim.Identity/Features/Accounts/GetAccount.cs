using Kim.Identity.Data;
using Kim.Results;
using Kim.ServiceDefaults;
using Kim.ServiceKit.Audit;
using Kim.ServiceKit.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Identity.Features.Accounts;

/// <summary>One account with its version, to change it.</summary>
public static class GetAccount
{
    internal static void Map(RouteGroupBuilder api) => api.MapGet("/accounts/{id:guid}", HandleAsync)
        .WithName(nameof(GetAccount))
        .WithSummary("One account")
        .WithDescription("Rights of an account, without its name; the ETag is what a change needs.")
        .RequireAuthorization(IdentityPolicies.Read)
        .ProducesProblem(404);

    private static async Task<Results<Ok<AccountView>, ProblemHttpResult>> HandleAsync(
        Guid id, IdentityDb db, AuditBook audit, HttpContext http, CancellationToken ct)
    {
        var account = await db.Accounts.SingleOrDefaultAsync(row => row.Id == id, ct);
        if (account is null) return Error.NotFound("account").ToProblem();
        audit.Read("account", id);
        http.SetETag(db.ETagOf(account));
        return TypedResults.Ok(await AccountView.OfAsync(db, account, ct));
    }
}
