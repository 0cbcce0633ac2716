using System.Security.Cryptography;
using System.Text;

namespace Kim.Identity;

/// <summary>What identity cannot be without. A missing value stops the start with a sentence, it never weakens a check.</summary>
/// <param name="Issuer">The public origin, with a trailing slash.</param>
/// <param name="KeyEncryptionKey">256 bits, derived from <c>Identity:KeyEncryptionKey</c>; protects keys and secrets in the database.</param>
public sealed record IdentitySettings(Uri Issuer, byte[] KeyEncryptionKey)
{
    private const int ShortestKey = 32;

    /// <summary>Development on one machine: the only case in which tokens may travel without TLS.</summary>
    public bool PlainHttp => Issuer.Scheme == Uri.UriSchemeHttp && Issuer.IsLoopback;

    /// <summary>Reads and checks the configuration.</summary>
    public static (IdentitySettings Value, string? Error) Read(IConfiguration configuration)
    {
        if (!Uri.TryCreate(configuration["Identity:Issuer"], UriKind.Absolute, out var issuer))
            return (null!, "Identity:Issuer is missing. Set it to the public origin, for example https://kim.example.de/.");
        if (issuer.AbsolutePath != "/" || !issuer.OriginalString.EndsWith('/'))
            return (null!, "Identity:Issuer must be an origin with a trailing slash and nothing behind it.");
        if (issuer.Scheme != Uri.UriSchemeHttps && !(issuer.Scheme == Uri.UriSchemeHttp && issuer.IsLoopback))
            return (null!, "Identity:Issuer must be an https address; http is accepted for localhost alone.");
        if (configuration["Identity:KeyEncryptionKey"] is not { Length: >= ShortestKey } secret)
            return (null!, $"Identity:KeyEncryptionKey is missing or has fewer than {ShortestKey} characters. Without it no key can be stored.");

        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), 32, info: "kim identity key encryption"u8.ToArray());
        return (new IdentitySettings(issuer, key), null);
    }
}
