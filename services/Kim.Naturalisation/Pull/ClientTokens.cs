using System.Net.Http.Json;
using System.Text.Json.Serialization;

namespace Kim.Naturalisation.Pull;

/// <summary>
/// This service's own access token (client credentials, scope <c>cases:consented-facts</c>), kept until shortly before it ends. The
/// token endpoint comes from identity's metadata, at the address at which the metadata itself is reached.
/// </summary>
internal sealed class ClientTokens(IConfiguration configuration, TimeProvider clock) : IDisposable
{
    private const string Scope = "cases:consented-facts";
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim _one = new(1, 1);
    private (string Token, DateTimeOffset Until)? _known;

    /// <summary>A token that still holds.</summary>
    /// <exception cref="HttpRequestException">Identity is away or refuses the client.</exception>
    public async Task<string> GetAsync(HttpClient http, CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            if (_known is { } known && clock.GetUtcNow() < known.Until) return known.Token;
            var issued = await FetchAsync(http, ct);
            _known = (issued.AccessToken!, clock.GetUtcNow().AddSeconds(issued.ExpiresIn) - Margin);
            return issued.AccessToken!;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Forgets the token.</summary>
    public void Drop() => _known = null;

    public void Dispose() => _one.Dispose();

    private async Task<Issued> FetchAsync(HttpClient http, CancellationToken ct)
    {
        var metadata = new Uri(Required("Identity:MetadataAddress"));
        var provider = await http.GetFromJsonAsync<Provider>(metadata, ct);
        var endpoint = provider?.TokenEndpoint ?? throw new HttpRequestException("The provider names no token endpoint.");
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["scope"] = Scope,
            ["client_id"] = Required("Identity:Client:Id"),
            ["client_secret"] = Required("Identity:Client:Secret"),
        });
        using var answer = await http.PostAsync(new Uri(metadata, new Uri(endpoint).PathAndQuery), form, ct);
        answer.EnsureSuccessStatusCode();
        var issued = await answer.Content.ReadFromJsonAsync<Issued>(ct);
        return issued?.AccessToken is { Length: > 0 } ? issued : throw new HttpRequestException("The provider issued no token.");
    }

    // Without a client of its own the service cannot pull, but it starts and does everything else.
    private string Required(string key) => configuration[key] is { Length: > 0 } value
        ? value
        : throw new HttpRequestException($"The configuration key {key} is missing.");

    private sealed record Provider([property: JsonPropertyName("token_endpoint")] string? TokenEndpoint);

    private sealed record Issued(
        [property: JsonPropertyName("access_token")] string? AccessToken,
        [property: JsonPropertyName("expires_in")] int ExpiresIn);
}
