using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kim.ServiceKit.Http;
using Polly;

namespace Kim.Cases.Holders;

/// <summary>Asks another service what it holds under its own references (Art. 15 DSGVO): by HTTP, as the client cases, with a scope per service.</summary>
internal sealed class HolderClient(HttpClient http, ClientTokens tokens)
{
    /// <summary>What is held, or null when the service or identity does not answer now.</summary>
    /// <param name="service">The service.</param>
    /// <param name="references">Its own references.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task<JsonObject?> AskAsync(string service, IReadOnlyList<Guid> references, CancellationToken ct)
    {
        try
        {
            var answer = await SendAsync(service, references, ct);
            if (answer.StatusCode == HttpStatusCode.Unauthorized)
            {
                // A token that ended early, for example after a change of keys, is fetched anew once.
                answer.Dispose();
                tokens.Drop(ScopeOf(service));
                answer = await SendAsync(service, references, ct);
            }

            using (answer)
                return answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<JsonObject>(JsonSerializerOptions.Web, ct) : null;
        }
        catch (Exception outage) when (IsOutage(outage) && !ct.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task<HttpResponseMessage> SendAsync(string service, IReadOnlyList<Guid> references, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://{service}/api/v1/{service}/person-data") { Content = JsonContent.Create(new { references }) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await tokens.GetAsync(http, ScopeOf(service), ct));
        return await http.SendAsync(request, ct);
    }

    private static string ScopeOf(string service) => service + ":person-data";

    private static bool IsOutage(Exception failure) =>
        failure is HttpRequestException or ExecutionRejectedException or JsonException or OperationCanceledException or NotSupportedException or IOException;
}
