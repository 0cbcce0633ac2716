using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Kim.Testing;

/// <summary>What may be wrong with a token.</summary>
public enum TokenFlaw
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Signed with a key that the issuer never published.</summary>
    ForeignKey,

    /// <summary>Names another issuer.</summary>
    ForeignIssuer,

    /// <summary>Its lifetime is over.</summary>
    Expired,

    /// <summary>Not signed at all (<c>alg: none</c>).</summary>
    Unsigned,

    /// <summary>Has no <c>sub</c>.</summary>
    NoSubject,

    /// <summary>Signed with HMAC, the public key's text as the secret: the classic mix-up of algorithms.</summary>
    SymmetricAlgorithm,
}

/// <summary>
/// An OpenID provider inside the test process: metadata and keys on a loopback port, tokens as identity issues them
/// (RS256, five minutes), and broken ones. One per process.
/// </summary>
public sealed class TestIssuer
{
    private static readonly Lazy<Task<TestIssuer>> Instance = new(StartAsync);
    private static readonly string[] AllAudiences = ["cases", "network", "interpreters", "funding", "naturalisation", "identity"];
    private readonly RsaSecurityKey _key = new(RSA.Create(2048)) { KeyId = "test-key" };
    private readonly RsaSecurityKey _foreignKey = new(RSA.Create(2048)) { KeyId = "test-key" };

    private TestIssuer()
    {
    }

    /// <summary>The issuer, with a trailing slash.</summary>
    public string Issuer { get; private set; } = "";

    /// <summary>Where services fetch its metadata.</summary>
    public string MetadataAddress => Issuer + ".well-known/openid-configuration";

    /// <summary>The running issuer.</summary>
    public static Task<TestIssuer> GetAsync() => Instance.Value;

    /// <summary>Makes tokens by hand under this issuer's key.</summary>
    public TokenForge Forge => new(Issuer, _key.Rsa, _key.KeyId);

    /// <summary>A token for an account of the test.</summary>
    public string TokenFor(TestAccount account, params string[] audiences) => Token(account.Id, account.Roles, audiences);

    /// <summary>A token, or a broken one.</summary>
    public string Token(Guid accountId, IEnumerable<string> roles, IReadOnlyCollection<string>? audiences = null, TimeSpan? lifetime = null, TokenFlaw flaw = TokenFlaw.None)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var ends = flaw == TokenFlaw.Expired ? now.AddMinutes(-10) : now.Add(lifetime ?? TimeSpan.FromMinutes(5));
        var audience = audiences is { Count: > 0 } ? audiences : AllAudiences;
        var claims = new List<Claim> { new("client_id", "kim-test"), new("scope", string.Join(' ', audience)), new("jti", Guid.NewGuid().ToString()) };
        if (flaw != TokenFlaw.NoSubject) claims.Add(new Claim("sub", accountId.ToString()));
        claims.AddRange(roles.Select(role => new Claim("role", role)));
        claims.AddRange(audience.Select(name => new Claim("aud", name)));
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = flaw == TokenFlaw.ForeignIssuer ? "http://foreign.example/" : Issuer,
            Subject = new ClaimsIdentity(claims),
            IssuedAt = ends.AddMinutes(-5),
            NotBefore = ends.AddMinutes(-5),
            Expires = ends,
            TokenType = "at+jwt",
            SigningCredentials = Credentials(flaw),
        });
    }

    /// <summary>A token of client credentials: the client is its own subject, the scope names the one door that is open.</summary>
    public string ClientToken(string clientId, string scope) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Issuer,
        Subject = new ClaimsIdentity([new("sub", clientId), new("client_id", clientId), new("scope", scope), new("aud", scope.Split(':')[0])]),
        TokenType = "at+jwt",
        Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(5),
        SigningCredentials = Credentials(TokenFlaw.None),
    });

    private SigningCredentials? Credentials(TokenFlaw flaw) => flaw switch
    {
        TokenFlaw.Unsigned => null,
        TokenFlaw.ForeignKey => new SigningCredentials(_foreignKey, SecurityAlgorithms.RsaSha256),
        TokenFlaw.SymmetricAlgorithm => new SigningCredentials(
            new SymmetricSecurityKey(Encoding.ASCII.GetBytes(_key.Rsa.ExportRSAPublicKeyPem())) { KeyId = "test-key" }, SecurityAlgorithms.HmacSha256),
        _ => new SigningCredentials(_key, SecurityAlgorithms.RsaSha256),
    };

    private static async Task<TestIssuer> StartAsync()
    {
        var issuer = new TestIssuer();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/.well-known/openid-configuration", () => TypedResults.Json(new Dictionary<string, object>
        {
            ["issuer"] = issuer.Issuer,
            ["jwks_uri"] = issuer.Issuer + ".well-known/jwks",
            ["authorization_endpoint"] = issuer.Issuer + "connect/authorize",
            ["token_endpoint"] = issuer.Issuer + "connect/token",
            ["response_types_supported"] = new[] { "code" },
            ["subject_types_supported"] = new[] { "public" },
            ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
        }));
        app.MapGet("/.well-known/jwks", () =>
        {
            var parameters = issuer._key.Rsa.ExportParameters(includePrivateParameters: false);
            return TypedResults.Json(new
            {
                keys = new[]
                {
                    new { kty = "RSA", use = "sig", alg = "RS256", kid = "test-key", n = Base64UrlEncoder.Encode(parameters.Modulus), e = Base64UrlEncoder.Encode(parameters.Exponent) },
                },
            });
        });
        await app.StartAsync();
        issuer.Issuer = app.Urls.Single().TrimEnd('/') + "/";
        return issuer;
    }
}
