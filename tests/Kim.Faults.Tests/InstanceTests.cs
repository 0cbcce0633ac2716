namespace Kim.Faults.Tests;

/// <summary>Two instances of each service at once: two dispatchers on one outbox, two consumers on one queue.</summary>
[Trait(FaultSuite.Trait, FaultSuite.Name), Collection(FaultSystem.Collection)]
public sealed class InstanceTests(FaultSystem system)
{
    [Fact]
    public async Task Two_instances_of_each_service_cause_one_effect_per_event_and_keep_the_order()
    {
        await system.WholeAsync();
        var second = FaultSystem.Services.ToDictionary(service => service, service => system.Space.Start(service));
        foreach (var instance in second.Values) await instance.ConnectedAsync();
        await WarmAsync(second["cases"].Address);
        await using var tap = await WireTap.OpenAsync(system.Space);
        await using var load = await CommandLoad.StartAsync([system.Running["cases"].Address, second["cases"].Address], perSecond: FaultSuite.Pick(30, 60));
        await Task.Delay(FaultSuite.Pick(TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(30)));
        var ledger = await load.StopAsync();
        foreach (var instance in second.Values) Assert.Equal(0, await instance.Process.StopAsync(TimeSpan.FromSeconds(30)));

        Assert.Empty(ledger.Setbacks);
        await Reckoning.HoldsAsync(system, ledger);
        var (events, repeated) = await tap.CheckAsync(ledger);
        foreach (var instance in second.Values) await instance.DisposeAsync();
        Figures.Write("two instances of each", ("commands", ledger.Commands), ("events", events), ("repeated_on_the_wire", repeated), ("p99_answer_s", ledger.Percentile(0.99)));
    }

    // The first commands of a process that was just started take seconds on a full machine, and what is asked here is not how it starts.
    private async Task WarmAsync(Uri cases)
    {
        await using var first = await CommandLoad.StartAsync([cases], perSecond: 10, writers: 1);
        await Eventually.HoldsAsync(() => Task.FromResult(first.Ledger.Cases.Count > 3), TimeSpan.FromMinutes(2), "three cases at the second instance");
        await Reckoning.HoldsAsync(system, await first.StopAsync());
    }
}
