using Kim.Identity.Data;
using Kim.Results;
using Kim.ServiceDefaults;
using Kim.ServiceKit.Accounts;
using Kim.ServiceKit.Audit;
using Kim.ServiceKit.Fields;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Identity.Features.Accounts;

/// <summary>One's own account: what the portal greets with and shows as rights.</summary>
public static class GetOwnAccount
{
    /// <summary>The account of the caller; module and Fachaufsicht are those of the position that it holds today.</summary>
    public sealed record Response(
        Guid Id, [property: Field(FieldClass.Personal)] string UserName, [property: Field(FieldClass.Personal)] string DisplayName,
        IReadOnlyList<string> Roles, string Organisation, string? Team, IReadOnlyList<string> Ags, string? Position,
        string? Module, string? Fachaufsicht);

    internal static void Map(RouteGroupBuilder api) => api.MapGet("/accounts/me", HandleAsync)
        .WithName(nameof(GetOwnAccount))
        .WithSummary("Own account")
        .WithDescription("Name and rights of the account behind the token, with module and Fachaufsicht of its position.")
        .RequireAuthorization(IdentityPolicies.Own)
        .ProducesProblem(404);

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> HandleAsync(Actor actor, IdentityDb db, AuditBook audit, CancellationToken ct)
    {
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(row => row.Id == actor.AccountId, ct);
        if (user is null) return Error.NotFound("account").ToProblem();
        var standing = await db.Standings.AsNoTracking().SingleOrDefaultAsync(row => row.AccountId == actor.AccountId, ct);
        audit.Read("account", user.Id);
        return TypedResults.Ok(new Response(
            user.Id, user.UserName, user.DisplayName, actor.Roles, actor.Organisation, actor.Team, actor.Ags, actor.Position,
            standing?.Module, standing?.Fachaufsicht));
    }
}
