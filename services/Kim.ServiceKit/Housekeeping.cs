using Kim.ServiceKit.Data;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Kim.ServiceKit;

/// <summary>Once an hour: drops stored answers after 24 hours, dispatched events, inbox rows and decided parked messages after 30 days.</summary>
internal sealed partial class Housekeeping(NpgsqlDataSource source, TimeProvider clock, ILogger<Housekeeping> log) : BackgroundService
{
    private const string Sql = """
        delete from idempotency_keys where created_at < $1 - interval '24 hours';
        delete from outbox where published_at < $1 - interval '30 days';
        delete from inbox where received_at < $1 - interval '30 days';
        delete from parked_messages where state in ('REDRIVEN', 'DISCARDED') and decided_at < $1 - interval '30 days';
        """;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(stoppingToken);
                await SweepAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is NpgsqlException or TimeoutException)
            {
                SweepFailed(log, failure.GetType().Name);
            }
        }
    }

    private async Task SweepAsync(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginSystemAsync(ct);
        await using var batch = new NpgsqlBatch(connection, transaction);
        foreach (var statement in Sql.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            batch.BatchCommands.Add(new NpgsqlBatchCommand(statement) { Parameters = { new NpgsqlParameter { Value = clock.GetUtcNow() } } });
        await batch.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
    }

    [LoggerMessage(LogLevel.Warning, "Housekeeping failed: {Failure}; it runs again in an hour")]
    private static partial void SweepFailed(ILogger logger, string failure);
}
