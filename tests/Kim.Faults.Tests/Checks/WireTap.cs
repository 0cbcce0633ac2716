using RabbitMQ.Client;

namespace Kim.Faults.Tests.Checks;

/// <summary>A queue beside those of the services that keeps, across every fault, what the broker took from cases and in which order.</summary>
internal sealed class WireTap : IAsyncDisposable
{
    private readonly ServiceSpace _space;
    private readonly string _queue = "tap-" + Guid.NewGuid().ToString("N")[..8];

    private WireTap(ServiceSpace space) => _space = space;

    public static async Task<WireTap> OpenAsync(ServiceSpace space)
    {
        var tap = new WireTap(space);
        await tap.WithChannelAsync(async channel =>
        {
            await channel.QueueDeclareAsync(tap._queue, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });
            string[] told = ["case-opened", "case-phase-changed", "structural-need-reported", "structural-need-withdrawn"];
            foreach (var name in told)
            {
                await channel.ExchangeDeclareAsync("kim.cases." + name, ExchangeType.Fanout, durable: true);
                await channel.QueueBindAsync(tap._queue, "kim.cases." + name, "");
            }
        });
        return tap;
    }

    /// <summary>Compares what came with the outbox: each event at least once, first arrivals per aggregate in the order of the outbox.</summary>
    /// <returns>How many events came, and how many came more than once.</returns>
    public async Task<(int Events, int Repeated)> CheckAsync(Ledger ledger)
    {
        var arrived = await DrainAsync();
        var first = arrived.Distinct().ToList();
        var place = first.Select((id, index) => (id, index)).ToDictionary(pair => pair.id, pair => pair.index);
        var mine = await MineAsync(ledger);
        Assert.All(mine, row => Assert.True(place.ContainsKey(row.Id), $"{row.Type} {row.Id} never reached the broker"));
        foreach (var aggregate in mine.GroupBy(row => row.Aggregate))
        {
            var places = aggregate.OrderBy(row => row.Seq).Select(row => place[row.Id]).ToList();
            Assert.Equal(places.Order(), places);
        }

        return (first.Count, arrived.Count - first.Count);
    }

    public async ValueTask DisposeAsync() => await WithChannelAsync(channel => channel.QueueDeleteAsync(_queue));

    private async Task<List<EventRow>> MineAsync(Ledger ledger)
    {
        var aggregates = ledger.Cases.SelectMany(record => record.Needs.Keys).ToHashSet();
        var files = await _space.Database("cases").QueryAsync("select reference from funding_files where case_id = any($1)", ledger.Cases.Select(record => record.Id).ToArray());
        aggregates.UnionWith(files.Select(row => (Guid)row["reference"]!));
        return [.. (await EventRow.AllAsync(_space.Database("cases"))).Where(row => aggregates.Contains(row.Aggregate))];
    }

    private async Task<List<Guid>> DrainAsync()
    {
        var arrived = new List<Guid>();
        await WithChannelAsync(async channel =>
        {
            while (await channel.BasicGetAsync(_queue, autoAck: true) is { } message) arrived.Add(Guid.Parse(message.BasicProperties.MessageId!));
        });
        return arrived;
    }

    private async Task WithChannelAsync(Func<IChannel, Task> work)
    {
        await using var connection = await new ConnectionFactory { Uri = _space.Broker.Admin }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        await work(channel);
    }
}
