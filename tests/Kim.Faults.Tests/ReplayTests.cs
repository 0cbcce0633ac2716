using System.Security.Cryptography;
using System.Text;
using Kim.Contracts.Vocabulary;

namespace Kim.Faults.Tests;

/// <summary>A piece of the main job is captured from the outboxes and delivered to empty receivers: once in order, and three times in any order.</summary>
[Trait(FaultSuite.Trait, FaultSuite.Name), Collection(FaultSystem.Collection)]
public sealed class ReplayTests(FaultSystem system)
{
    [Fact]
    public async Task Every_message_three_times_and_shuffled_ends_in_the_same_state_as_once_in_order()
    {
        await system.WholeAsync();
        var events = await PlayAsync(cases: FaultSuite.Pick(6, 30));
        var shuffled = events.Concat(events).Concat(events).ToArray();
        Random.Shared.Shuffle(shuffled);
        foreach (var service in FaultSuite.Pick<string[]>(["network", "funding"], ["network", "funding", "cases"]))
        {
            await using var receiver = await Receiver.CreateAsync(service);
            var once = await receiver.ReceiveAsync(events);
            var thrice = await receiver.ReceiveAsync(shuffled);
            Assert.NotEmpty(once);
            Assert.Equal(once, thrice);
            Figures.Write("three times and shuffled", ("receiver", service), ("events", events.Count), ("deliveries", shuffled.Length), ("projection_bytes", Encoding.UTF8.GetByteCount(once)),
                ("sha256", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(once)))[..12]));
        }
    }

    /// <summary>From the cases to a resolution and back, with a report withdrawn in each case.</summary>
    private async Task<List<CapturedEvent>> PlayAsync(int cases)
    {
        var (since, issuer) = (TimeProvider.System.GetUtcNow(), await TestIssuer.GetAsync());
        var ledger = new Ledger();
        using var client = new CaseClient(system.Running["cases"].Address, issuer, ledger);
        for (var i = 0; i < cases; i++)
        {
            var record = new CaseRecord(await client.OpenAsync());
            ledger.Cases.Enqueue(record);
            var others = Topics.All.Where(topic => topic != "WOHNEN").ToList();
            await client.RecordNeedAsync(record, others[i % others.Count]);
            await client.ReportStructuralNeedAsync(record, "WOHNEN");
            await client.WithdrawAsync(record, await client.ReportStructuralNeedAsync(record, others[i % others.Count]));
        }

        await new StructureWork(system.Running["network"].Address, issuer).PlayAsync();
        await Reckoning.HoldsAsync(system, ledger);
        var told = await CapturedEvent.SinceAsync(system.Database("network"), since);
        return [.. await CapturedEvent.SinceAsync(system.Database("cases"), since), .. told];
    }
}
