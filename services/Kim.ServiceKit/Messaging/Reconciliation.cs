using Kim.ServiceKit.Data;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Kim.ServiceKit.Messaging;

/// <summary>
/// Each night: what was told during the last three days is told once more, under its old message ids. A receiver compares each with its
/// inbox: what it has dealt with has no second effect, what it never got takes effect now and is reported as repaired. So a receiver
/// whose database was restored, or that lost a message in any other way, is whole again by the next morning.
/// </summary>
internal sealed partial class Reconciliation(NpgsqlDataSource source, EventPublisher publisher, TimeProvider clock, ILogger<Reconciliation> log) : BackgroundService
{
    private const int Batch = 100;
    private static readonly TimeSpan Window = TimeSpan.FromDays(3);

    // What left just now may still be on its way.
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Night = TimeSpan.FromHours(1.5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(UntilNight(), clock, stoppingToken);
                await TryTellAgainAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops.
        }
    }

    /// <summary>Tells the events of the window once more. Order does not matter: receivers go by versions.</summary>
    /// <returns>How many.</returns>
    public async Task<int> TellAgainAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (told, after) = (0, (At: now - Window, Id: Guid.Empty));
        while (await ReadAsync(after, now - Fresh, ct) is { Count: > 0 } rows)
        {
            await Task.WhenAll(rows.Select(row => EventPublisher.Read(row) is { } message ? publisher.PublishAsync(row, message, again: true, ct) : Task.CompletedTask));
            (told, after) = (told + rows.Count, (rows[^1].PublishedAt!.Value, rows[^1].Id));
        }

        return told;
    }

    private async Task TryTellAgainAsync(CancellationToken ct)
    {
        try
        {
            ToldAgain(log, await TellAgainAsync(ct));
        }
        catch (Exception failure) when (!ct.IsCancellationRequested && failure is not OutOfMemoryException)
        {
            Broke(log, failure.GetType().Name);
        }
    }

    private Task<List<OutboxRow>> ReadAsync((DateTimeOffset At, Guid Id) after, DateTimeOffset until, CancellationToken ct)
    {
        const string sql = $"select {OutboxRow.Columns} from outbox where (published_at, id) > ($1, $2) and published_at < $3 order by published_at, id limit $4";
        return source.ReadScopedAsync(Scope.System, new SqlQuery(sql, after.At, after.Id, until, Batch), OutboxRow.Of, ct);
    }

    // Services do not begin at the same second.
    private TimeSpan UntilNight()
    {
        var now = clock.GetUtcNow();
        var next = new DateTimeOffset(now.Date, TimeSpan.Zero) + Night;
        if (next <= now) next = next.AddDays(1);
        return next - now + TimeSpan.FromSeconds(Random.Shared.Next(1800));
    }

    [LoggerMessage(LogLevel.Information, "{Count} events of the last days were told once more")]
    private static partial void ToldAgain(ILogger logger, int count);

    [LoggerMessage(LogLevel.Warning, "The nightly reconciliation broke off: {Failure}; the next night covers it")]
    private static partial void Broke(ILogger logger, string failure);
}
