using System.Diagnostics;

namespace Kim.Testing;

/// <summary>Waiting for what other threads and processes do: poll until it holds, fail with the last reason when it does not.</summary>
public static class Eventually
{
    /// <summary>How long a test waits when it says nothing else; generous, because a slow machine must not turn 'not yet' into 'no'.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(FaultSuite.SharedMachine ? 90 : 30);

    /// <summary>Repeats <paramref name="attempt"/> until it no longer throws.</summary>
    public static async Task DoneAsync(Func<Task> attempt, TimeSpan? timeout = null, string? what = null) =>
        await GetAsync(async () =>
        {
            await attempt();
            return true;
        }, done => done, timeout, what);

    /// <summary>Repeats until <paramref name="condition"/> is true.</summary>
    public static async Task HoldsAsync(Func<Task<bool>> condition, TimeSpan? timeout = null, string? what = null) =>
        await GetAsync(condition, holds => holds, timeout, what);

    /// <summary>Repeats <paramref name="read"/> until <paramref name="accept"/> takes its value; an exception counts as 'not yet'.</summary>
    public static async Task<T> GetAsync<T>(Func<Task<T>> read, Func<T, bool> accept, TimeSpan? timeout = null, string? what = null)
    {
        var limit = timeout ?? DefaultTimeout;
        var watch = Stopwatch.StartNew();
        while (true)
        {
            Exception? failure = null;
            object? last = null;
            try
            {
                var value = await read();
                if (accept(value)) return value;
                last = value;
            }
            catch (Exception caught)
            {
                failure = caught;
            }

            if (watch.Elapsed > limit)
                throw new TimeoutException($"Not within {limit.TotalSeconds:0} s: {what ?? "the condition"}. Last seen: {failure?.Message ?? last ?? "nothing"}", failure);
            await Task.Delay(watch.Elapsed < TimeSpan.FromSeconds(2) ? 30 : 150);
        }
    }
}
