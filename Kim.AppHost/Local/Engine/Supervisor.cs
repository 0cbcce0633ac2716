using System.Diagnostics;

namespace Kim.AppHost.Local;

/// <summary>Keeps one resource as it should be: waits for what it needs, starts it, watches it, starts it again.</summary>
internal sealed class Supervisor(Resource resource, KimFolder folder, Board board)
{
    private const int Attempts = 3;
    private static readonly TimeSpan Stable = TimeSpan.FromSeconds(60);
    private TimeSpan _patience = TimeSpan.FromSeconds(8);
    private CancellationTokenSource _turn = new();
    private volatile bool _isWanted = true;
    private volatile bool _isOver;
    private int _failures;

    public Resource Resource => resource;
    public Task Run { get; private set; } = Task.CompletedTask;

    public void Begin() => Run = RunAsync();

    /// <summary>Start and restart, or stop: what runs now ends in any case.</summary>
    public void Command(bool isWanted)
    {
        (_failures, _isWanted) = (0, isWanted);
        Interlocked.MemoryBarrier();
        _turn.Cancel();
    }

    public Task EndAsync(TimeSpan patience)
    {
        (_patience, _isOver) = (patience, true);
        Interlocked.MemoryBarrier();
        _turn.Cancel();
        return Run;
    }

    // A turn is one start with the pause after it, or the time in which the resource is not wanted; every command ends a turn, also
    // one that is given while the turns change (hence the barriers).
    private async Task RunAsync()
    {
        for (; !_isOver; Interlocked.Exchange(ref _turn, new()))
        {
            var ct = _turn.Token;
            try
            {
                await (_isWanted ? TurnAsync(ct) : Task.Delay(Timeout.Infinite, ct));
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                if (resource.Now.State is State.Waiting or State.Starting or State.Running)
                    Post(now => now with { State = State.Exited, Problem = null });
            }
        }
    }

    private async Task TurnAsync(CancellationToken ct)
    {
        var problem = await StartAsync(ct);
        if (resource.Now.State != State.Finished)
            Post(now => now with { State = ++_failures < Attempts ? State.Exited : State.FailedToStart, Problem = problem });
        // A service is started again for ever, a one-shot only a few times: others wait for it.
        if (resource.IsOneShot && resource.Now.State != State.Exited)
        {
            _isWanted = false;
            return;
        }

        var pause = TimeSpan.FromSeconds(Math.Min(30, Math.Pow(2, _failures - 1)));
        await File.AppendAllTextAsync(resource.Log, $"[engine] {problem}; next start in {pause.TotalSeconds} s.\n", ct);
        await Task.Delay(pause, ct);
    }

    private async Task<string> StartAsync(CancellationToken ct)
    {
        Post(now => now with { State = State.Waiting, Problem = null, ExitCode = null });
        await board.WaitAsync(() => resource.Waits.TrueForAll(wait => wait.IsOver), ct);
        Post(now => now with { State = State.Starting });
        var spec = resource.Prepare();
        var child = spec is null ? null : await ChildProcess.StartAsync(folder, resource.Name, spec);
        Post(now => now with
        {
            State = State.Running,
            Pid = child?.Pid,
            StartedAt = TimeProvider.System.GetUtcNow(),
            Restarts = now.StartedAt is null ? 0 : now.Restarts + 1,
            Environment = spec?.Environment ?? now.Environment,
        });
        return child is null ? await WatchAsync(ct) : await StayAsync(child, ct);
    }

    private async Task<string> StayAsync(ChildProcess child, CancellationToken ct)
    {
        var began = Stopwatch.StartNew();
        using var watch = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var watching = WatchAsync(watch.Token);
        await Task.WhenAny(child.Exit, watching);
        await watch.CancelAsync();
        if (!child.Exit.IsCompleted)
        {
            Post(now => now with { State = State.Stopping });
            await child.StopAsync(_patience);
        }

        var code = await child.Exit;
        var end = resource.IsOneShot && code == 0 ? State.Finished : State.Exited;
        Post(now => now with { State = end, Problem = null, Pid = null, ExitCode = code });
        if (began.Elapsed > Stable)
            _failures = 0;
        if (watching.IsFaulted)
            await watching;
        ct.ThrowIfCancellationRequested();
        return $"exit code {code}: {ProcessLog.LastLine(resource.Log)}";
    }

    private async Task<string> WatchAsync(CancellationToken ct)
    {
        while (true)
        {
            var problem = await resource.ProbeAsync(ct);
            Post(now => now with { Problem = problem ?? "" });
            ProcessLog.KeepShort(resource.Log);
            await Task.Delay(problem is null ? 5_000 : 300, ct);
        }
    }

    private void Post(Func<Snapshot, Snapshot> change) => board.Post(resource, change(resource.Now));
}
