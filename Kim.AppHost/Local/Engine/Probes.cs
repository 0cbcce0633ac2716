using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Kim.AppHost.Local;

/// <summary>Is it there? Null is yes, a text says why not.</summary>
internal static class Probes
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);
    private static readonly HttpClient Client = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = Limit };

    public static Task<string?> HttpAsync(string url, CancellationToken ct) => AskAsync(url, async () =>
    {
        using var answer = await Client.GetAsync(url, ct);
        return answer.IsSuccessStatusCode ? null : $"{url} answers {(int)answer.StatusCode}";
    }, ct);

    public static Task<string?> TcpAsync(Endpoint endpoint, CancellationToken ct) => AskAsync(endpoint.Url, async () =>
    {
        using var client = new TcpClient();
        await client.ConnectAsync(endpoint.Host, endpoint.Port, ct);
        return null;
    }, ct);

    public static bool IsFree(int port) =>
        IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().All(listener => listener.Port != port);

    private static async Task<string?> AskAsync(string address, Func<Task<string?>> ask, CancellationToken ct)
    {
        try
        {
            return await ask().WaitAsync(Limit, ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            return e is TimeoutException or OperationCanceledException ? $"{address} takes longer than {Limit.TotalSeconds} s" : $"{address} does not answer";
        }
    }
}
