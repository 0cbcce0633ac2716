using System.ComponentModel.DataAnnotations;
using Kim.Identity.Data;
using Kim.Identity.Domain;
using Kim.Results;
using Kim.ServiceDefaults;
using Kim.ServiceKit.Audit;
using Kim.ServiceKit.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Identity.Features.Accounts;

/// <summary>Opens an account. Nobody can sign in with it before its owner has used an invitation (<see cref="InviteAccount"/>).</summary>
public static class CreateAccount
{
    /// <summary>The account to open.</summary>
    public sealed record Request(
        [property: Required, StringLength(100, MinimumLength = 2), RegularExpression("^[A-Za-z0-9][A-Za-z0-9._@-]*$")] string UserName,
        [property: Required, StringLength(200, MinimumLength = 2)] string DisplayName,
        [property: Required, MaxLength(5)] IReadOnlyList<string> Roles,
        [property: Required, StringLength(100, MinimumLength = 1)] string Organisation,
        [property: StringLength(100)] string? Team = null,
        [property: MaxLength(400)] IReadOnlyList<string>? Ags = null,
        [property: StringLength(100)] string? Position = null);

    /// <summary>The new account.</summary>
    public sealed record Response(Guid Id);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/accounts", HandleAsync)
        .WithName(nameof(CreateAccount))
        .WithSummary("Open an account")
        .WithDescription("Publishes AccountChanged. Invite the person afterwards: only the invitation lets anybody in.")
        .RequireAuthorization(IdentityPolicies.Write)
        .ProducesProblem(409);

    private static async Task<Results<Created<Response>, ProblemHttpResult>> HandleAsync(
        Request request, IdentityDb db, AccountBook book, AuditBook audit, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        var rights = new AccountRights(request.Roles, request.Organisation, request.Team, request.Ags ?? [], request.Position);
        if (rights.Check() is { } wrong) return wrong.ToProblem();
        var name = KimUser.Normalize(request.UserName);
        if (await db.Users.AnyAsync(user => user.NormalizedName == name, ct))
            return (Error.Conflict("user-name-taken", "There is an account with this user name.") with { Field = "userName" }).ToProblem();

        var now = clock.GetUtcNow();
        var user = new KimUser
        {
            Id = Guid.CreateVersion7(now),
            UserName = request.UserName.Trim(),
            NormalizedName = name,
            DisplayName = request.DisplayName.Trim(),
            CreatedAt = now,
        };
        var account = await book.OpenAsync(user, rights, ct);
        audit.Change("account", account.Id);
        await db.SaveChangesAsync(ct);
        http.SetETag(db.ETagOf(account));
        return TypedResults.Created($"/api/v1/identity/accounts/{account.Id}", new Response(account.Id));
    }
}
