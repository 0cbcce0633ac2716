namespace Kim.AppHost.Local;

/// <summary>Keeps one resource as it should be: waits for what it needs, starts it, watches it, starts it again.</summary>
internal sealed class Supervisor(Plan plan, Board board, Spawner spawner, PidRecords pids, ProcessLog log) : IDisposable
{
    private const int OneShotAttempts = 3;
    private static readonly TimeSpan Stable = TimeSpan.FromSeconds(60);
    private readonly SemaphoreSlim _wake = new(0);
    private CancellationTokenSource? _run;
    private volatile bool _wanted = true;
    private int _failures;

    public Plan Plan => plan;

    public ProcessLog Log => log;

    public void Start()
    {
        _wanted = true;
        _failures = 0;
        _wake.Release();
    }

    public void Stop()
    {
        _wanted = false;
        CancelRun();
    }

    public void Restart()
    {
        Start();
        CancelRun();
    }

    public void Dispose()
    {
        _wake.Dispose();
        log.Dispose();
    }

    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                while (!_wanted)
                    await _wake.WaitAsync(stop);
                using var run = CancellationTokenSource.CreateLinkedTokenSource(stop);
                _run = run;
                var code = await RunOnceAsync(run.Token);
                _run = null;
                if (!run.IsCancellationRequested)
                    await AfterEndAsync(code, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task<int> RunOnceAsync(CancellationToken ct)
    {
        try
        {
            Post(s => s with { State = States.Waiting, Problem = null, ExitCode = null, Pid = null });
            await board.WaitAsync(b => plan.Waits.All(w => IsMet(b[w.On.Name], w.Kind)), ct);
            Post(s => s with { State = States.Starting });
            var spec = await plan.Prepare(ct);
            if (spec is not null)
                return await RunProcessAsync(spec, ct);
            Post(s => s with { State = States.Running, StartedAt = TimeProvider.System.GetUtcNow() });
            await WatchAsync(ct);
            return 0;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            Post(s => s with { State = States.Exited, Problem = null });
            return 0;
        }
        catch (StartFailure failure)
        {
            log.Add(failure.Message, isError: true);
            Post(s => s with { State = States.Exited, Problem = failure.Message, ExitCode = -1 });
            return -1;
        }
    }

    private async Task<int> RunProcessAsync(ProcessSpec spec, CancellationToken ct)
    {
        using var child = await ChildProcess.StartAsync(spawner, spec, log);
        pids.Write(plan.Name, child.Pid);
        Post(s => s with
        {
            State = States.Running,
            Pid = child.Pid,
            StartedAt = TimeProvider.System.GetUtcNow(),
            StoppedAt = null,
            Environment = spec.Environment,
        });
        using var watch = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var watching = WatchAsync(watch.Token);
        await Task.WhenAny(child.Exit, Task.Delay(Timeout.Infinite, watch.Token));
        await watch.CancelAsync();
        await watching;
        if (!child.Exit.IsCompleted)
        {
            Post(s => s with { State = States.Stopping });
            await child.StopAsync();
        }

        var code = await child.Exit;
        pids.Remove(plan.Name);
        var state = plan.OneShot && code == 0 ? States.Finished : States.Exited;
        Post(s => s with { State = state, Pid = null, Problem = null, ExitCode = code, StoppedAt = TimeProvider.System.GetUtcNow() });
        return code;
    }

    private async Task AfterEndAsync(int code, CancellationToken stop)
    {
        if (plan.OneShot && code == 0)
        {
            _wanted = false;
            return;
        }

        var ranFor = TimeProvider.System.GetUtcNow() - (board[plan.Name].StartedAt ?? DateTimeOffset.MinValue);
        _failures = ranFor > Stable ? 1 : _failures + 1;
        if (plan.OneShot && _failures >= OneShotAttempts)
        {
            Post(s => s with { State = States.FailedToStart, ExitCode = code });
            _wanted = false;
            return;
        }

        var pause = TimeSpan.FromSeconds(Math.Min(30, Math.Pow(2, _failures - 1)));
        log.Add($"[engine] {plan.Name} ended with code {code}; next start in {pause.TotalSeconds:0} s.", isError: true);
        await _wake.WaitAsync(pause, stop);
    }

    private async Task WatchAsync(CancellationToken ct)
    {
        var initialised = plan.Initialise is null;
        var known = "?";
        try
        {
            while (true)
            {
                var problem = plan.Probe is null ? null : await plan.Probe(ct);
                if (problem is null && !initialised)
                {
                    problem = await TryInitialiseAsync(ct);
                    initialised = problem is null;
                }

                if (known != (problem ?? ""))
                    Post(s => s with { Problem = problem ?? "" });
                known = problem ?? "";
                await Task.Delay(problem is null ? 5_000 : 300, ct);
            }
        }
        catch (OperationCanceledException)
        {
            // The process ended or shall end: nothing to watch any more.
        }
    }

    private async Task<string?> TryInitialiseAsync(CancellationToken ct)
    {
        try
        {
            await plan.Initialise!(ct);
            return null;
        }
        catch (StartFailure failure)
        {
            return failure.Message;
        }
    }

    private void CancelRun()
    {
        try
        {
            _run?.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The run ended by itself in that moment.
        }
    }

    private static bool IsMet(Snapshot on, WaitKind kind) => kind == WaitKind.Completed ? on.State == States.Finished : on.IsHealthy;

    private void Post(Func<Snapshot, Snapshot> change) => board.Update(plan.Name, change);
}
