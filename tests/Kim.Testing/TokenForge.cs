using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kim.Testing;

/// <summary>
/// Makes access tokens by hand, honest and tricky ones: ASVS 9.1.1 to 9.2.4 (algorithms, keys, issuer, times, type, audience). It
/// knows the issuer's key, so that each trick has that one flaw and no other.
/// </summary>
/// <param name="issuer">The issuer, as tokens name it.</param>
/// <param name="key">The issuer's key pair.</param>
/// <param name="keyId">The key's id.</param>
public sealed class TokenForge(string issuer, RSA key, string keyId)
{
    private static readonly RSA Foreign = RSA.Create(2048);

    /// <summary>A token as the issuer makes it.</summary>
    public string Honest(Guid subject, string audience) => Sign(Header(), Payload(subject, audience), key);

    /// <summary>Tokens that must open nothing, each with the name of its flaw.</summary>
    /// <param name="subject">An active account with rights.</param>
    /// <param name="audience">The service.</param>
    public IReadOnlyList<(string Flaw, string Token)> Tricks(Guid subject, string audience)
    {
        var honest = Honest(subject, audience);
        var parts = honest.Split('.');
        return
        [
            ("alg none", Text(Header("none")) + "." + Text(Payload(subject, audience)) + "."),
            ("alg None, signature kept", Text(Header("None")) + "." + parts[1] + "." + parts[2]),
            ("no signature", parts[0] + "." + parts[1] + "."),
            ("HS256 with the public key as PEM", Hmac(subject, audience, Encoding.ASCII.GetBytes(key.ExportSubjectPublicKeyInfoPem()))),
            ("HS256 with the public key as DER", Hmac(subject, audience, key.ExportSubjectPublicKeyInfo())),
            ("HS256 with the modulus", Hmac(subject, audience, key.ExportParameters(false).Modulus!)),
            ("unknown kid", Sign(Header(kid: "unheard-of"), Payload(subject, audience), Foreign)),
            ("foreign key under the issuer's kid", Sign(Header(), Payload(subject, audience), Foreign)),
            ("foreign key brought along as jwk", Sign(With(Header(), "jwk", Jwk()), Payload(subject, audience), Foreign)),
            ("foreign key named by jku", Sign(With(Header(kid: "theirs"), "jku", "http://127.0.0.1:1/keys"), Payload(subject, audience), Foreign)),
            ("no kid, foreign key", Sign(With(Header(), "kid", null), Payload(subject, audience), Foreign)),
            ("RS512", Sign(Header("RS512"), Payload(subject, audience), key, HashAlgorithmName.SHA512)),
            ("critical header that nobody knows", Sign(With(Header(), "crit", new JsonArray("b64x")), Payload(subject, audience), Foreign)),
            ("foreign issuer", Signed(Payload(subject, audience), "iss", "http://foreign.example/")),
            ("no issuer", Signed(Payload(subject, audience), "iss", null)),
            ("expired", Signed(Payload(subject, audience, -600), null, null)),
            ("no end", Signed(Payload(subject, audience), "exp", null)),
            ("not yet valid", Signed(Payload(subject, audience, 600), null, null)),
            ("type JWT", Sign(Header(type: "JWT"), Payload(subject, audience), key)),
            ("no type", Sign(With(Header(), "typ", null), Payload(subject, audience), key)),
            ("another audience", Signed(Payload(subject, audience), "aud", audience == "cases" ? "network" : "cases")),
            ("an audience that begins like ours", Signed(Payload(subject, audience), "aud", audience + "-archive")),
            ("no audience", Signed(Payload(subject, audience), "aud", null)),
            ("altered payload", parts[0] + "." + Text(Payload(Guid.NewGuid(), audience)) + "." + parts[2]),
            ("altered header", Text(Header(kid: keyId, type: "at+jwt", extra: true)) + "." + parts[1] + "." + parts[2]),
            ("shortened signature", honest[..^8]),
            ("two tokens in one", honest + "." + honest),
            ("not a token", "a.b.c"),
        ];
    }

    private string Signed(JsonObject payload, string? claim, string? value) => Sign(Header(), claim is null ? payload : With(payload, claim, value), key);

    private string Hmac(Guid subject, string audience, byte[] secret)
    {
        var text = Text(Header("HS256")) + "." + Text(Payload(subject, audience));
        return text + "." + Base64Url.EncodeToString(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(text)));
    }

    private static string Sign(JsonObject header, JsonObject payload, RSA with, HashAlgorithmName? hash = null)
    {
        var text = Text(header) + "." + Text(payload);
        return text + "." + Base64Url.EncodeToString(with.SignData(Encoding.ASCII.GetBytes(text), hash ?? HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    private JsonObject Header(string algorithm = "RS256", string? kid = null, string type = "at+jwt", bool extra = false)
    {
        var header = new JsonObject { ["alg"] = algorithm, ["kid"] = kid ?? keyId, ["typ"] = type };
        if (extra) header["x"] = 1;
        return header;
    }

    private JsonObject Payload(Guid subject, string audience, int shiftSeconds = 0)
    {
        var from = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + shiftSeconds;
        return new JsonObject
        {
            ["iss"] = issuer, ["sub"] = subject.ToString(), ["aud"] = audience, ["client_id"] = "kim-test", ["scope"] = audience,
            ["jti"] = Guid.NewGuid().ToString(), ["iat"] = from, ["nbf"] = from, ["exp"] = from + 300,
        };
    }

    private static JsonObject Jwk()
    {
        var parameters = Foreign.ExportParameters(false);
        return new JsonObject { ["kty"] = "RSA", ["n"] = Base64Url.EncodeToString(parameters.Modulus), ["e"] = Base64Url.EncodeToString(parameters.Exponent) };
    }

    private static JsonObject With(JsonObject json, string name, JsonNode? value)
    {
        if (value is null) json.Remove(name);
        else json[name] = value;
        return json;
    }

    private static string Text(JsonObject json) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(json));
}

/// <summary>The same tricks against each service: it validates tokens itself, the gateway is not the only lock.</summary>
public static class TokenTricks
{
    /// <summary>Sends each tricky token to an operation that the honest one opens.</summary>
    /// <param name="rig">The service.</param>
    /// <param name="forge">Tokens of the service's issuer.</param>
    /// <param name="subject">An active account.</param>
    /// <param name="path">A GET behind <c>/api/v1/{service}</c> that this account may use.</param>
    public static async Task RefusedAsync(ServiceRig rig, TokenForge forge, Guid subject, string path)
    {
        var url = $"/api/v1/{rig.Service}{path}";
        (await rig.ClientWith(forge.Honest(subject, rig.Service)).CallAsync(url)).Expect(System.Net.HttpStatusCode.OK);
        var taken = new List<string>();
        foreach (var (flaw, token) in forge.Tricks(subject, rig.Service))
        {
            var answer = await rig.ClientWith(token).CallAsync(url);
            if (answer.Status != System.Net.HttpStatusCode.Unauthorized || answer.Code != "unauthenticated") taken.Add($"{flaw}: {(int)answer.Status} {answer.Text}");
        }

        if (taken.Count > 0) throw new UnexpectedAnswerException($"{rig.Service} took tokens that are none:\n{string.Join('\n', taken)}");
    }
}
