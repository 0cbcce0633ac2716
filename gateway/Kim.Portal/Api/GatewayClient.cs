using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Kim.Portal.Access;
using Polly;

namespace Kim.Portal.Api;

/// <summary>
/// The one way out of the portal: the gateway's public API, as the user who is signed in. <c>traceparent</c> is added by the
/// runtime's HTTP instrumentation. Reads throw <see cref="ApiException"/>, because a page without its data cannot be shown at
/// all; writes answer with the problem, because the form shows it beside the field.
/// </summary>
public abstract class GatewayClient(HttpClient http, AccessTokens tokens, string service)
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new CountConverter() } };

    protected async Task<T> GetAsync<T>(string path, CancellationToken ct) => (await GetVersionedAsync<T>(path, ct)).Value;

    protected async Task<Versioned<T>> GetVersionedAsync<T>(string path, CancellationToken ct)
    {
        var result = await SendAsync<T>(HttpMethod.Get, path, null, null, ct);
        return result.Problem is { } problem ? throw new ApiException(problem) : new Versioned<T>(result.Value!, result.ETag);
    }

    protected Task<ApiResult<T>> PostAsync<T>(string path, object body, FormKey key, CancellationToken ct) =>
        SendAsync<T>(HttpMethod.Post, path, body, key, ct);

    /// <summary>Reads with a body, where what is asked for may not stand in an address.</summary>
    protected async Task<T> AskAsync<T>(string path, object body, CancellationToken ct)
    {
        var result = await SendAsync<T>(HttpMethod.Post, path, body, null, ct);
        return result.Problem is { } problem ? throw new ApiException(problem) : result.Value!;
    }

    /// <summary>Opens a file that is passed on as it comes, never held whole.</summary>
    protected async Task<Download> OpenAsync(string path, CancellationToken ct)
    {
        try
        {
            using var request = await RequestAsync(HttpMethod.Get, path, null, null, ct);
            var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            if (response.IsSuccessStatusCode) return await Download.OfAsync(response, ct);
            using (response) throw new ApiException(await Problem.ReadAsync(response, ct));
        }
        catch (Exception away) when (IsAway(away) && !ct.IsCancellationRequested)
        {
            throw new ApiException(Problem.Outage(Activity.Current?.TraceId.ToHexString()));
        }
    }

    protected Task<ApiResult<Nothing>> PutAsync(string path, object body, FormKey key, CancellationToken ct) =>
        SendAsync<Nothing>(HttpMethod.Put, path, body, key with { IdempotencyKey = null }, ct);

    /// <summary>Builds a query from the values that are there.</summary>
    protected static string Query(string path, params (string Name, object? Value)[] values)
    {
        var parts = values.Where(pair => pair.Value is not null and not "")
            .Select(pair => pair.Name + "=" + Uri.EscapeDataString(pair.Value!.ToString()!));
        var query = string.Join('&', parts);
        return query.Length == 0 ? path : path + "?" + query;
    }

    private async Task<ApiResult<T>> SendAsync<T>(HttpMethod method, string path, object? body, FormKey? key, CancellationToken ct)
    {
        try
        {
            using var request = await RequestAsync(method, path, body, key, ct);
            using var response = await http.SendAsync(request, ct);
            if (!response.IsSuccessStatusCode) return new ApiResult<T>(default, null, await Problem.ReadAsync(response, ct));
            var value = response.StatusCode == HttpStatusCode.NoContent || response.Content.Headers.ContentLength == 0
                ? default
                : await response.Content.ReadFromJsonAsync<T>(Json, ct);
            return new ApiResult<T>(value, response.Headers.ETag?.ToString(), null);
        }
        catch (Exception away) when (IsAway(away) && !ct.IsCancellationRequested)
        {
            return new ApiResult<T>(default, null, Problem.Outage(Activity.Current?.TraceId.ToHexString()));
        }
    }

    private async Task<HttpRequestMessage> RequestAsync(HttpMethod method, string path, object? body, FormKey? key, CancellationToken ct)
    {
        var request = new HttpRequestMessage(method, $"http://gateway/api/v1/{service}/{path}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await tokens.ForAsync(service, ct));
        if (key?.IdempotencyKey is { Length: > 0 } idempotency) request.Headers.Add("Idempotency-Key", idempotency);
        if (key?.ETag is { Length: > 0 } etag) request.Headers.TryAddWithoutValidation("If-Match", etag);
        if (body is not null) request.Content = new StringContent(JsonSerializer.Serialize(body, Json), Encoding.UTF8, "application/json");
        return request;
    }

    private static bool IsAway(Exception exception) => exception is HttpRequestException or TaskCanceledException or ExecutionRejectedException;
}
