using System.Net.Http.Headers;

namespace Kim.Benchmarks.Load;

/// <summary>An address under load: the connections to it and how its requests are made.</summary>
internal sealed class Target : IDisposable
{
    /// <summary>Connections, and so requests at once, of every measurement.</summary>
    public const int Connections = 16;

    private readonly HttpClient _http;

    private Target(Uri address, Func<HttpRequestMessage> next)
    {
        _http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections, AllowAutoRedirect = false, UseCookies = false, UseProxy = false })
        {
            BaseAddress = address, Timeout = TimeSpan.FromSeconds(60),
        };
        Next = next;
    }

    /// <summary>Makes the next request; called by many threads at once.</summary>
    public Func<HttpRequestMessage> Next { get; }

    public static Target At(Uri address, Func<HttpRequestMessage> next) => new(address, next);

    /// <summary>A GET with a bearer token, or without one.</summary>
    public static HttpRequestMessage Get(string path, string? token)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return request;
    }

    /// <summary>Sends one request and reads its answer to the end.</summary>
    /// <returns>The answer's text.</returns>
    /// <exception cref="LoadException">The answer is no success: a benchmark of failures measures nothing.</exception>
    public async Task<byte[]> SendAsync(CancellationToken ct = default)
    {
        using var request = Next();
        using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseContentRead, ct);
        var body = await answer.Content.ReadAsByteArrayAsync(ct);
        return answer.IsSuccessStatusCode
            ? body
            : throw new LoadException($"{request.Method} {request.RequestUri?.OriginalString.Split('?')[0]}: {(int)answer.StatusCode} {System.Text.Encoding.UTF8.GetString(body)[..Math.Min(300, body.Length)]}");
    }

    public void Dispose() => _http.Dispose();
}

/// <summary>The program under load did not do its work.</summary>
internal sealed class LoadException(string message) : Exception(message);
