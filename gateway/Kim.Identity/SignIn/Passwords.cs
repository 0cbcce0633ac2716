using Kim.Identity.Data;
using Kim.Identity.Domain;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kim.Identity.SignIn;

/// <summary>Checks passwords with ASP.NET Core Identity's hasher (PBKDF2 with SHA-512, 600,000 rounds) and raises old hashes at the next sign-in.</summary>
internal sealed class Passwords(SignInDb db, IPasswordHasher<KimUser> hasher)
{
    public const int Rounds = 600_000;

    // The work of a real check: whoever measures time does not learn which names exist.
    private static string? _decoy;

    // The hasher takes the user for hashers of other kinds; this one does not look at it.
    public string Hash(string password) => hasher.HashPassword(null!, password);

    public async Task<bool> CheckAsync(KimUser? user, string password, CancellationToken ct)
    {
        if (user?.PasswordHash is not { } hash)
        {
            _decoy ??= Hash(Guid.NewGuid().ToString());
            hasher.VerifyHashedPassword(null!, _decoy, password);
            return false;
        }

        var result = hasher.VerifyHashedPassword(user, hash, password);
        if (result == PasswordVerificationResult.SuccessRehashNeeded)
        {
            var raised = Hash(password);
            await db.Users.Where(row => row.Id == user.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.PasswordHash, raised), ct);
        }

        return result != PasswordVerificationResult.Failed;
    }
}
