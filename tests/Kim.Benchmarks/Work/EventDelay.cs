using System.Collections.Concurrent;
using Kim.Benchmarks.Load;
using Kim.Benchmarks.Running;
using Kim.Benchmarks.Telling;
using Npgsql;

namespace Kim.Benchmarks.Work;

/// <summary>
/// From the commit of an event in cases to the commit of its effect in funding, at 200 events per second. Both moments are those of
/// PostgreSQL itself (<c>track_commit_timestamp</c>), so nothing is added to measure them.
/// </summary>
internal sealed class EventDelay : IWork
{
    private const double PerSecond = 200;
    private const double WantedMs = 50;

    public string Row => "latency";

    public async Task<Outcome> MeasureAsync(BenchSystem system)
    {
        var (cases, funding) = (await system.DatabaseAsync("cases"), await system.DatabaseAsync("funding"));
        await using var publisher = await system.Start("cases").ReadyAsync();
        await using var receiver = await system.Start("funding").ReadyAsync();
        await using var outbox = EventTable.Open(cases);
        // Warm, as a system is that runs all day.
        await PaceAsync(outbox, funding, TimeSpan.FromSeconds(Math.Max(3, system.Settings.Seconds)));
        var rounds = new List<Latencies>();
        for (var round = 1; round <= system.Settings.Rounds; round++)
        {
            rounds.Add(await PaceAsync(outbox, funding, TimeSpan.FromSeconds(system.Settings.Seconds)));
            Console.WriteLine($"  round {round}: {rounds[^1]}");
        }

        var p99 = new Measuring.Ratios(rounds.Select(waits => waits.P99));
        return new Outcome(Row, "commit to effect at 200 events/s")
        {
            Kim = Text.Of($"p99 {p99.Median:0.0} ms"), Wanted = Text.Of($"p99 under {WantedMs:0} ms"), Met = p99.Median < WantedMs,
            Remarks =
            [
                Text.Of($"p99 of {rounds.Count} rounds: {p99.Min:0.0} to {p99.Max:0.0} ms"),
                Text.Of($"medians: p50 {new Measuring.Ratios(rounds.Select(waits => waits.P50)).Median:0.0} ms, p95 {new Measuring.Ratios(rounds.Select(waits => waits.P95)).Median:0.0} ms"),
            ],
        };
    }

    private static async Task<Latencies> PaceAsync(NpgsqlDataSource outbox, ServiceDatabase funding, TimeSpan length)
    {
        var raised = new ConcurrentDictionary<Guid, ulong>();
        var since = TimeProvider.System.GetUtcNow();
        await Generator.PaceAsync(async _ =>
        {
            var (id, transaction) = await EventTable.RaiseOneAsync(outbox);
            raised[id] = transaction;
        }, PerSecond, length);
        await using var inbox = EventTable.Open(funding);
        await EventTable.EffectsAsync(inbox, EventTable.Consumer, since, raised.Count, System.Diagnostics.Stopwatch.GetTimestamp());

        const string sql = """
            select 1000 * extract(epoch from pg_xact_commit_timestamp(inbox.xmin) - pg_xact_commit_timestamp(raised.transaction::text::xid))::float8
            from unnest($1, $2) as raised(id, transaction) join inbox on inbox.message_id = raised.id and inbox.consumer = $3
            """;
        await using var command = inbox.CreateCommand(sql);
        // The server counts transactions beyond 32 bits; what a row carries are the lower ones.
        command.Parameters.Add(new NpgsqlParameter { Value = raised.Keys.ToArray() });
        command.Parameters.Add(new NpgsqlParameter { Value = raised.Keys.Select(id => (long)(raised[id] & uint.MaxValue)).ToArray() });
        command.Parameters.Add(new NpgsqlParameter { Value = EventTable.Consumer });
        await using var reader = await command.ExecuteReaderAsync();
        var waits = new List<double>();
        while (await reader.ReadAsync()) waits.Add(reader.GetDouble(0));
        return new Latencies(waits);
    }
}
