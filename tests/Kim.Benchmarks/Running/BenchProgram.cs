using System.Diagnostics;

namespace Kim.Benchmarks.Running;

/// <summary>A started program under measurement.</summary>
/// <param name="process">Its process.</param>
/// <param name="port">Where it listens on loopback.</param>
internal sealed class BenchProgram(SystemProcess process, int port) : IAsyncDisposable
{
    public int Id => process.Id;

    public Uri Address { get; } = new(Text.Of($"http://127.0.0.1:{port}"));

    /// <summary>It answers, and where it has a bus its queues are there.</summary>
    public async Task<BenchProgram> ReadyAsync()
    {
        await process.ConnectedAsync(new Uri(Address, "/health/ready"));
        return this;
    }

    /// <summary>What a user waits for who comes first: milliseconds of the first request after the start.</summary>
    public static async Task<double> FirstAsync(Load.Target target)
    {
        var sent = Stopwatch.GetTimestamp();
        await target.SendAsync();
        return Stopwatch.GetElapsedTime(sent).TotalMilliseconds;
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();
}
