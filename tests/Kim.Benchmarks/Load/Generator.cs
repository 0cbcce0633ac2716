using System.Collections.Concurrent;
using System.Diagnostics;

namespace Kim.Benchmarks.Load;

/// <summary>Requests of one measurement: how many a second, and how long each took.</summary>
/// <param name="PerSecond">Answers per second.</param>
/// <param name="Waits">Their waiting times.</param>
internal sealed record Run(double PerSecond, Latencies Waits);

/// <summary>Puts a target under load.</summary>
internal static class Generator
{
    /// <summary>As fast as the target answers: each connection sends its next request when its last one is answered.</summary>
    public static async Task<Run> SaturateAsync(Target target, TimeSpan length)
    {
        var watch = Stopwatch.StartNew();
        var perConnection = await Task.WhenAll(Enumerable.Range(0, Target.Connections).Select(_ => Task.Run(async () =>
        {
            var waits = new List<double>();
            while (watch.Elapsed < length)
            {
                var sent = Stopwatch.GetTimestamp();
                await target.SendAsync();
                waits.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            }

            return waits;
        })));
        var seconds = watch.Elapsed.TotalSeconds;
        var all = new Latencies(perConnection.SelectMany(waits => waits));
        return new Run(all.Count / seconds, all);
    }

    /// <summary>
    /// At a fixed rate, whether earlier requests are answered or not. Waiting is counted from the moment at which a request was due, so
    /// a target that stands still for a moment shows it in all that came meanwhile (no coordinated omission).
    /// </summary>
    public static async Task<Run> PaceAsync(Func<int, Task> send, double perSecond, TimeSpan length)
    {
        var waits = new ConcurrentBag<double>();
        var total = Math.Max(1, (int)(perSecond * length.TotalSeconds));
        var underway = new List<Task>(total);
        var watch = Stopwatch.StartNew();
        for (var number = 0; number < total; number++)
        {
            var due = TimeSpan.FromSeconds(number / perSecond);
            // Never early: a delay of a fraction of a millisecond would be none, and its request would seem faster than it was.
            while (watch.Elapsed < due) await Task.Delay(1);
            underway.Add(SendAsync(number, due));
        }

        await Task.WhenAll(underway);
        return new Run(total / watch.Elapsed.TotalSeconds, new Latencies(waits));

        async Task SendAsync(int number, TimeSpan due)
        {
            await Task.Yield();
            await send(number);
            waits.Add((watch.Elapsed - due).TotalMilliseconds);
        }
    }
}
