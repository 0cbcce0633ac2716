using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Kim.Identity.Data;
using Kim.Identity.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kim.Identity.SignIn;

/// <summary>
/// The way into a new account, and back into one whose phone is lost: a link that works once, for three days. The person
/// chooses the password and scans the secret; nobody else ever knows either.
/// </summary>
internal sealed class Invitations(SignInDb db, Passwords passwords, OneTimeCodes codes, TimeProvider clock)
{
    public static readonly TimeSpan Valid = TimeSpan.FromDays(3);

    /// <summary>A new token, and what of it is stored.</summary>
    public static (string Token, byte[] Hash) NewToken()
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return (token, HashOf(token));
    }

    public static Uri LinkTo(IdentitySettings settings, string token) => new(settings.Issuer, "/account/setup?token=" + token);

    /// <summary>The invited person, while the invitation is open.</summary>
    public async Task<KimUser?> FindAsync(string token, CancellationToken ct)
    {
        var (hash, now) = (HashOf(token), clock.GetUtcNow());
        return await db.Users.SingleOrDefaultAsync(user => user.InvitationHash == hash && user.InvitationEndsAt > now, ct);
    }

    /// <summary>Uses the invitation up. False when the code does not fit the secret.</summary>
    public async Task<bool> AcceptAsync(KimUser user, string password, byte[] totpSecret, string code, CancellationToken ct)
    {
        if (codes.StepOf(totpSecret, code) is not { } step) return false;
        var now = clock.GetUtcNow();
        user.SetUp(passwords.Hash(password), codes.Seal(totpSecret, user.Id), step);
        await db.Sessions.Where(session => session.UserId == user.Id && session.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAt, now), ct);
        await db.SaveChangesAsync(ct);
        return true;
    }

    private static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
