namespace Kim.Faults.Tests.Checks;

/// <summary>How the system came back after the broker was ready.</summary>
/// <param name="FirstPublish">From the broker's first connection to the first event that it confirmed.</param>
/// <param name="FirstConsume">From the broker's first connection to the first effect at a receiver.</param>
/// <param name="Drained">Events that left the outbox of cases after that.</param>
/// <param name="DrainedPerSecond">How fast, between the first and the last of those that had waited.</param>
/// <param name="Commands">Commands that were answered with success, the outage included.</param>
/// <param name="SlowestSeconds">The longest wait for an answer.</param>
/// <param name="Repeated">Events that reached the broker more than once.</param>
internal sealed record Recovery(TimeSpan FirstPublish, TimeSpan FirstConsume, int Drained, double DrainedPerSecond, int Commands, double SlowestSeconds, int Repeated)
{
    /// <summary>Waits until events leave again and arrive again.</summary>
    public static async Task BegunAsync(FaultSystem system, DateTimeOffset ready)
    {
        var limit = TimeSpan.FromMinutes(1);
        await Eventually.GetAsync(() => FirstAsync(system, "cases", "published_at", "outbox", ready), first => first is not null, limit, "cases publishes again");
        await Eventually.GetAsync(() => FirstConsumedAsync(system, ready), first => first is not null, limit, "a receiver consumes again");
    }

    public static async Task<Recovery> MeasureAsync(FaultSystem system, DateTimeOffset ready, Ledger ledger, (int Events, int Repeated) wire)
    {
        var first = (await FirstAsync(system, "cases", "published_at", "outbox", ready))!.Value;
        var waited = (await EventRow.AllAsync(system.Database("cases"))).Where(row => row.OccurredAt < ready.UtcDateTime && row.PublishedAt > ready.UtcDateTime).ToList();
        var seconds = waited.Count == 0 ? 1 : Math.Max(0.01, (waited.Max(row => row.PublishedAt)!.Value - first).TotalSeconds);
        return new Recovery(
            first - ready.UtcDateTime, (await FirstConsumedAsync(system, ready))!.Value - ready.UtcDateTime, waited.Count, waited.Count / seconds,
            ledger.Commands, ledger.Percentile(1), wire.Repeated);
    }

    public (string, object)[] All() =>
    [
        ("commands", Commands), ("slowest_answer_s", SlowestSeconds), ("first_publish_s", FirstPublish.TotalSeconds), ("first_consume_s", FirstConsume.TotalSeconds),
        ("backlog_events", Drained), ("drained_per_s", DrainedPerSecond), ("repeated_on_the_wire", Repeated),
    ];

    private static async Task<DateTime?> FirstConsumedAsync(FaultSystem system, DateTimeOffset ready)
    {
        var network = await FirstAsync(system, "network", "received_at", "inbox", ready);
        var funding = await FirstAsync(system, "funding", "received_at", "inbox", ready);
        return network is null || funding < network ? funding : network;
    }

    private static Task<DateTime?> FirstAsync(FaultSystem system, string service, string column, string table, DateTimeOffset ready) =>
        system.Database(service).ScalarAsync<DateTime?>($"select min({column}) from {table} where {column} > $1", ready.UtcDateTime);
}
