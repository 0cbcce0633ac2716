using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Kim.ServiceKit.Messaging;

/// <summary>
/// A connection to the broker beside the bus: it tells whether the broker is there, how deep the queues are, and carries a parked
/// message back byte by byte. It is opened again whenever somebody asks for it.
/// </summary>
internal sealed class BrokerLink(IConnectionFactory factory) : IAsyncDisposable
{
    private readonly SemaphoreSlim _one = new(1);
    private IConnection? _connection;

    /// <summary>What this connection asks of a factory: nobody waits long for the broker, and a lost connection is opened anew here.</summary>
    public static void Shape(ConnectionFactory factory)
    {
        factory.AutomaticRecoveryEnabled = false;
        factory.RequestedHeartbeat = MessagingSetup.Heartbeat;
        factory.RequestedConnectionTimeout = TimeSpan.FromSeconds(3);
        factory.HandshakeContinuationTimeout = TimeSpan.FromSeconds(3);
        factory.ContinuationTimeout = TimeSpan.FromSeconds(5);
        factory.ClientProvidedName = "kim-link";
    }

    /// <summary>Whether the broker answers, as far as this connection knows; opens it when it is closed.</summary>
    public async Task<bool> IsThereAsync(CancellationToken ct)
    {
        try
        {
            return (await OpenAsync(ct)).IsOpen;
        }
        catch (Exception away) when (IsAway(away))
        {
            return false;
        }
    }

    /// <summary>Messages that wait on a queue; null when the queue is not there.</summary>
    public async Task<uint?> DepthAsync(string queue, CancellationToken ct)
    {
        await using var channel = await (await OpenAsync(ct)).CreateChannelAsync(cancellationToken: ct);
        try
        {
            return (await channel.QueueDeclarePassiveAsync(queue, ct)).MessageCount;
        }
        catch (OperationInterruptedException missing) when (missing.ShutdownReason?.ReplyCode == 404)
        {
            return null;
        }
    }

    /// <summary>A channel on which a publish ends when the broker has taken the message over.</summary>
    public async Task<IChannel> OpenConfirmedChannelAsync(CancellationToken ct) =>
        await (await OpenAsync(ct)).CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), ct);

    /// <summary>Whether the broker takes a message over: an empty one, to an exchange that leads nowhere.</summary>
    /// <exception cref="OperationCanceledException">It did not, until <paramref name="ct"/> ended the wait.</exception>
    public async Task<bool> ConfirmsAsync(string exchange, CancellationToken ct)
    {
        try
        {
            await using var channel = await OpenConfirmedChannelAsync(ct);
            await channel.ExchangeDeclareAsync(exchange, ExchangeType.Fanout, durable: false, autoDelete: false, cancellationToken: ct);
            await channel.BasicPublishAsync(exchange, "", ReadOnlyMemory<byte>.Empty, ct);
            return true;
        }
        catch (Exception away) when (IsAway(away))
        {
            return false;
        }
    }

    /// <summary>Declares exchanges that hand every message to all who are bound to them. Declaring again changes nothing.</summary>
    public async Task DeclareAsync(IEnumerable<string> exchanges, CancellationToken ct)
    {
        await using var channel = await (await OpenAsync(ct)).CreateChannelAsync(cancellationToken: ct);
        foreach (var exchange in exchanges) await channel.ExchangeDeclareAsync(exchange, ExchangeType.Fanout, durable: true, cancellationToken: ct);
    }

    /// <summary>Whether a failure means that the broker cannot be reached.</summary>
    public static bool IsAway(Exception failure) => failure is RabbitMQClientException or IOException or TimeoutException or System.Net.Sockets.SocketException
        or ObjectDisposedException;

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null) await _connection.DisposeAsync();
        _one.Dispose();
    }

    private async Task<IConnection> OpenAsync(CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            if (_connection is { IsOpen: true } open) return open;
            if (_connection is not null) await _connection.DisposeAsync();
            _connection = null;
            return _connection = await factory.CreateConnectionAsync(ct);
        }
        finally
        {
            _one.Release();
        }
    }
}
