using Kim.Identity.Data;
using Kim.Identity.SignIn;
using Kim.Results;
using Kim.ServiceDefaults;
using Kim.ServiceKit.Accounts;
using Kim.ServiceKit.Audit;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Identity.Features.Accounts;

/// <summary>
/// Opens the way into an account, also after a lost phone. A PUT, because the answer holds a secret and answers to POST are
/// kept for replay; a repeated call makes a new link and ends the earlier one.
/// </summary>
public static class InviteAccount
{
    /// <summary>The link to hand over in person or by a second channel.</summary>
    public sealed record Response(Uri SetupUrl, DateTimeOffset ValidUntil);

    internal static void Map(RouteGroupBuilder api) => api.MapPut("/accounts/{id:guid}/invitation", HandleAsync)
        .WithName(nameof(InviteAccount))
        .WithSummary("Invite the owner of an account")
        .WithDescription("A link that works once, for three days: the person chooses a password and sets up the second factor.")
        .RequireAuthorization(IdentityPolicies.Write)
        .ProducesProblem(404);

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> HandleAsync(
        Guid id, IdentityDb db, AuditBook audit, Actor actor, IdentitySettings settings, TimeProvider clock, CancellationToken ct)
    {
        if (id == actor.AccountId) return ChangeAccount.OwnAccount.ToProblem();
        var user = await db.Users.SingleOrDefaultAsync(row => row.Id == id, ct);
        if (user is null) return Error.NotFound("account").ToProblem();

        var (token, hash) = Invitations.NewToken();
        var until = clock.GetUtcNow() + Invitations.Valid;
        user.Invite(hash, until);
        audit.Change("account", id);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Response(Invitations.LinkTo(settings, token), until));
    }
}
