using System.ComponentModel.DataAnnotations;
using Kim.Identity.Data;
using Kim.Results;
using Kim.ServiceDefaults;
using Kim.ServiceKit.Accounts;
using Kim.ServiceKit.Audit;
using Kim.ServiceKit.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kim.Identity.Features.Accounts;

/// <summary>Changes what an account may do. Nobody changes the own rights: that takes a second person.</summary>
public static class ChangeAccount
{
    /// <summary>The rights from now on.</summary>
    public sealed record Request(
        [property: Required, MaxLength(5)] IReadOnlyList<string> Roles,
        [property: Required, StringLength(100, MinimumLength = 1)] string Organisation,
        [property: StringLength(100)] string? Team = null,
        [property: MaxLength(400)] IReadOnlyList<string>? Ags = null,
        [property: StringLength(100)] string? Position = null,
        bool? Active = null);

    internal static readonly Error OwnAccount = Error.Forbidden("own-account", "Nobody changes the own account: ask a second person.");

    internal static void Map(RouteGroupBuilder api) => api.MapPut("/accounts/{id:guid}", HandleAsync)
        .WithName(nameof(ChangeAccount))
        .WithSummary("Change an account's rights")
        .WithDescription("Takes If-Match. Publishes AccountChanged; the services follow within seconds. 'active' opens a disabled account again. Roles and position are the account's own (ownRoles, ownPosition); what a position of funding gives stays beside them.")
        .RequireAuthorization(IdentityPolicies.Write)
        .ProducesProblem(404).ProducesProblem(412).ProducesProblem(428);

    private static async Task<Results<Ok<AccountView>, ProblemHttpResult>> HandleAsync(
        Guid id, Request request, [FromHeader(Name = "If-Match")] string? ifMatch, [AsParameters] ChangeServices services, CancellationToken ct)
    {
        var db = services.Db;
        var rights = new AccountRights(request.Roles, request.Organisation, request.Team, request.Ags ?? [], request.Position);
        if (rights.Check() is { } wrong) return wrong.ToProblem();
        if (id == services.Actor.AccountId) return OwnAccount.ToProblem();
        var account = await db.Accounts.SingleOrDefaultAsync(row => row.Id == id, ct);
        if (account is null) return Error.NotFound("account").ToProblem();
        if (db.CheckMatch(account, ifMatch) is { } stale) return stale.ToProblem();

        await services.Book.ChangeAsync(account, rights, request.Active, ct);
        services.Audit.Change("account", id);
        await db.SaveChangesAsync(ct);
        services.Http.SetETag(db.ETagOf(account));
        return TypedResults.Ok(await AccountView.OfAsync(db, account, ct));
    }
}

/// <summary>What every change of an account works with.</summary>
internal sealed record ChangeServices(IdentityDb Db, AccountBook Book, AuditBook Audit, Actor Actor, HttpContext Http);
