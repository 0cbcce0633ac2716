namespace Kim.AppHost.Tests;

/// <summary>What happens when the engine itself falls.</summary>
public sealed class KilledEngineTests : IAsyncDisposable
{
    private readonly SampleSystem _system = new();

    public ValueTask DisposeAsync() => _system.DisposeAsync();

    [Fact]
    public async Task The_children_end_with_an_engine_that_is_killed()
    {
        _system.Project("api", SampleSystem.Lives).Project("web", SampleSystem.Lives);
        var engine = _system.Start("pair");
        var (api, web) = (await _system.PidAsync("api"), await _system.PidAsync("web"));

        engine.Kill();

        await SampleSystem.GoneAsync(api);
        await SampleSystem.GoneAsync(web);
    }

    [Fact]
    public async Task What_a_killed_engine_left_is_ended_before_anything_starts_anew()
    {
        _system.Project("api", SampleSystem.IsDeaf);
        var first = _system.Start("alone");
        var left = await _system.PidAsync("api");
        first.Kill();
        await first.EndedAsync(TimeSpan.FromSeconds(5));
        Assert.True(SampleSystem.Runs(left));

        _system.Project("api", SampleSystem.Lives);
        var second = _system.Start("alone");

        await _system.PidAsync("api", start: 2);
        Assert.False(SampleSystem.Runs(left));
        await SampleSystem.SaysAsync(second, "Ended what an earlier run had left: api");
    }
}
