using System.Net.Sockets;

namespace Kim.AppHost.Local;

/// <summary>Is it there? Null is yes, a text says why not. None of them leaves a line in the server's log.</summary>
internal static class Probes
{
    private static readonly HttpClient Client = new(new SocketsHttpHandler { UseProxy = false, PooledConnectionLifetime = TimeSpan.FromMinutes(1) })
    {
        Timeout = TimeSpan.FromSeconds(5),
    };

    public static Task<string?> TcpAsync(string host, int port, CancellationToken ct) =>
        AskAsync(host, port, (_, _) => Task.FromResult<string?>(null), ct);

    /// <summary>Asks for TLS, which PostgreSQL answers with one letter before anybody signs in.</summary>
    public static Task<string?> PostgresAsync(string host, int port, CancellationToken ct) =>
        AskAsync(host, port, async (stream, inner) =>
        {
            byte[] request = [0, 0, 0, 8, 4, 0xd2, 0x16, 0x2f];
            await stream.WriteAsync(request, inner);
            var answer = new byte[1];
            var read = await stream.ReadAsync(answer, inner);
            return read == 1 && answer[0] is (byte)'N' or (byte)'S' ? null : "PostgreSQL does not answer";
        }, ct);

    /// <summary>Asks Erlang's name service for its names.</summary>
    public static Task<string?> ErlangNamesAsync(string host, int port, CancellationToken ct) =>
        AskAsync(host, port, async (stream, inner) =>
        {
            byte[] request = [0, 1, (byte)'n'];
            await stream.WriteAsync(request, inner);
            return await stream.ReadAsync(new byte[4], inner) > 0 ? null : "epmd does not answer";
        }, ct);

    public static async Task<string?> HttpAsync(string url, CancellationToken ct)
    {
        try
        {
            using var answer = await Client.GetAsync(url, ct);
            return answer.IsSuccessStatusCode ? null : $"{url} answers {(int)answer.StatusCode}";
        }
        catch (HttpRequestException)
        {
            return $"{url} does not answer";
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return $"{url} takes longer than 5 s";
        }
    }

    private static async Task<string?> AskAsync(
        string host, int port, Func<NetworkStream, CancellationToken, Task<string?>> ask, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeSpan.FromSeconds(5));
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(host, port, limit.Token);
            return await ask(client.GetStream(), limit.Token);
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return $"{host}:{port} does not answer";
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return $"{host}:{port} takes longer than 5 s";
        }
    }
}
