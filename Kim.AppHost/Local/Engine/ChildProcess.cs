using System.Diagnostics;

namespace Kim.AppHost.Local;

/// <summary>A running child: its pid on record, its output in its log, and an end that leaves nothing behind.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process _process;
    private readonly ProcessSpec _spec;
    private readonly TaskCompletionSource<int> _exit = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ChildProcess(Process process, ProcessSpec spec)
    {
        _process = process;
        _spec = spec;
        Pid = process.Id;
    }

    public int Pid { get; }

    /// <summary>Ends with the exit code when the process ends, even while a grandchild still holds its output open.</summary>
    public Task<int> Exit => _exit.Task;

    public static async Task<ChildProcess> StartAsync(Spawner spawner, ProcessSpec spec, ProcessLog log)
    {
        var process = await spawner.StartAsync(spec, keepOutput: true);
        var child = new ChildProcess(process, spec);
        process.Exited += (_, _) => child.SetExit();
        process.OutputDataReceived += (_, line) => log.Add(line.Data, isError: false);
        process.ErrorDataReceived += (_, line) => log.Add(line.Data, isError: true);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (process.HasExited)
            child.SetExit();
        return child;
    }

    public async Task StopAsync()
    {
        ProcessTable.Signal(Pid, _spec.StopSignal);
        await Task.WhenAny(Exit, Task.Delay(_spec.StopTimeout));
        ProcessTable.SignalGroup(Pid, ProcessTable.Kill);
        await Exit;
    }

    public void Dispose() => _process.Dispose();

    private void SetExit()
    {
        // Whatever the child left in its group goes with it.
        ProcessTable.SignalGroup(Pid, ProcessTable.Kill);
        _exit.TrySetResult(_process.ExitCode);
    }
}
