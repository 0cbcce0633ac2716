using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Kim.ServiceKit.Data;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Kim.ServiceKit.Messaging;

/// <summary>
/// Carries the outbox to the broker. Per bucket of aggregates one dispatcher works at a time (advisory lock), rows leave in their
/// order, and a row counts as published only after the broker's confirm. Broker away: the rows wait, requests go on.
/// </summary>
internal sealed partial class OutboxDispatcher(
    NpgsqlDataSource source, EventPublisher publisher, OutboxSignal signal, TimeProvider clock, ILogger<OutboxDispatcher> log) : BackgroundService
{
    public static readonly ActivitySource Activities = new("Kim.Outbox");
    private static readonly Meter Meter = new("Kim.Outbox");
    private static readonly Histogram<double> Lag = Meter.CreateHistogram<double>("kim.outbox.lag_seconds", "s", "From an event's commit to the broker's confirm.");
    private const int Batch = 100;
    private const long LockBase = 0x4B494D0000;

    // Aggregates whose next event this build cannot send. Only another build can: until then they must not fill the batches.
    private readonly ConcurrentDictionary<Guid, string> _held = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await DispatchAllAsync(stoppingToken) == 0) await signal.WaitAsync(TimeSpan.FromSeconds(1), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                DispatchFailed(log, failure.GetType().Name);
                await Task.Delay(TimeSpan.FromSeconds(1), clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>A few buckets side by side: one publish on a dead connection holds up the others for its five seconds at most.</summary>
    private async Task<int> DispatchAllAsync(CancellationToken ct)
    {
        var moved = 0;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = ct };
        await Parallel.ForEachAsync(await WaitingBucketsAsync(ct), parallel, async (bucket, token) =>
            Interlocked.Add(ref moved, await DispatchAsync(bucket, token)));
        return moved;
    }

    private Task<List<short>> WaitingBucketsAsync(CancellationToken ct)
    {
        // One look into the index per bucket, however many rows wait.
        const string sql = "select bucket from generate_series(0, $1 - 1) as every(bucket) where exists (select 1 from outbox where outbox.bucket = every.bucket::smallint and published_at is null)";
        return source.ReadScopedAsync(Scope.System, new SqlQuery(sql, OutboxMessage.Buckets), row => (short)row.GetInt32(0), ct);
    }

    private async Task<int> DispatchAsync(short bucket, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (await TakeAsync(connection, transaction, bucket, ct) is not { } rows) return 0;
        var published = await PublishAsync(rows, ct);
        FailPoint.Reach(FailPoint.BeforeMark);
        if (published.Count > 0)
        {
            await using var mark = new NpgsqlCommand("update outbox set published_at = $1 where id = any($2)", connection, transaction)
            {
                Parameters = { new() { Value = clock.GetUtcNow() }, new() { Value = published.ToArray() } },
            };
            await mark.ExecuteNonQueryAsync(ct);
            await ForgetAsync(connection, transaction, [.. rows.Where(row => row.Type.EndsWith("-reference-erased", StringComparison.Ordinal) && published.Contains(row.Id)).Select(row => row.AggregateId)], ct);
            await transaction.CommitAsync(ct);
        }

        return published.Count;
    }

    /// <summary>Once the receivers were told that a reference is erased, the events under it, that one included, are not kept.</summary>
    private static async Task ForgetAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid[] erased, CancellationToken ct)
    {
        if (erased.Length == 0) return;
        const string sql = "delete from outbox where aggregate_id = any($1) and published_at is not null";
        await using var forget = new NpgsqlCommand(sql, connection, transaction) { Parameters = { new() { Value = erased } } };
        await forget.ExecuteNonQueryAsync(ct);
    }

    /// <summary>
    /// The next rows of a bucket, which is this dispatcher's until the transaction ends; null when another has it. One round trip of
    /// statements that follow each other: what is read is what the dispatcher before has left.
    /// </summary>
    private async Task<List<OutboxRow>?> TakeAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, short bucket, CancellationToken ct)
    {
        const string sql = $"select {OutboxRow.Columns} from outbox where bucket = $1 and published_at is null and aggregate_id <> all($3) order by seq limit $2";
        SqlQuery[] statements =
            [Scope.System.ToQuery(), new("select pg_try_advisory_xact_lock($1)", LockBase + bucket), new(sql, bucket, Batch, _held.Keys.ToArray())];
        await using var batch = connection.CreateBatch();
        batch.Transaction = transaction;
        foreach (var statement in statements) batch.BatchCommands.Add(statement.ToBatchCommand());
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.NextResultAsync(ct);
        await reader.ReadAsync(ct);
        if (!reader.GetBoolean(0)) return null;
        await reader.NextResultAsync(ct);
        var rows = new List<OutboxRow>();
        while (await reader.ReadAsync(ct)) rows.Add(OutboxRow.Of(reader));
        return rows;
    }

    /// <summary>Aggregates go side by side, the events of one aggregate one after the other; the first failure of an aggregate holds back its later events.</summary>
    private async Task<List<Guid>> PublishAsync(List<OutboxRow> rows, CancellationToken ct)
    {
        var perAggregate = await Task.WhenAll(rows.GroupBy(row => row.AggregateId).Select(async group =>
        {
            var done = new List<Guid>();
            foreach (var row in group)
            {
                if (!await TryPublishAsync(row, ct)) break;
                done.Add(row.Id);
            }

            return done;
        }));
        return [.. perAggregate.SelectMany(done => done)];
    }

    private async Task<bool> TryPublishAsync(OutboxRow row, CancellationToken ct)
    {
        _ = ActivityContext.TryParse(row.TraceParent, null, isRemote: true, out var parent);
        using var activity = Activities.StartActivity("outbox dispatch", ActivityKind.Internal, parent);
        try
        {
            if (EventPublisher.Read(row) is not { } message)
            {
                _held[row.AggregateId] = row.Type;
                EventUnknown(log, row.Type, row.Id);
                return false;
            }

            FailPoint.Reach(FailPoint.BeforePublish);
            await publisher.PublishAsync(row, message, again: false, ct);
            Lag.Record((clock.GetUtcNow() - row.OccurredAt).TotalSeconds, new KeyValuePair<string, object?>("messaging.message.type", row.Type));
            return true;
        }
        catch (Exception failure) when (!ct.IsCancellationRequested && failure is not OutOfMemoryException)
        {
            activity?.SetStatus(ActivityStatusCode.Error, failure.GetType().Name);
            PublishFailed(log, row.Type, row.Id, failure.GetType().Name);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Error, "{Event} {MessageId} is no event of this build: it and the later events of its aggregate wait for another build")]
    private static partial void EventUnknown(ILogger logger, string @event, Guid messageId);

    [LoggerMessage(LogLevel.Warning, "The outbox could not be read: {Failure}; trying again")]
    private static partial void DispatchFailed(ILogger logger, string failure);

    [LoggerMessage(LogLevel.Warning, "{Event} {MessageId} waits: {Failure}")]
    private static partial void PublishFailed(ILogger logger, string @event, Guid messageId, string failure);
}
