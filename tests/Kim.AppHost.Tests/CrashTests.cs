using System.Globalization;

namespace Kim.AppHost.Tests;

/// <summary>What happens when a child falls.</summary>
public sealed class CrashTests : IAsyncDisposable
{
    private readonly SampleSystem _system = new();

    public ValueTask DisposeAsync() => _system.DisposeAsync();

    [Fact]
    public async Task A_service_that_ends_is_started_again_after_pauses_that_grow()
    {
        _system.Project("api", "date +%s%N >> ../starts; echo the broker is silent; exit 75");
        _system.Start("alone");

        var starts = (await _system.LinesAsync("starts", 4)).Select(line => long.Parse(line, CultureInfo.InvariantCulture) / 1e9).ToList();

        var pauses = starts.Zip(starts.Skip(1), (first, second) => second - first).ToList();
        Assert.True(pauses[0] >= 1 && pauses[1] >= 2 && pauses[2] >= 4, string.Join(' ', pauses));
        var told = _system.Lines(".kim/logs/api.log").Where(line => line.StartsWith("[engine]", StringComparison.Ordinal)).Select(line => line[^4..]);
        Assert.Equal(["1 s.", "2 s.", "4 s."], told.Take(3));
        Assert.Equal("exit code 75: the broker is silent", _system.Status("api")[4]);
    }

    [Fact]
    public async Task A_killed_child_is_started_again_and_the_others_live_on()
    {
        _system.Project("api", SampleSystem.Lives).Project("web", SampleSystem.Lives);
        _system.Start("pair");
        var (api, web) = (await _system.PidAsync("api"), await _system.PidAsync("web"));
        await _system.StateAsync("api", "Running");

        Signals.Send(api, Signals.Kill);

        var second = await _system.PidAsync("api", start: 2);
        await Eventually.HoldsAsync(() => Task.FromResult(_system.Status("api") is ["Running", "ok", var pid, ..] && pid == $"{second}"));
        Assert.True(SampleSystem.Runs(web));
        Assert.Equal($"{web}", _system.Status("web")[2]);
        Assert.Single(_system.Lines("web.pids"));
    }

    [Fact]
    public async Task What_a_fallen_child_had_started_goes_with_it()
    {
        _system.Project("api", "sleep 1000 & echo $! >> ../helpers; echo $$ >> ../api.pids; wait");
        _system.Start("alone");
        var helper = int.Parse((await _system.LinesAsync("helpers", 1))[0], CultureInfo.InvariantCulture);

        Signals.Send(await _system.PidAsync("api"), Signals.Kill);

        await SampleSystem.GoneAsync(helper);
    }
}
