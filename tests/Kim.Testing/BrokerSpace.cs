using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Kim.Contracts;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Kim.Testing;

/// <summary>A message that went through the broker.</summary>
/// <param name="WireName">Its wire name: the exchange.</param>
/// <param name="MessageId">The message id of its properties.</param>
/// <param name="Body">The raw JSON.</param>
/// <param name="Headers">The headers, as text.</param>
public sealed record BrokerMessage(string WireName, string? MessageId, string Body, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The body as the event <typeparamref name="T"/>.</summary>
    public T As<T>() => JsonSerializer.Deserialize<T>(Body, JsonSerializerOptions.Web)!;

    /// <summary>All of it, headers first.</summary>
    public string Text => string.Join('\n', Headers.Select(header => $"{header.Key}={header.Value}").Append(Body));

    /// <summary>Hears what comes to these exchanges, in a queue that ends with the channel.</summary>
    internal static async Task HearAsync(IChannel channel, IEnumerable<string> exchanges, Action<BrokerMessage> heard)
    {
        var queue = (await channel.QueueDeclareAsync(queue: "", durable: false, exclusive: true, autoDelete: true)).QueueName;
        foreach (var exchange in exchanges) await channel.QueueBindAsync(queue, exchange, "");
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            heard(new BrokerMessage(delivery.Exchange, delivery.BasicProperties.MessageId, Encoding.UTF8.GetString(delivery.Body.Span),
                (delivery.BasicProperties.Headers ?? new Dictionary<string, object?>()).ToDictionary(
                    header => header.Key, header => header.Value is byte[] text ? Encoding.UTF8.GetString(text) : header.Value?.ToString() ?? "")));
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(queue, autoAck: true, consumer);
    }
}

/// <summary>
/// A vhost of its own for one test class: the service under test gets a user with its real rights, the test acts as the
/// other services with the administrator's rights and hears every event.
/// </summary>
public sealed class BrokerSpace : IAsyncDisposable
{
    private static readonly IReadOnlyDictionary<string, Type> Events = typeof(WireNameAttribute).Assembly.GetTypes()
        .Where(type => type.GetCustomAttribute<WireNameAttribute>() is not null)
        .ToDictionary(type => type.GetCustomAttribute<WireNameAttribute>()!.Name, StringComparer.Ordinal);

    private readonly BrokerApi _api;
    private readonly string _user;
    private readonly ConcurrentQueue<BrokerMessage> _heard = new();
    private IConnection? _connection;
    private IChannel? _channel;

    private BrokerSpace(KimServers servers, string service)
    {
        VHost = "test-" + Guid.NewGuid().ToString("N")[..12];
        _user = $"{service}-{VHost}";
        _api = new BrokerApi(servers);
        Admin = new UriBuilder(servers.Rabbit) { Path = VHost }.Uri;
        Proxy = new FaultProxy(servers.Rabbit.Host, servers.Rabbit.Port);
        Service = new UriBuilder(servers.Rabbit) { Host = "127.0.0.1", Port = Proxy.Port, Path = VHost, UserName = _user, Password = "kim-test" }.Uri;
    }

    /// <summary>The vhost.</summary>
    public string VHost { get; }

    /// <summary>The broker for the service: its own user, through <see cref="Proxy"/>.</summary>
    public Uri Service { get; }

    /// <summary>The broker for the test, with all rights on the vhost.</summary>
    public Uri Admin { get; }

    /// <summary>The wire between service and broker: cut it to play an outage of the broker for this class alone.</summary>
    public FaultProxy Proxy { get; }

    /// <summary>Creates vhost and user and begins to listen to every exchange of the event catalogue.</summary>
    public static async Task<BrokerSpace> CreateAsync(string service)
    {
        var servers = await KimServers.GetAsync();
        var space = new BrokerSpace(servers, service);
        await space._api.PutAsync($"vhosts/{space.VHost}", new { });
        await space._api.PutAsync($"users/{space._user}", new { password = "kim-test", tags = "" });
        await space._api.PutAsync($"permissions/{space.VHost}/{space._user}", new
        {
            configure = $@"^({service}-.*|kim\..*)$", write = $@"^({service}-.*|kim\.{service}\..*)$", read = $@"^({service}-.*|kim\..*)$",
        });
        var admin = Uri.UnescapeDataString(servers.Rabbit.UserInfo.Split(':')[0]);
        await space._api.PutAsync($"permissions/{space.VHost}/{admin}", new { configure = ".*", write = ".*", read = ".*" });
        await space.ListenAsync();
        return space;
    }

    /// <summary>Publishes an event as another service would: raw JSON on the exchange of its wire name. The same id twice is a duplicate.</summary>
    public async Task PublishAsync<T>(T message, Guid? messageId = null) where T : class =>
        await PublishRawAsync(WireNameOf(typeof(T)), JsonSerializer.Serialize(message, JsonSerializerOptions.Web), messageId);

    /// <summary>Publishes any text, for messages that no service should send.</summary>
    public async Task PublishRawAsync(string wireName, string json, Guid? messageId = null, IDictionary<string, object?>? headers = null)
    {
        var properties = new BasicProperties
        {
            MessageId = (messageId ?? Guid.CreateVersion7()).ToString(), ContentType = "application/json", DeliveryMode = DeliveryModes.Persistent,
            // The name under which MassTransit passes a W3C trace parent on.
            Headers = headers ?? (Activity.Current?.Id is { } id ? new Dictionary<string, object?> { ["MT-Activity-Id"] = id } : null),
        };
        await _channel!.BasicPublishAsync(wireName, "", mandatory: false, properties, Encoding.UTF8.GetBytes(json));
    }

    /// <summary>Every message heard so far, oldest first; those that the test published among them.</summary>
    public IReadOnlyList<BrokerMessage> Heard => [.. _heard];

    /// <summary>The events <typeparamref name="T"/> heard so far.</summary>
    public IReadOnlyList<T> Received<T>() => [.. _heard.Where(message => message.WireName == WireNameOf(typeof(T))).Select(message => message.As<T>())];

    /// <summary>Waits for an event.</summary>
    public async Task<T> WaitForAsync<T>(Func<T, bool>? predicate = null, TimeSpan? timeout = null) where T : class =>
        (await Eventually.GetAsync(() => Task.FromResult(Received<T>().FirstOrDefault(predicate ?? (_ => true))), found => found is not null, timeout,
            $"event {typeof(T).Name}"))!;

    /// <summary>Number of messages waiting in a queue, or -1 when the queue is not there.</summary>
    public async Task<long> CountAsync(string queue)
    {
        // A passive declare closes the channel when the queue is missing: hence one of its own.
        await using var channel = await _connection!.CreateChannelAsync();
        try
        {
            return (await channel.QueueDeclarePassiveAsync(queue)).MessageCount;
        }
        catch (RabbitMQ.Client.Exceptions.OperationInterruptedException)
        {
            return -1;
        }
    }

    /// <summary>Waits until the service has bound a queue to the exchange of <typeparamref name="T"/>: from then on no event is lost to it.</summary>
    public async Task WaitForListenerAsync<T>(TimeSpan? timeout = null) => await Eventually.HoldsAsync(async () =>
        (await _api.GetAsync($"exchanges/{VHost}/{WireNameOf(typeof(T))}/bindings/source")).EnumerateArray()
            .Any(binding => !binding.GetProperty("destination").GetString()!.StartsWith("amq.", StringComparison.Ordinal)), timeout, $"a listener of {typeof(T).Name}");

    /// <summary>Everything that the management API says about a queue.</summary>
    public Task<JsonElement> QueueAsync(string queue) => _api.GetAsync($"queues/{VHost}/{queue}");

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_connection is not null) await _connection.DisposeAsync();
        await Proxy.DisposeAsync();
        await _api.DeleteAsync($"vhosts/{VHost}");
        await _api.DeleteAsync($"users/{_user}");
        _api.Dispose();
    }

    private async Task ListenAsync()
    {
        _connection = await new ConnectionFactory { Uri = Admin }.CreateConnectionAsync();
        _channel = await _connection.CreateChannelAsync();
        foreach (var wireName in Events.Keys) await _channel.ExchangeDeclareAsync(wireName, ExchangeType.Fanout, durable: true);
        await BrokerMessage.HearAsync(_channel, Events.Keys, _heard.Enqueue);
    }

    private static string WireNameOf(Type type) => type.GetCustomAttribute<WireNameAttribute>()?.Name
        ?? throw new ArgumentException($"{type.Name} carries no WireName.");
}
