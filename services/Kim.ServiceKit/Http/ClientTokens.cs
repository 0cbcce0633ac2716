using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Configuration;

namespace Kim.ServiceKit.Http;

/// <summary>
/// This service's own access tokens (client credentials), one per scope, kept until shortly before they end. The token endpoint comes
/// from identity's metadata, at the address at which the metadata itself is reached.
/// </summary>
/// <param name="configuration">Names the client: <c>Identity:Client:Id</c> and <c>Secret</c>.</param>
/// <param name="clock">The time.</param>
public sealed class ClientTokens(IConfiguration configuration, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly ConcurrentDictionary<string, (string Token, DateTimeOffset Until)> _known = new(StringComparer.Ordinal);

    /// <summary>A token that still holds.</summary>
    /// <param name="http">The client that fetches it.</param>
    /// <param name="scope">Its one scope, for example <c>cases:consented-facts</c>.</param>
    /// <param name="ct">Cancellation.</param>
    /// <exception cref="HttpRequestException">Identity is away or refuses the client.</exception>
    public async Task<string> GetAsync(HttpClient http, string scope, CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            if (_known.TryGetValue(scope, out var known) && clock.GetUtcNow() < known.Until) return known.Token;
            var issued = await FetchAsync(http, scope, ct);
            _known[scope] = (issued.AccessToken!, clock.GetUtcNow().AddSeconds(issued.ExpiresIn) - Margin);
            return issued.AccessToken!;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Forgets a token.</summary>
    public void Drop(string scope) => _known.TryRemove(scope, out _);

    /// <inheritdoc />
    public void Dispose() => _one.Dispose();

    private async Task<Issued> FetchAsync(HttpClient http, string scope, CancellationToken ct)
    {
        var metadata = new Uri(Required("Identity:MetadataAddress"));
        var provider = await http.GetFromJsonAsync<Provider>(metadata, ct);
        var endpoint = provider?.TokenEndpoint ?? throw new HttpRequestException("The provider names no token endpoint.");
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["scope"] = scope,
            ["client_id"] = Required("Identity:Client:Id"),
            ["client_secret"] = Required("Identity:Client:Secret"),
        });
        using var answer = await http.PostAsync(new Uri(metadata, new Uri(endpoint).PathAndQuery), form, ct);
        answer.EnsureSuccessStatusCode();
        var issued = await answer.Content.ReadFromJsonAsync<Issued>(ct);
        return issued?.AccessToken is { Length: > 0 } ? issued : throw new HttpRequestException("The provider issued no token.");
    }

    // Without a client of its own the service cannot call another, but it starts and does everything else.
    private string Required(string key) => configuration[key] is { Length: > 0 } value
        ? value
        : throw new HttpRequestException($"The configuration key {key} is missing.");

    private sealed record Provider([property: JsonPropertyName("token_endpoint")] string? TokenEndpoint);

    private sealed record Issued(
        [property: JsonPropertyName("access_token")] string? AccessToken,
        [property: JsonPropertyName("expires_in")] int ExpiresIn);
}
