using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Kim.Demo.SignIn;

namespace Kim.Demo.Play;

/// <summary>One signed-in person who speaks to the gateway's public API.</summary>
/// <param name="name">Name of the demo account.</param>
/// <param name="http">The gateway.</param>
/// <param name="account">Its way in.</param>
/// <param name="signIn">The sign-in.</param>
internal sealed class Person(string name, HttpClient http, DemoAccount account, KimSignIn signIn)
{
    private static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(4);
    private Tokens? _tokens;
    private DateTimeOffset _since;

    public string Name => name;

    /// <summary>Signs in; the token is renewed by itself later.</summary>
    public async Task SignInAsync(CancellationToken ct)
    {
        _tokens = await signIn.SignInAsync(account, "cases network interpreters funding naturalisation", ct);
        _since = TimeProvider.System.GetUtcNow();
    }

    public async Task<Answer> GetAsync(string path, CancellationToken ct) => await SendAsync(HttpMethod.Get, path, null, null, ct);

    public async Task<Answer> PostAsync(string path, object? body, CancellationToken ct, string? ifMatch = null) =>
        await SendAsync(HttpMethod.Post, path, body, ifMatch, ct);

    /// <summary>Reads the thing at <paramref name="resource"/> first and changes it on that version.</summary>
    public async Task<Answer> PostOnAsync(string resource, string path, object? body, CancellationToken ct) =>
        await PostAsync(path, body, ct, (await GetAsync(resource, ct)).ETag);

    /// <summary>Reads the thing at <paramref name="resource"/> first and replaces a part of it on that version.</summary>
    public async Task<Answer> PutOnAsync(string resource, string path, object body, CancellationToken ct) =>
        await SendAsync(HttpMethod.Put, path, body, (await GetAsync(resource, ct)).ETag, ct);

    /// <summary>Asks until the answer is as expected: what travels by events needs a moment.</summary>
    public async Task<Answer> UntilAsync(string path, Func<JsonNode, bool> expected, string what, CancellationToken ct)
    {
        for (var attempt = 0; attempt < 150; attempt++)
        {
            var answer = await GetAsync(path, ct);
            if (expected(answer.Body)) return answer;
            await Task.Delay(200, ct);
        }

        throw new DemoException($"Waited 30 seconds in vain: {what} (GET {path}).");
    }

    /// <summary>The bytes of a file, and the trace of the request.</summary>
    public async Task<(byte[] Bytes, string TraceId)> DownloadAsync(string path, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1" + path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(ct));
        using var response = await http.SendAsync(request, ct);
        if (!response.IsSuccessStatusCode) throw new DemoException($"{name}: GET {path} answered {(int)response.StatusCode}");
        return (await response.Content.ReadAsByteArrayAsync(ct), response.Headers.TryGetValues("trace-id", out var values) ? values.First() : "-");
    }

    private async Task<Answer> SendAsync(HttpMethod method, string path, object? body, string? ifMatch, CancellationToken ct)
    {
        for (var attempt = 0; ; attempt++)
        {
            using var request = new HttpRequestMessage(method, "/api/v1" + path);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(ct));
            if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
            if (method == HttpMethod.Post) request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
            if (method != HttpMethod.Get)
                request.Content = new StringContent(System.Text.Json.JsonSerializer.Serialize(body ?? new { }, Answer.Json), Encoding.UTF8, "application/json");
            using var response = await http.SendAsync(request, ct);
            var text = await response.Content.ReadAsStringAsync(ct);
            if (response.IsSuccessStatusCode) return Answer.Of(response, text);
            // Right after the first start the account may still be on its way to the service.
            var retry = response.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests && attempt < 20;
            if (!retry) throw new DemoException($"{name}: {method} {path} answered {(int)response.StatusCode}\n{text}");
            await Task.Delay(1000, ct);
        }
    }

    private async Task<string> TokenAsync(CancellationToken ct)
    {
        if (_tokens is null) await SignInAsync(ct);
        else if (TimeProvider.System.GetUtcNow() - _since > TokenLife)
        {
            _tokens = await signIn.RefreshAsync(_tokens.RefreshToken!, ct);
            _since = TimeProvider.System.GetUtcNow();
        }

        return _tokens!.AccessToken;
    }
}
