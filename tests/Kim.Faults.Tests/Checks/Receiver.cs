using System.Text;
using RabbitMQ.Client;

namespace Kim.Faults.Tests.Checks;

/// <summary>A receiver alone in a house of its own, to which a test delivers events as it likes, and what it made of them.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly string _service;
    private readonly ServiceSpace _space;

    private Receiver(string service, ServiceSpace space) => (_service, _space) = (service, space);

    public static async Task<Receiver> CreateAsync(string service) => new(service, await ServiceSpace.CreateAsync([service]));

    /// <summary>Delivers the events to an empty receiver in this order.</summary>
    /// <returns>All of its projections as text; what is random or a time of arrival is left out.</returns>
    public async Task<string> ReceiveAsync(IReadOnlyList<CapturedEvent> events)
    {
        await _space.RenewAsync(_service);
        await using var running = _space.Start(_service);
        await running.ConnectedAsync();
        await using var connection = await new ConnectionFactory { Uri = _space.Broker.Admin }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        var queues = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var type in events.Select(found => found.Type).Distinct()) queues[type] = await _space.Broker.ListenersAsync(type);
        foreach (var found in events.Where(found => queues[found.Type].Count > 0))
        {
            var properties = new BasicProperties { MessageId = found.Id.ToString(), ContentType = "application/json", DeliveryMode = DeliveryModes.Persistent };
            await channel.BasicPublishAsync(found.Type, "", mandatory: false, properties, Encoding.UTF8.GetBytes(found.Payload));
        }

        var expected = events.DistinctBy(found => found.Id).Sum(found => (long)queues[found.Type].Count);
        await Eventually.GetAsync(() => _space.Database(_service).ScalarAsync<long>("select count(*) from inbox"), count => count == expected, TimeSpan.FromMinutes(2), $"{_service} has dealt with {expected} deliveries");
        foreach (var queue in queues.Values.SelectMany(names => names).Distinct())
            await Eventually.GetAsync(() => channel.MessageCountAsync(queue), count => count == 0, TimeSpan.FromMinutes(1), $"{queue} is empty");
        // What is in hand is finished before it ends.
        await running.Process.StopAsync(TimeSpan.FromSeconds(30));
        return await ProjectionsAsync();
    }

    public ValueTask DisposeAsync() => _space.DisposeAsync();

    private async Task<string> ProjectionsAsync()
    {
        var text = new StringBuilder();
        foreach (var table in await TablesAsync())
            foreach (var row in await _space.Database(_service).QueryAsync(Sql(table))) text.Append(table).Append(' ').AppendLine((string)row["line"]!);
        return text.ToString();
    }

    private async Task<IEnumerable<string>> TablesAsync() => _service switch
    {
        "network" => ["structural_needs", "themes"],
        "cases" => ["offers", "themes", "theme_needs", "decisions", "measure_progress"],
        _ => (await _space.Database(_service).QueryAsync("select table_name from information_schema.tables where table_schema = 'public' and table_name like 'report\\_%' order by 1")).Select(row => (string)row["table_name"]!),
    };

    // A theme begins at the network with a random id, and its version counts the changes it saw; its topic names it.
    private string Sql(string table) => (_service, table) switch
    {
        ("network", "structural_needs") =>
            "select (to_jsonb(need) - 'theme_id' || jsonb_build_object('theme', theme.topic))::text as line from structural_needs need left join themes theme on theme.id = need.theme_id order by 1",
        ("network", "themes") => "select (to_jsonb(theme) - array['id', 'version', 'created_at', 'updated_at'])::text as line from themes theme order by 1",
        ("cases", "decisions") => "select (to_jsonb(row) - 'trace_id')::text as line from decisions row order by 1",
        ("funding", "report_journal") => "select (to_jsonb(entry) - array['id', 'received_at'])::text as line from report_journal entry order by 1",
        _ => $"select to_jsonb(found)::text as line from {table} found order by 1",
    };
}

/// <summary>An event as the outbox kept it.</summary>
internal sealed record CapturedEvent(Guid Id, string Type, string Payload)
{
    /// <summary>What a service has told since this moment, in its order.</summary>
    public static async Task<List<CapturedEvent>> SinceAsync(ServiceDatabase database, DateTimeOffset since) =>
    [
        .. (await database.QueryAsync("select id, type, payload from outbox where occurred_at >= $1 order by seq", since.UtcDateTime))
            .Select(row => new CapturedEvent((Guid)row["id"]!, (string)row["type"]!, (string)row["payload"]!)),
    ];
}
