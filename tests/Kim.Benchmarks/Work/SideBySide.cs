using Kim.Benchmarks.Load;
using Kim.Benchmarks.Measuring;
using Kim.Benchmarks.Running;

namespace Kim.Benchmarks.Work;

/// <summary>Two targets that do the same work, with the processes that do it.</summary>
/// <param name="Kim">Kim.</param>
/// <param name="KimProcesses">Process ids whose processor time counts for Kim.</param>
/// <param name="Baseline">The baseline.</param>
/// <param name="BaselineProcesses">Process ids whose processor time counts for the baseline.</param>
internal sealed record SideBySide(Target Kim, IReadOnlyList<int> KimProcesses, Target Baseline, IReadOnlyList<int> BaselineProcesses) : IDisposable
{
    /// <summary>Requests per second at which waiting is measured: what a whole Kreis makes at its peak.</summary>
    public const double PeakPerSecond = 20;

    private const int WarmRounds = 6;

    /// <summary>A round that is not faster than the one before by more than this says that a program is warm.</summary>
    private const double Warmer = 1.05;

    /// <summary>Warms both up, then measures them in turn.</summary>
    /// <param name="settings">Rounds and their length.</param>
    /// <param name="before">Called before each measurement.</param>
    /// <param name="settled">Ends when what a measurement left to do is done.</param>
    public async Task<Rounds> CompareAsync(Settings settings, Action before, Func<Task> settled)
    {
        var length = TimeSpan.FromSeconds(settings.Seconds);
        await WarmAsync(Kim);
        await WarmAsync(Baseline);
        return await Rounds.AlternateAsync(settings.Rounds, () => OneAsync(Kim, KimProcesses), () => OneAsync(Baseline, BaselineProcesses));

        // Until the just-in-time compiler has found out what is hot, a program measures its compiler.
        async Task WarmAsync(Target target)
        {
            var (speed, last) = (0d, 0d);
            for (var round = 0; round < WarmRounds && speed >= last * Warmer; round++)
            {
                before();
                (speed, last) = ((await Generator.SaturateAsync(target, length)).PerSecond, speed);
                await settled();
            }
        }

        async Task<Sample> OneAsync(Target target, IReadOnlyList<int> processes)
        {
            before();
            var used = ProcessMeter.CpuSeconds(processes);
            var run = await Generator.SaturateAsync(target, length);
            await settled();
            return new Sample(run.PerSecond, (ProcessMeter.CpuSeconds(processes) - used) / run.Waits.Count * 1000, run.Waits);
        }
    }

    /// <summary>What a user of Kim waits for at the peak of a Kreis, as a remark.</summary>
    public async Task<string> AtPeakAsync(Settings settings, Action before)
    {
        before();
        var run = await Generator.PaceAsync(_ => Kim.SendAsync(), PeakPerSecond, TimeSpan.FromSeconds(settings.Seconds));
        return Text.Of($"Kim at {PeakPerSecond:0} requests/s: {run.Waits}");
    }

    /// <summary>The first request after the start, as a remark: compiler, pools and metadata are cold.</summary>
    public static async Task<string> FirstAsync(Target kim, Target baseline) =>
        Text.Of($"first request after the start: Kim {await BenchProgram.FirstAsync(kim):0} ms, baseline {await BenchProgram.FirstAsync(baseline):0} ms");

    public void Dispose()
    {
        Kim.Dispose();
        Baseline.Dispose();
    }
}
