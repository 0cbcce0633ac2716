using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace Kim.Testing;

/// <summary>Testcontainers speaks the newest API version and gives up where the engine is older (Debian 12: 1.41). The engine is asked first.</summary>
internal static class DockerEngine
{
    private const string Variable = "DOCKER_API_VERSION";
    private const string SocketPath = "/var/run/docker.sock";

    internal static async Task AgreeOnVersionAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } || Environment.GetEnvironmentVariable("DOCKER_HOST") is { Length: > 0 } || !File.Exists(SocketPath))
            return;
        using var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (_, ct) =>
            {
                var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(SocketPath), ct);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        using var http = new HttpClient(handler) { BaseAddress = new Uri("http://docker/"), Timeout = TimeSpan.FromSeconds(5) };
        try
        {
            var version = await http.GetFromJsonAsync<JsonElement>("version");
            Environment.SetEnvironmentVariable(Variable, version.GetProperty("ApiVersion").GetString());
        }
        catch (HttpRequestException)
        {
            // No engine: Testcontainers says so in its own words.
        }
    }
}
