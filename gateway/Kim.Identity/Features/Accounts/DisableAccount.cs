using Kim.Results;
using Kim.ServiceDefaults;
using Kim.ServiceKit.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kim.Identity.Features.Accounts;

/// <summary>Ends an account's access: no new token from this moment, and each service refuses the old ones within seconds.</summary>
public static class DisableAccount
{
    internal static void Map(RouteGroupBuilder api) => api.MapPost("/accounts/{id:guid}/disable", HandleAsync)
        .WithName(nameof(DisableAccount))
        .WithSummary("Disable an account")
        .WithDescription("Takes If-Match. Publishes AccountChanged and AccountDisabled. The account stays readable in the history.")
        .RequireAuthorization(IdentityPolicies.Write)
        .ProducesProblem(404).ProducesProblem(412).ProducesProblem(428);

    private static async Task<Results<Ok<AccountView>, ProblemHttpResult>> HandleAsync(
        Guid id, [FromHeader(Name = "If-Match")] string? ifMatch, [AsParameters] ChangeServices services, CancellationToken ct)
    {
        var db = services.Db;
        if (id == services.Actor.AccountId) return ChangeAccount.OwnAccount.ToProblem();
        var account = await db.Accounts.SingleOrDefaultAsync(row => row.Id == id, ct);
        if (account is null) return Error.NotFound("account").ToProblem();
        if (db.CheckMatch(account, ifMatch) is { } stale) return stale.ToProblem();

        await services.Book.DisableAsync(account, ct);
        services.Audit.Change("account", id);
        await db.SaveChangesAsync(ct);
        services.Http.SetETag(db.ETagOf(account));
        return TypedResults.Ok(await AccountView.OfAsync(db, account, ct));
    }
}
