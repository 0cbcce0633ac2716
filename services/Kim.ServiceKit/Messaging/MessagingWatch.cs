using Kim.ServiceKit.Data;
using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Kim.ServiceKit.Messaging;

/// <summary>
/// Starts the bus when the broker is there, takes the figures, and ends the process when messages wait on a queue and none is dealt
/// with, or when no event gets out although the broker takes messages: a bus may stay dead after the broker's restart (MassTransit
/// #2072), and one that is started anew inside the process may stay so; whoever runs the service starts it again.
/// </summary>
internal sealed partial class MessagingWatch(
    MessagingWorld world, NpgsqlDataSource source, QueueBook queues, ConsumerPulse consumers, PublishPulse publishes, MessagingFigures figures, IHostApplicationLifetime life, TimeProvider clock,
    ILogger<MessagingWatch> log)
    : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LookPatience = TimeSpan.FromSeconds(10);

    /// <summary>Exit code of a service that no longer hears the broker, or is not heard (EX_TEMPFAIL): start it again.</summary>
    public const int CutOff = 75;

    // Since when messages have been waiting on a queue without one being dealt with.
    private readonly Dictionary<string, DateTimeOffset> _waitingSince = new(StringComparer.Ordinal);
    private DateTimeOffset _sampledAt = DateTimeOffset.MinValue;
    private bool _brokerAway;
    private bool _started;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (_started) await world.Bus.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, clock);
        try
        {
            do await LookAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The service stops.
        }
    }

    // Whatever goes wrong or hangs, the next look follows: a watch that ended would leave the service without messages, and nobody told.
    private async Task LookAsync(CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(LookPatience);
        try
        {
            var there = await world.Link.IsThereAsync(limit.Token);
            if (there && !_started) await StartBusAsync(ct);
            MindAway(there);
            if (clock.GetUtcNow() - _sampledAt < world.Times.Sample) return;
            await SampleAsync(there, limit.Token);
            MindSilence();
            if (there) await MindMutenessAsync(limit.Token);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested && failure is not OutOfMemoryException)
        {
            // What nobody could deal with because the database or the broker is away is nobody's silence.
            _waitingSince.Clear();
            LookFailed(log, failure.GetType().Name);
        }
    }

    /// <summary>MassTransit finds a broker that is back by itself, in its own time; a bus that is stopped and started under it may stay deaf.</summary>
    private void MindAway(bool there)
    {
        if (!there && !_brokerAway) BrokerIsAway(log);
        if (!there) publishes.Excuse();
        _brokerAway = !there;
    }

    private void MindSilence()
    {
        if (figures.Last.Queues.FirstOrDefault(queue => queue.SilentSeconds >= world.Times.Silence.TotalSeconds) is not { } silent) return;
        QueueIsSilent(log, silent.Waiting ?? 0, silent.Queue, (int)silent.SilentSeconds);
        End();
    }

    // A broker that takes no message from anybody, for lack of memory or disk, is not mended by a new process.
    private async Task MindMutenessAsync(CancellationToken ct)
    {
        if (publishes.Silence < world.Times.Silence || !await world.Link.ConfirmsAsync(queues.Probe, ct)) return;
        BusIsMute(log, figures.Last.OutboxRows, (int)publishes.Silence.TotalSeconds);
        End();
    }

    private void End()
    {
        _waitingSince.Clear();
        Environment.ExitCode = CutOff;
        life.StopApplication();
    }

    private async Task StartBusAsync(CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(StartPatience);
        try
        {
            await world.Bus.StartAsync(limit.Token);
            _started = true;
        }
        catch (Exception unfinished) when (!ct.IsCancellationRequested && unfinished is not OutOfMemoryException)
        {
            StartFailed(log, unfinished.GetType().Name);
        }
    }

    private async Task SampleAsync(bool there, CancellationToken ct)
    {
        _sampledAt = clock.GetUtcNow();
        var (rows, seconds, parked) = await CountAsync(ct);
        var found = new List<QueueFigures>();
        foreach (var (queue, type) in queues.All)
        {
            var depth = there ? await world.Link.DepthAsync(queue, ct) : null;
            found.Add(new QueueFigures(queue, type, depth, Silence(queue, depth), parked.GetValueOrDefault(queue)));
        }

        // A queue that lost its consumer may still have parked messages.
        found.AddRange(parked.Where(entry => !queues.Has(entry.Key)).Select(entry => new QueueFigures(entry.Key, QueueBook.UnknownType, null, 0, entry.Value)));
        figures.Last = new MessagingSample(_sampledAt, rows, seconds, found);
    }

    private double Silence(string queue, uint? depth)
    {
        if (depth is null or 0)
        {
            _waitingSince.Remove(queue);
            return 0;
        }

        var since = _waitingSince.TryGetValue(queue, out var known) ? known : _sampledAt;
        if (consumers.LastOf(queue) is { } last && last > since) since = last;
        _waitingSince[queue] = since;
        return (_sampledAt - since).TotalSeconds;
    }

    private async Task<(long Rows, double Seconds, Dictionary<string, long> Parked)> CountAsync(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginSystemAsync(ct);
        const string sql = """
            select count(*), min(occurred_at) from outbox where published_at is null;
            select queue, count(*) from parked_messages where state = 'PARKED' group by queue
            """;
        await using var command = new NpgsqlCommand(sql, connection, transaction);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        var (rows, seconds) = (reader.GetInt64(0), 0d);
        if (!await reader.IsDBNullAsync(1, ct)) seconds = Math.Max(0, (_sampledAt - await reader.GetFieldValueAsync<DateTimeOffset>(1, ct)).TotalSeconds);
        await reader.NextResultAsync(ct);
        var parked = new Dictionary<string, long>(StringComparer.Ordinal);
        while (await reader.ReadAsync(ct)) parked[reader.GetString(0)] = reader.GetInt64(1);
        return (rows, seconds, parked);
    }

    [LoggerMessage(LogLevel.Information, "The messaging could not be looked at: {Failure}; again in a second")]
    private static partial void LookFailed(ILogger logger, string failure);

    [LoggerMessage(LogLevel.Warning, "The broker is away: events wait in the outbox")]
    private static partial void BrokerIsAway(ILogger logger);

    [LoggerMessage(LogLevel.Error, "{Waiting} messages wait on {Queue} and none was dealt with for {Seconds} s: the service ends, to be started again")]
    private static partial void QueueIsSilent(ILogger logger, long waiting, string queue, int seconds);

    [LoggerMessage(LogLevel.Error, "{Waiting} events wait and none got out for {Seconds} s although the broker takes messages: the service ends, to be started again")]
    private static partial void BusIsMute(ILogger logger, long waiting, int seconds);

    [LoggerMessage(LogLevel.Warning, "The bus did not start in time: {Failure}; again in a second")]
    private static partial void StartFailed(ILogger logger, string failure);
}

/// <summary>What the watch looks at and acts on.</summary>
internal sealed record MessagingWorld(IBusControl Bus, BrokerLink Link, MessagingTimes Times);
