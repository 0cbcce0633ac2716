namespace Kim.Faults.Tests;

/// <summary>The broker is away while people work: they notice nothing, and what they did arrives when it is back.</summary>
[Trait(FaultSuite.Trait, FaultSuite.Name), Collection(FaultSystem.Collection)]
public sealed class BrokerFaultTests(FaultSystem system)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_broker_that_is_stopped_fails_no_request_and_loses_no_event()
    {
        var outage = FaultSuite.Pick(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(60));
        var figures = await PlayAsync(system.Broker.StopAsync, outage, system.Broker.StartAsync, backlog: FaultSuite.Pick(0, 12_000));
        Figures.Write("broker stopped", [("outage_s", outage.TotalSeconds), .. figures.All()]);
        HoldsLimits(figures);
        if (FaultSuite.Long && !Machine.Busy) Assert.InRange(figures.DrainedPerSecond, 1000, double.MaxValue);
    }

    [Fact]
    public async Task A_broker_that_is_killed_loses_no_event()
    {
        var outage = FaultSuite.Pick(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(8));
        var figures = await PlayAsync(system.Broker.KillAsync, outage, system.Broker.StartAsync);
        Figures.Write("broker killed", [("outage_s", outage.TotalSeconds), .. figures.All()]);
        HoldsLimits(figures);
    }

    [Fact]
    public async Task A_broker_that_hangs_fails_no_request_and_loses_no_event()
    {
        var outage = FaultSuite.Pick(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(30));
        var figures = await PlayAsync(system.Broker.FreezeAsync, outage, system.Broker.ThawAsync);
        Figures.Write("broker frozen", [("outage_s", outage.TotalSeconds), .. figures.All()]);
        HoldsLimits(figures);
    }

    private async Task<Recovery> PlayAsync(Func<Task> down, TimeSpan outage, Func<Task<DateTimeOffset>> up, int backlog = 0)
    {
        await system.WholeAsync();
        await using var tap = await WireTap.OpenAsync(system.Space);
        await using var load = await CommandLoad.StartAsync([system.Running["cases"].Address], perSecond: FaultSuite.Pick(10, 50));
        await Task.Delay(TimeSpan.FromSeconds(2));
        await down();
        if (backlog > 0) await Backlog.RaiseAsync(system.Database("cases"), backlog);
        await Task.Delay(outage);
        var ready = await up();
        await Recovery.BegunAsync(system, ready);
        var ledger = await load.StopAsync();

        Assert.Empty(ledger.Setbacks);
        await Reckoning.HoldsAsync(system, ledger);
        return await Recovery.MeasureAsync(system, ready, ledger, await tap.CheckAsync(ledger));
    }

    private static void HoldsLimits(Recovery recovery)
    {
        Assert.InRange(recovery.FirstPublish, TimeSpan.Zero, Machine.Allow(Limit));
        Assert.InRange(recovery.FirstConsume, TimeSpan.Zero, Machine.Allow(Limit));
    }
}
