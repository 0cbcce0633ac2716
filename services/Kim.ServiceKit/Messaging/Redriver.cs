using Kim.ServiceKit.Data;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Kim.ServiceKit.Messaging;

/// <summary>
/// Puts the messages whose re-drive is decided back on their own queue, under their old ids: their failed transaction left no
/// inbox row, so they are dealt with, and those that were dealt with after all have no second effect. The decision waits for the
/// broker like an event does.
/// </summary>
internal sealed partial class Redriver(NpgsqlDataSource source, BrokerLink link, TimeProvider clock, ILogger<Redriver> log) : BackgroundService
{
    private const string Take = """
        select id, message_id, queue, trace_parent, occurred_at, body from parked_messages
        where state = 'REDRIVING' order by id limit 50 for update skip locked
        """;

    // The body is no longer needed here: when the message fails again it comes back with it.
    private const string Done = "update parked_messages set state = 'REDRIVEN', redrives = redrives + 1, body = ''::bytea where id = any($1)";

    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await TryAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // The service stops.
        }
    }

    private async Task TryAsync(CancellationToken ct)
    {
        try
        {
            while (await RedriveAsync(ct) > 0) { }
        }
        catch (Exception failure) when (failure is NpgsqlException || (BrokerLink.IsAway(failure) && !ct.IsCancellationRequested))
        {
            RedriveWaits(log, failure.GetType().Name);
        }
    }

    private async Task<int> RedriveAsync(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginSystemAsync(ct);
        var rows = await ReadAsync(connection, transaction, ct);
        if (rows.Count == 0) return 0;
        await using var channel = await link.OpenConfirmedChannelAsync(ct);
        var sent = new List<Guid>();
        foreach (var row in rows)
        {
            if (!await TrySendAsync(channel, row, ct)) break;
            sent.Add(row.Id);
        }

        await using var done = new NpgsqlCommand(Done, connection, transaction) { Parameters = { new() { Value = sent.ToArray() } } };
        await done.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
        return sent.Count;
    }

    private static async Task<List<Row>> ReadAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Take, connection, transaction);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<Row>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(new Row(
                reader.GetGuid(0), await reader.IsDBNullAsync(1, ct) ? null : reader.GetGuid(1), reader.GetString(2),
                await reader.IsDBNullAsync(3, ct) ? null : reader.GetString(3),
                await reader.IsDBNullAsync(4, ct) ? null : await reader.GetFieldValueAsync<DateTimeOffset>(4, ct), reader.GetFieldValue<byte[]>(5)));
        }

        return rows;
    }

    /// <summary>A message that never had an id gets its row's, so that it can be dealt with this time.</summary>
    private async Task<bool> TrySendAsync(IChannel channel, Row row, CancellationToken ct)
    {
        var properties = new BasicProperties
        {
            MessageId = (row.MessageId ?? row.Id).ToString(), ContentType = "application/json", DeliveryMode = DeliveryModes.Persistent,
            Headers = new Dictionary<string, object?>(),
        };
        if (row.TraceParent is { } trace) properties.Headers[MessageHeaderNames.Trace] = trace;
        if (row.OccurredAt is { } at) properties.Headers[MessageHeaderNames.OccurredAt] = at.ToString("O");
        try
        {
            // The exchange of this name leads to this queue alone; mandatory, so that nothing vanishes when the queue is gone.
            await channel.BasicPublishAsync(row.Queue, "", mandatory: true, properties, row.Body, ct);
            return true;
        }
        catch (RabbitMQClientException refused)
        {
            RedriveRefused(log, row.Id, row.Queue, refused.GetType().Name);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Information, "Re-drives wait: {Failure}")]
    private static partial void RedriveWaits(ILogger logger, string failure);

    [LoggerMessage(LogLevel.Warning, "The re-drive of {Id} to {Queue} waits: {Failure}")]
    private static partial void RedriveRefused(ILogger logger, Guid id, string queue, string failure);

    private sealed record Row(Guid Id, Guid? MessageId, string Queue, string? TraceParent, DateTimeOffset? OccurredAt, byte[] Body);
}
