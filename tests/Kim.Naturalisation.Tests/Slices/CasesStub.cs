using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Http = Microsoft.AspNetCore.Http.Results;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Kim.Naturalisation.Tests.Slices;

/// <summary>Cases and identity's token endpoint on a loopback port: checks the client, its token and its scope as the real ones do.</summary>
public sealed class CasesStub : IAsyncDisposable
{
    public const string ClientId = "naturalisation";
    public const string Secret = "stub-secret";
    private WebApplication? _app;

    /// <summary>Facts by referral.</summary>
    public ConcurrentDictionary<Guid, JsonObject> Facts { get; } = new();

    /// <summary>Refusals by referral: the problem's code.</summary>
    public ConcurrentDictionary<Guid, string> Refusals { get; } = new();

    /// <summary>Tokens issued so far.</summary>
    public int Tokens { get; private set; }

    /// <summary>Answers 500 to everything.</summary>
    public bool Broken { get; set; }

    /// <summary>Refuses the next token once, as after a change of keys.</summary>
    public bool RejectNextToken { get; set; }

    public string Address => _app!.Urls.Single();

    public async Task StartAsync()
    {
        var issuer = await TestIssuer.GetAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        // The token endpoint is named at the public origin, which is not where services reach it.
        _app.MapGet("/.well-known/openid-configuration", () => Http.Json(new Dictionary<string, object>
        {
            ["issuer"] = issuer.Issuer, ["jwks_uri"] = issuer.Issuer + ".well-known/jwks", ["token_endpoint"] = "http://public.example/connect/token",
        }));
        _app.MapPost("/connect/token", async (HttpRequest request) => await TokenAsync(request, issuer));
        _app.MapGet("/api/v1/cases/consented-facts/{id:guid}", async (Guid id, HttpRequest request) => await DiscloseAsync(id, request, issuer));
        await _app.StartAsync();
    }

    private async Task<IResult> TokenAsync(HttpRequest request, TestIssuer issuer)
    {
        if (Broken) return Http.StatusCode(500);
        var form = await request.ReadFormAsync();
        if (form["grant_type"] != "client_credentials" || form["client_id"] != ClientId || form["client_secret"] != Secret) return Http.BadRequest(new { error = "invalid_client" });
        Tokens++;
        return Http.Json(new { access_token = issuer.ClientToken(ClientId, form["scope"]!), token_type = "Bearer", expires_in = 300 });
    }

    private async Task<IResult> DiscloseAsync(Guid id, HttpRequest request, TestIssuer issuer)
    {
        if (Broken) return Http.StatusCode(500);
        if (RejectNextToken)
        {
            RejectNextToken = false;
            return Http.StatusCode(401);
        }

        if (!await IsAllowedAsync(request, issuer)) return Http.StatusCode(401);
        if (Refusals.TryGetValue(id, out var code)) return Http.Json(new { code, status = 403 }, statusCode: 403, contentType: "application/problem+json");
        return Facts.TryGetValue(id, out var facts) ? Http.Text(facts.ToJsonString(), "application/json") : Http.StatusCode(404);
    }

    private static async Task<bool> IsAllowedAsync(HttpRequest request, TestIssuer issuer)
    {
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith("Bearer ", StringComparison.Ordinal)) return false;
        var keys = await OpenIdConnectConfigurationRetriever.GetAsync(issuer.MetadataAddress, new HttpDocumentRetriever { RequireHttps = false }, default);
        var checkedToken = await new JsonWebTokenHandler().ValidateTokenAsync(header["Bearer ".Length..], new TokenValidationParameters
        {
            ValidIssuer = issuer.Issuer, ValidAudience = "cases", IssuerSigningKeys = keys.SigningKeys,
        });
        return checkedToken.IsValid && (string?)checkedToken.Claims["scope"] == "cases:consented-facts";
    }

    /// <summary>Facts as cases answers them.</summary>
    public JsonObject Disclose(Guid referral, string? until = null, string status = "AE_18B", string from = "2015-05-10") => Facts[referral] = new JsonObject
    {
        ["referralId"] = referral, ["consentId"] = Guid.NewGuid(), ["consentValidUntil"] = until, ["dataCategories"] = new JsonArray("STAMMDATEN", "AUFENTHALT"),
        ["facts"] = new JsonObject
        {
            ["birthDate"] = "1985-03-14",
            ["nationalities"] = new JsonArray(new JsonObject { ["country"] = "TUR", ["from"] = null, ["until"] = null }),
            ["residencePeriods"] = new JsonArray(new JsonObject { ["status"] = status, ["from"] = from, ["until"] = null, ["issuedBy"] = "ABH Coesfeld" }),
            ["ags"] = "05558012",
            ["familyStatus"] = null,
            ["addedLater"] = "ignored",
        },
    };

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
    }
}
