using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Kim.EndToEnd.Tests.Running;

/// <summary>A vhost of its own with one user per service, each with the rights of production.</summary>
internal sealed class BrokerVhost : IAsyncDisposable
{
    private readonly string _vhost = "e2e-" + Guid.NewGuid().ToString("N")[..12];
    private readonly string _password = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
    private readonly KimServers _servers;
    private readonly HttpClient _api;
    private readonly IReadOnlyList<string> _services;

    private BrokerVhost(KimServers servers, IReadOnlyList<string> services)
    {
        (_servers, _services) = (servers, services);
        _api = new HttpClient { BaseAddress = servers.RabbitApi };
        _api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(servers.Rabbit.UserInfo))));
    }

    public static async Task<BrokerVhost> CreateAsync(IReadOnlyList<string> services)
    {
        var broker = new BrokerVhost(await KimServers.GetAsync(), services);
        await broker.PutAsync($"vhosts/{broker._vhost}", new { });
        foreach (var service in services)
        {
            await broker.PutAsync($"users/{broker.UserOf(service)}", new { password = broker._password, tags = "" });
            await broker.PutAsync($"permissions/{broker._vhost}/{broker.UserOf(service)}", new
            {
                configure = $@"^({service}-.*|kim\..*)$",
                write = $@"^({service}-.*|kim\.{service}\..*)$",
                read = $@"^({service}-.*|kim\..*)$",
            });
        }

        return broker;
    }

    public Uri For(string service) =>
        new UriBuilder(_servers.Rabbit) { Path = _vhost, UserName = UserOf(service), Password = _password }.Uri;

    public async Task<string> QueuedAsync()
    {
        var texts = new List<string>();
        foreach (var queue in (await _api.GetFromJsonAsync<JsonElement>($"api/queues/{_vhost}")).EnumerateArray().Select(found => found.GetProperty("name").GetString()!))
        {
            using var answer = await _api.PostAsJsonAsync($"api/queues/{_vhost}/{Uri.EscapeDataString(queue)}/get", new { count = 1000, ackmode = "ack_requeue_true", encoding = "auto" });
            texts.Add($"{queue}: {await answer.Content.ReadAsStringAsync()}");
        }

        return string.Join('\n', texts);
    }

    public async ValueTask DisposeAsync()
    {
        await _api.DeleteAsync($"api/vhosts/{_vhost}");
        foreach (var service in _services) await _api.DeleteAsync($"api/users/{UserOf(service)}");
        _api.Dispose();
    }

    private string UserOf(string service) => $"{service}-{_vhost}";

    private async Task PutAsync(string path, object body) => (await _api.PutAsJsonAsync("api/" + path, body)).EnsureSuccessStatusCode();
}
