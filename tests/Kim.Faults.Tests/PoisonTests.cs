using System.Text;
using RabbitMQ.Client;

namespace Kim.Faults.Tests;

/// <summary>Messages that no retry can heal: they are set aside where ops finds them, and hold up nobody.</summary>
[Trait(FaultSuite.Trait, FaultSuite.Name), Collection(FaultSystem.Collection)]
public sealed class PoisonTests(FaultSystem system)
{
    private const string Exchange = "kim.cases.structural-need-reported";
    private const string Queue = "network-structural-need-reported";

    [Fact]
    public async Task A_poison_message_and_an_unknown_type_are_parked_and_delay_nobody()
    {
        await system.WholeAsync();
        await using var load = await CommandLoad.StartAsync([system.Running["cases"].Address], perSecond: FaultSuite.Pick(10, 20));
        await Task.Delay(FaultSuite.Pick(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(10)));
        await Eventually.HoldsAsync(() => Task.FromResult(load.Ledger.Commands >= 30), TimeSpan.FromMinutes(2), "thirty commands before the poison");
        var poisoned = TimeProvider.System.GetUtcNow();
        var bad = await PublishAsync();
        var parked = await Eventually.GetAsync(ParkedAsync, found => bad.Values.All(found.ContainsKey), TimeSpan.FromSeconds(60), "every bad message is parked");
        var after = TimeProvider.System.GetUtcNow() - poisoned;
        await Task.Delay(FaultSuite.Pick(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10)));
        var ledger = await load.StopAsync();

        Assert.Empty(ledger.Setbacks);
        await Reckoning.HoldsAsync(system, ledger);
        var (before, during) = await DelaysAsync(ledger, poisoned);
        Figures.Write("poison and unknown type", [
            ("parked_after_s", after.TotalSeconds), ("neighbours", during.Count), ("delay_p99_before_s", At(before, 0.99)), ("delay_p99_during_s", At(during, 0.99)),
            .. bad.Select(pair => (pair.Key, (object)parked[pair.Value])),
        ]);
        Assert.InRange(At(during, 0.99), 0, At(before, 0.99) + Machine.Allow(TimeSpan.FromSeconds(1)).TotalSeconds);
    }

    private async Task<Dictionary<string, Guid>> PublishAsync()
    {
        var valid = $$"""{"needId":"{{Guid.NewGuid()}}","version":1,"topic":"{{new string('X', 5000)}}","rechtskreis":"SGB2","agencyType":"JOBCENTER","ags":["05558012"],"weight":3,"reportedOn":"2026-01-01"}""";
        var bodies = new Dictionary<string, string>
        {
            ["malformed"] = """{"needId": "no end""", ["other_members"] = """{"colour":"green"}""", ["no_object"] = "[1,2,3]", ["refused_by_the_database"] = valid, ["foreign_type"] = """{"colour":"green"}""",
        };
        var ids = new Dictionary<string, Guid>();
        await using var connection = await new ConnectionFactory { Uri = system.Space.Broker.Admin }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        foreach (var (name, body) in bodies)
        {
            ids[name] = Guid.NewGuid();
            var properties = new BasicProperties { MessageId = ids[name].ToString(), ContentType = "application/json", DeliveryMode = DeliveryModes.Persistent };
            if (name == "foreign_type") properties.Headers = new Dictionary<string, object?> { ["MT-MessageType"] = "urn:message:Somewhere.Else:ColourChosen" };
            await channel.BasicPublishAsync(Exchange, "", mandatory: false, properties, Encoding.UTF8.GetBytes(body));
        }

        return ids;
    }

    /// <summary>What the network has put aside, by message id: why.</summary>
    private async Task<Dictionary<Guid, string>> ParkedAsync() =>
        (await system.Database("network").QueryAsync("select message_id, cause from parked_messages where state = 'PARKED' and queue = $1 and message_id is not null", Queue))
        .ToDictionary(row => (Guid)row["message_id"]!, row => (string)row["cause"]!);

    /// <summary>Seconds from commit to effect at the network, for what was reported before and after the poison.</summary>
    private async Task<(List<double> Before, List<double> During)> DelaysAsync(Ledger ledger, DateTimeOffset poisoned)
    {
        var effects = (await system.Database("network").QueryAsync("select message_id, received_at from inbox where consumer = $1", Queue))
            .ToDictionary(row => (Guid)row["message_id"]!, row => (DateTime)row["received_at"]!);
        var needs = ledger.Cases.SelectMany(record => record.Needs.Keys).ToHashSet();
        var delays = (await EventRow.AllAsync(system.Database("cases"))).Where(row => needs.Contains(row.Aggregate) && effects.ContainsKey(row.Id))
            .ToLookup(row => row.OccurredAt > poisoned.UtcDateTime, row => (effects[row.Id] - row.OccurredAt).TotalSeconds);
        return ([.. delays[false].Order()], [.. delays[true].Order()]);
    }

    private static double At(List<double> sorted, double share) => sorted.Count == 0 ? 0 : sorted[(int)((sorted.Count - 1) * share)];
}
