using Kim.ServiceKit.Data;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;

namespace Kim.ServiceKit.Messaging;

/// <summary>Puts a message aside, in the service's own database: there it outlives the broker and can be searched.</summary>
internal sealed partial class Parking(NpgsqlDataSource source, QueueBook queues, TimeProvider clock, ILogger<Parking> log)
{
    // A message that comes back after its re-drive, or twice because an acknowledgement was lost, is the same row.
    private const string Upsert = """
        insert into parked_messages (id, message_id, queue, type, cause, exception_type, attempts, redrives, occurred_at, parked_at, trace_parent, body, body_bytes, state)
        values ($1, $2, $3, $4, $5, $6, $7, 0, $8, $9, $10, $11, $12, 'PARKED')
        on conflict (queue, message_id) do update set cause = excluded.cause, exception_type = excluded.exception_type,
            attempts = parked_messages.attempts + excluded.attempts, parked_at = excluded.parked_at, body = excluded.body, body_bytes = excluded.body_bytes,
            state = 'PARKED', decided_at = null, decided_by = null, reason = null
        """;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Keeps the message, however long the database is away: the broker holds it until then.</summary>
    public async Task KeepAsync(Stray stray, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                await InsertAsync(stray, ct);
                Parked(log, queues.TypeOf(stray.Queue), stray.MessageId, stray.Queue, stray.Cause, stray.ExceptionType);
                return;
            }
            catch (Exception away) when (DatabaseAway.Is(away))
            {
                await Task.Delay(Pause, clock, ct);
            }
        }
    }

    private async Task InsertAsync(Stray stray, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginSystemAsync(ct);
        await using var command = new NpgsqlCommand(Upsert, connection, transaction);
        Add(command, NpgsqlDbType.Uuid, Guid.CreateVersion7(now));
        Add(command, NpgsqlDbType.Uuid, stray.MessageId);
        Add(command, NpgsqlDbType.Text, stray.Queue);
        Add(command, NpgsqlDbType.Text, queues.TypeOf(stray.Queue));
        Add(command, NpgsqlDbType.Text, stray.Cause);
        Add(command, NpgsqlDbType.Text, stray.ExceptionType);
        Add(command, NpgsqlDbType.Integer, stray.Attempts);
        Add(command, NpgsqlDbType.TimestampTz, stray.OccurredAt);
        Add(command, NpgsqlDbType.TimestampTz, now);
        Add(command, NpgsqlDbType.Text, stray.TraceParent);
        Add(command, NpgsqlDbType.Bytea, stray.Body);
        Add(command, NpgsqlDbType.Integer, stray.Body.Length);
        await command.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private static void Add(NpgsqlCommand command, NpgsqlDbType type, object? value) =>
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = type, Value = value ?? DBNull.Value });

    [LoggerMessage(LogLevel.Error, "{Event} {MessageId} on {Queue} is parked: {Cause} {ExceptionType}")]
    private static partial void Parked(ILogger logger, string @event, Guid? messageId, string queue, string cause, string? exceptionType);
}

/// <summary>A message on its way aside.</summary>
internal sealed record Stray(string Queue, string Cause, int Attempts, byte[] Body)
{
    public Guid? MessageId { get; init; }

    public string? ExceptionType { get; init; }

    public DateTimeOffset? OccurredAt { get; init; }

    public string? TraceParent { get; init; }
}
