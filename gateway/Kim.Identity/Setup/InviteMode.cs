using Kim.Identity.Data;
using Kim.Identity.Domain;
using Kim.Identity.Features.Accounts;
using Kim.Identity.SignIn;
using Kim.ServiceKit.Data;
using Microsoft.EntityFrameworkCore;

namespace Kim.Identity.Setup;

/// <summary>
/// <c>dotnet Kim.Identity.dll invite NAME ROLE ORGANISATION</c>: how the first person gets into an installation that has no
/// account yet. It needs the database, so whoever can run it could do more already.
/// </summary>
internal static class InviteMode
{
    public static async Task<bool> RunAsync(WebApplication app, string[] args)
    {
        if (args is not ["invite", .. var rest]) return false;
        if (rest is not [var name, var role, var organisation])
        {
            await Console.Error.WriteLineAsync("usage: dotnet Kim.Identity.dll invite NAME ROLE ORGANISATION");
            Environment.ExitCode = 2;
            return true;
        }

        var rights = new AccountRights([role], organisation, null, [], null);
        if (rights.Check() is { } wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Title);
            Environment.ExitCode = 2;
            return true;
        }

        await using var scope = app.Services.CreateAsyncScope();
        Console.WriteLine(await InviteAsync(scope.ServiceProvider, name, rights));
        return true;
    }

    internal static async Task<Uri> InviteAsync(IServiceProvider services, string name, AccountRights rights)
    {
        var db = services.GetRequiredService<IdentityDb>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var normalized = KimUser.Normalize(name);
        await using var transaction = await db.BeginScopedAsync(Scope.System, default);
        var user = await db.Users.SingleOrDefaultAsync(row => row.NormalizedName == normalized);
        if (user is null)
        {
            user = new KimUser { Id = Guid.CreateVersion7(now), UserName = name, NormalizedName = normalized, DisplayName = name, CreatedAt = now };
            await services.GetRequiredService<AccountBook>().OpenAsync(user, rights, default);
        }

        var (token, hash) = Invitations.NewToken();
        user.Invite(hash, now + Invitations.Valid);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return Invitations.LinkTo(services.GetRequiredService<IdentitySettings>(), token);
    }
}
