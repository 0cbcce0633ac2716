using Kim.Benchmarks.Load;
using Kim.Benchmarks.Measuring;
using Kim.Benchmarks.Running;
using Kim.Benchmarks.Telling;

namespace Kim.Benchmarks.Work;

/// <summary>
/// The page with the list of cases for 20 users who are signed in, each with a session. Judged is the page every second that each of
/// them asks for, far faster than people are; beside it stands what happens when none of them thinks.
/// </summary>
internal sealed class PortalPage : IWork
{
    private const int Users = 20;
    private const double PagesPerSecond = 20;
    private const double WantedMs = 50;
    private const string Page = "/cases";

    public string Row => "portal";

    public async Task<Outcome> MeasureAsync(BenchSystem system)
    {
        await using var portal = await PortalSystem.StartAsync(system);
        var sessions = new List<PortalBrowser> { await portal.SignInAsync() };
        var turn = 0;
        using var target = Target.At(portal.Origin, () => sessions[(int)((uint)Interlocked.Increment(ref turn) % sessions.Count)].Get(Page));
        var first = await BenchProgram.FirstAsync(target);
        while (sessions.Count < Users) sessions.Add(await portal.SignInAsync());

        var length = TimeSpan.FromSeconds(system.Settings.Seconds);
        await Generator.SaturateAsync(target, length);
        var rounds = new List<Latencies>();
        for (var round = 1; round <= system.Settings.Rounds; round++)
        {
            rounds.Add((await Generator.PaceAsync(_ => target.SendAsync(), PagesPerSecond, length)).Waits);
            Console.WriteLine($"  round {round}: {rounds[^1]}");
        }

        var flatOut = await Generator.SaturateAsync(target, length);
        var p95 = new Ratios(rounds.Select(waits => waits.P95));
        return new Outcome(Row, "portal list page at 20 users")
        {
            Kim = Text.Of($"p95 {p95.Median:0.0} ms"), Wanted = Text.Of($"p95 under {WantedMs:0} ms"), Met = p95.Median < WantedMs,
            Remarks =
            [
                Text.Of($"{Users} sessions, a page a second each; p95 of {rounds.Count} rounds {p95.Min:0.0} to {p95.Max:0.0} ms, median p50 {new Ratios(rounds.Select(waits => waits.P50)).Median:0.0} ms"),
                Text.Of($"without a pause between pages, {Target.Connections} at once: {flatOut.PerSecond:0} pages/s, {flatOut.Waits}"),
                Text.Of($"second page after the start of everything: {first:0} ms"),
            ],
        };
    }
}
