using System.Diagnostics;

namespace Kim.AppHost.Tests;

/// <summary>The end: all of it, and soon.</summary>
public sealed class StopTests : IAsyncDisposable
{
    private const int Interrupt = 2;
    private readonly SampleSystem _system = new();

    public ValueTask DisposeAsync() => _system.DisposeAsync();

    [Theory, InlineData(Signals.Terminate), InlineData(Interrupt)]
    public async Task All_ends_within_10_s_even_what_does_not_hear(int signal)
    {
        _system.Project("api", SampleSystem.IsDeaf).Project("web", SampleSystem.Lives);
        var engine = _system.Start("pair");
        var (api, web) = (await _system.PidAsync("api"), await _system.PidAsync("web"));
        var clock = Stopwatch.StartNew();

        Signals.Send(engine.Id, signal);
        await engine.EndedAsync(TimeSpan.FromSeconds(FaultSuite.SharedMachine ? 30 : 20));

        Assert.InRange(clock.Elapsed.TotalSeconds, 0, FaultSuite.SharedMachine ? 25 : 10);
        Assert.False(SampleSystem.Runs(api) || SampleSystem.Runs(web));
        Assert.Equal(0, await engine.StopAsync(TimeSpan.FromSeconds(1)));
        Assert.Empty(Directory.GetFiles(_system.At(".kim", "pids")));
        Assert.False(File.Exists(_system.At(".kim", "status.tsv")));
    }

    [Fact]
    public async Task A_service_may_finish_its_work_first()
    {
        _system.Project("api", "trap 'echo done >> ../work; exit 0' TERM; echo $$ >> ../api.pids; while :; do sleep 0.1; done");
        var engine = _system.Start("alone");
        await _system.PidAsync("api");

        Assert.Equal(0, await engine.StopAsync(TimeSpan.FromSeconds(10)));

        Assert.Equal(["done"], _system.Lines("work"));
    }
}
