using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using RabbitMQ.Client;

namespace Kim.Testing;

/// <summary>A vhost of its own with one user per service, each with the rights of production.</summary>
public sealed class BrokerVhost : IAsyncDisposable
{
    private readonly string _vhost = "system-" + Guid.NewGuid().ToString("N")[..12];
    private readonly string _password = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
    private readonly ConcurrentQueue<BrokerMessage> _heard = new();
    private readonly KimServers _servers;
    private IConnection? _connection;
    private readonly HttpClient _api;
    private readonly IReadOnlyList<string> _services;

    private BrokerVhost(KimServers servers, IReadOnlyList<string> services)
    {
        (_servers, _services) = (servers, services);
        _api = new HttpClient { BaseAddress = servers.RabbitApi };
        _api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(servers.Rabbit.UserInfo))));
    }

    /// <summary>Creates the vhost and the users of these services.</summary>
    public static async Task<BrokerVhost> CreateAsync(IReadOnlyList<string> services)
    {
        var broker = new BrokerVhost(await KimServers.GetAsync(), services);
        await broker.PutAsync($"vhosts/{broker._vhost}", new { });
        // Who makes a vhost through the API does not always get rights on it.
        var admin = Uri.UnescapeDataString(broker._servers.Rabbit.UserInfo.Split(':')[0]);
        await broker.PutAsync($"permissions/{broker._vhost}/{admin}", new { configure = ".*", write = ".*", read = ".*" });
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

    /// <summary>The broker for the test, with all rights on the vhost.</summary>
    public Uri Admin => new UriBuilder(_servers.Rabbit) { Path = _vhost }.Uri;

    /// <summary>The broker for a service, as its own user.</summary>
    public Uri For(string service) =>
        new UriBuilder(_servers.Rabbit) { Path = _vhost, UserName = UserOf(service), Password = _password }.Uri;

    /// <summary>Names of all queues of the vhost.</summary>
    public Task<IReadOnlyList<string>> QueuesAsync() => ListAsync("queues");

    /// <summary>What listens to an exchange: the queues (by the exchange of the same name) that are bound to it.</summary>
    public async Task<IReadOnlyList<string>> ListenersAsync(string exchange)
    {
        using var answer = await _api.GetAsync($"api/exchanges/{_vhost}/{exchange}/bindings/source");
        if (answer.StatusCode == System.Net.HttpStatusCode.NotFound) return [];
        return [.. (await answer.Content.ReadFromJsonAsync<JsonElement>()).EnumerateArray().Select(binding => binding.GetProperty("destination").GetString()!)];
    }

    /// <summary>What lies in all queues, as text; it stays there.</summary>
    public async Task<string> QueuedAsync()
    {
        var texts = new List<string>();
        foreach (var queue in await ListAsync("queues"))
        {
            using var answer = await _api.PostAsJsonAsync($"api/queues/{_vhost}/{Uri.EscapeDataString(queue)}/get", new { count = 1000, ackmode = "ack_requeue_true", encoding = "auto" });
            texts.Add($"{queue}: {await answer.Content.ReadAsStringAsync()}");
        }

        return string.Join('\n', texts);
    }

    /// <summary>Begins to listen to every exchange of the house: after the queues are declared, before the programs start.</summary>
    public async Task ListenAsync()
    {
        _connection = await new ConnectionFactory { Uri = Admin }.CreateConnectionAsync();
        var channel = await _connection.CreateChannelAsync();
        await BrokerMessage.HearAsync(channel, (await ListAsync("exchanges")).Where(name => name.StartsWith("kim.", StringComparison.Ordinal)), _heard.Enqueue);
    }

    /// <summary>What was heard since <see cref="ListenAsync"/>.</summary>
    public IReadOnlyList<BrokerMessage> Heard => [.. _heard];

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_connection is not null) await _connection.DisposeAsync();
        await _api.DeleteAsync($"api/vhosts/{_vhost}");
        foreach (var service in _services) await _api.DeleteAsync($"api/users/{UserOf(service)}");
        _api.Dispose();
    }

    private string UserOf(string service) => $"{service}-{_vhost}";

    private async Task<IReadOnlyList<string>> ListAsync(string kind) =>
        [.. (await _api.GetFromJsonAsync<JsonElement>($"api/{kind}/{_vhost}?columns=name")).EnumerateArray().Select(row => row.GetProperty("name").GetString()!)];

    private async Task PutAsync(string path, object body) => (await _api.PutAsJsonAsync("api/" + path, body)).EnsureSuccessStatusCode();
}
