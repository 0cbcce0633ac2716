using System.Text.Json.Serialization;
using Kim.Portal.Api;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Polly;

namespace Kim.Portal.Access;

/// <summary>
/// Access tokens of the signed-in user, one audience each (RFC 8693): a service never sees a token that another one would take.
/// They are kept until shortly before they expire; the session's own token is refreshed in time.
/// </summary>
public sealed class AccessTokens(
    IHttpContextAccessor context, Sessions sessions, IConfigurationManager<OpenIdConnectConfiguration> provider,
    TokenEndpoint endpoint, TimeProvider clock)
{
    /// <summary>A token is not used in its last seconds: it would expire on the way.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromSeconds(20);

    private static readonly Problem SignedOut = new(401, "unauthenticated", null);

    public async Task<string> ForAsync(string audience, CancellationToken ct)
    {
        var user = context.HttpContext?.User ?? throw new ApiException(SignedOut);
        var session = sessions.Find(user) ?? throw new ApiException(SignedOut);
        await session.Gate.WaitAsync(ct);
        try
        {
            if (session.ByAudience.TryGetValue(audience, out var kept) && kept.UsableUntil > clock.GetUtcNow()) return kept.AccessToken;
            var own = await OwnAsync(session, ct);
            var exchanged = await AskAsync(
                new()
                {
                    ["grant_type"] = "urn:ietf:params:oauth:grant-type:token-exchange",
                    ["subject_token"] = own.AccessToken,
                    ["subject_token_type"] = "urn:ietf:params:oauth:token-type:access_token",
                    ["requested_token_type"] = "urn:ietf:params:oauth:token-type:access_token",
                    ["audience"] = audience,
                },
                ct);
            session.ByAudience[audience] = exchanged;
            return exchanged.AccessToken;
        }
        finally
        {
            session.Gate.Release();
        }
    }

    private async Task<TokenGrant> OwnAsync(Session session, CancellationToken ct)
    {
        var grant = session.Grant ?? throw new ApiException(SignedOut);
        if (grant.UsableUntil > clock.GetUtcNow()) return grant;
        if (grant.RefreshToken is null) throw new ApiException(SignedOut);
        var fresh = await AskAsync(new() { ["grant_type"] = "refresh_token", ["refresh_token"] = grant.RefreshToken }, ct);
        return session.Grant = fresh with { RefreshToken = fresh.RefreshToken ?? grant.RefreshToken };
    }

    private async Task<TokenGrant> AskAsync(Dictionary<string, string> form, CancellationToken ct)
    {
        var metadata = await provider.GetConfigurationAsync(ct);
        var answer = await endpoint.AskAsync(metadata.TokenEndpoint, form, ct);
        return new TokenGrant(answer.AccessToken, answer.RefreshToken, clock.GetUtcNow() + TimeSpan.FromSeconds(answer.ExpiresIn) - Margin);
    }
}

/// <summary>The provider's token endpoint.</summary>
public sealed class TokenEndpoint(HttpClient http, IdentitySettings settings)
{
    public async Task<Answer> AskAsync(string address, Dictionary<string, string> form, CancellationToken ct)
    {
        form["client_id"] = IdentitySettings.ClientId;
        form["client_secret"] = settings.ClientSecret;
        try
        {
            using var response = await http.PostAsync(address, new FormUrlEncodedContent(form), ct);
            if ((int)response.StatusCode >= 500) throw new ApiException(await Problem.ReadAsync(response, ct));
            // Refused: the session was ended or the account disabled. Signing in again is the way on.
            if (!response.IsSuccessStatusCode) throw new ApiException(new Problem(401, "unauthenticated", null));
            return (await response.Content.ReadFromJsonAsync<Answer>(ct))!;
        }
        catch (Exception away) when (away is HttpRequestException or ExecutionRejectedException)
        {
            throw new ApiException(Problem.Outage(null));
        }
    }

    public sealed record Answer(
        [property: JsonPropertyName("access_token")] string AccessToken,
        [property: JsonPropertyName("refresh_token")] string? RefreshToken,
        [property: JsonPropertyName("expires_in")] int ExpiresIn);
}
