using System.Diagnostics;

namespace Kim.AppHost.Local;

/// <summary>A script to run with its arguments, and how to end it.</summary>
internal sealed record ProcessSpec(IReadOnlyDictionary<string, string> Environment, string[] Script)
{
    public int StopSignal { get; init; } = Native.Terminate;
}

/// <summary>A child in a session of its own (Ctrl-C reaches the engine alone), with a log of its name, which ends with the engine.</summary>
internal sealed class ChildProcess(int pid, int stopSignal)
{
    // What is meant for the AppHost (an administrator's connection string, say) must not reach its children.
    private static readonly string[] OwnVariables = ["Parameters__", "ConnectionStrings__", "ASPNETCORE_", "DOTNET_ENVIRONMENT", "Kim__"];
    private readonly TaskCompletionSource<int> _exit = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Pid => pid;
    public Task<int> Exit => _exit.Task;

    // A thread per child: the kernel tells the child of its parent's death when the thread that made the child ends.
    public static Task<ChildProcess> StartAsync(KimFolder folder, string name, ProcessSpec spec)
    {
        var started = new TaskCompletionSource<ChildProcess>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() => Run(StartInfo(folder, name, spec), folder.At("pids", name), spec.StopSignal, started)) { IsBackground = true }.Start();
        return started.Task;
    }

    public async Task StopAsync(TimeSpan patience)
    {
        _ = Native.Signal(pid, stopSignal);
        await Task.WhenAny(Exit, Task.Delay(patience));
        _ = Native.Signal(-pid, Native.Kill);
        await Exit;
    }

    private static void Run(ProcessStartInfo start, string record, int stopSignal, TaskCompletionSource<ChildProcess> started)
    {
        using var process = Process.Start(start)!;
        var child = new ChildProcess(process.Id, stopSignal);
        started.SetResult(child);
        process.WaitForExit();
        // Whatever the child left in its group goes with it.
        _ = Native.Signal(-process.Id, Native.Kill);
        File.Delete(record);
        child._exit.SetResult(process.ExitCode);
    }

    private static ProcessStartInfo StartInfo(KimFolder folder, string name, ProcessSpec spec)
    {
        string[] child = ["bash", Path.Combine(AppContext.BaseDirectory, "Local/Engine/child.sh"), folder.At(), name];
        var start = new ProcessStartInfo("setsid", [.. child, .. spec.Script]);
        foreach (var key in start.Environment.Keys.Where(key => OwnVariables.Any(own => key.StartsWith(own, StringComparison.OrdinalIgnoreCase))).ToList())
            start.Environment.Remove(key);
        foreach (var (key, value) in spec.Environment)
            start.Environment[key] = value;
        return start;
    }
}
