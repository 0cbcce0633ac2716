using System.Security.Cryptography;
using Kim.Identity.Data;
using Kim.Identity.Domain;
using Kim.Identity.Keys;
using Microsoft.EntityFrameworkCore;
using OtpNet;

namespace Kim.Identity.SignIn;

/// <summary>One-time codes by RFC 6238: six digits, 30 seconds, one step of clock difference to either side, each used once.</summary>
internal sealed class OneTimeCodes(SignInDb db, KeyVault vault, TimeProvider clock)
{
    private const int SecretSize = 20;
    private static readonly VerificationWindow OneStep = new(previous: 1, future: 1);

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(SecretSize);

    public static string Text(byte[] secret) => Base32Encoding.ToString(secret).TrimEnd('=');

    public byte[] Seal(byte[] secret, Guid userId) => vault.Seal(secret, PurposeOf(userId));

    public byte[] Open(KimUser user) => vault.Open(user.TotpSecret, PurposeOf(user.Id));

    /// <summary>The step of a right code, or null.</summary>
    public long? StepOf(byte[] secret, string code) =>
        new Totp(secret).VerifyTotp(clock.GetUtcNow().UtcDateTime, Digits(code), out var step, OneStep) ? step : null;

    /// <summary>Checks a code and uses it up. Of two requests with the same code one wins: the row decides.</summary>
    public async Task<bool> UseAsync(KimUser user, string code, CancellationToken ct)
    {
        if (StepOf(Open(user), code) is not { } step) return false;
        return await db.Users.Where(row => row.Id == user.Id && row.LastTotpStep < step)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastTotpStep, step), ct) == 1;
    }

    // Apps show the code in two groups; people type what they see.
    private static string Digits(string code) => string.Concat(code.Where(char.IsAsciiDigit));

    private static string PurposeOf(Guid userId) => $"totp {userId:N}";
}
