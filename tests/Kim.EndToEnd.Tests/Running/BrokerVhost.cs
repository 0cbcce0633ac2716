using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Kim.EndToEnd.Tests.Running;

/// <summary>A vhost of its own with one user per service, each with the rights of production.</summary>
internal sealed class BrokerVhost : IAsyncDisposable
{
    private readonly string _vhost = "e2e-" + Guid.NewGuid().ToString("N")[..12];
    private readonly string _password = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
    private readonly ConcurrentQueue<(string Place, string Message)> _heard = new();
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

    /// <summary>Begins to listen to every exchange of the house: after the queues are declared, before the programs start.</summary>
    public async Task ListenAsync()
    {
        var admin = Uri.UnescapeDataString(_servers.Rabbit.UserInfo.Split(':')[0]);
        await PutAsync($"permissions/{_vhost}/{admin}", new { configure = ".*", write = ".*", read = ".*" });
        _connection = await new ConnectionFactory { Uri = new UriBuilder(_servers.Rabbit) { Path = _vhost }.Uri }.CreateConnectionAsync();
        var channel = await _connection.CreateChannelAsync();
        var queue = (await channel.QueueDeclareAsync(queue: "", durable: false, exclusive: true, autoDelete: true)).QueueName;
        foreach (var exchange in await ListAsync("exchanges", name => name.StartsWith("kim.", StringComparison.Ordinal)))
            await channel.QueueBindAsync(queue, exchange, "");
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            var headers = (delivery.BasicProperties.Headers ?? new Dictionary<string, object?>())
                .Select(header => $"{header.Key}={(header.Value is byte[] text ? Encoding.UTF8.GetString(text) : header.Value)}");
            _heard.Enqueue((delivery.Exchange, string.Join('\n', headers) + Encoding.UTF8.GetString(delivery.Body.Span)));
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(queue, autoAck: true, consumer);
    }

    /// <summary>What was heard, and what is parked in the queues of messages that could not be dealt with.</summary>
    public async Task<IReadOnlyList<(string Place, string Message)>> MessagesAsync()
    {
        var parked = new List<(string, string)>();
        foreach (var queue in await ListAsync("queues", name => name.EndsWith("_error", StringComparison.Ordinal) || name.EndsWith("_dead", StringComparison.Ordinal) || name.EndsWith("_skipped", StringComparison.Ordinal)))
        {
            var ask = new { count = 1000, ackmode = "ack_requeue_true", encoding = "auto" };
            var answer = await _api.PostAsJsonAsync($"api/queues/{_vhost}/{queue}/get", ask);
            parked.Add((queue, await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync()));
        }

        return [.. _heard, .. parked];
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null) await _connection.DisposeAsync();
        await _api.DeleteAsync($"api/vhosts/{_vhost}");
        foreach (var service in _services) await _api.DeleteAsync($"api/users/{UserOf(service)}");
        _api.Dispose();
    }

    private string UserOf(string service) => $"{service}-{_vhost}";

    private async Task<IReadOnlyList<string>> ListAsync(string kind, Func<string, bool> wanted)
    {
        var all = await _api.GetFromJsonAsync<JsonElement>(string.Create(CultureInfo.InvariantCulture, $"api/{kind}/{_vhost}"));
        return [.. all.EnumerateArray().Select(row => row.GetProperty("name").GetString()!).Where(wanted)];
    }

    private async Task PutAsync(string path, object body) => (await _api.PutAsJsonAsync("api/" + path, body)).EnsureSuccessStatusCode();
}
