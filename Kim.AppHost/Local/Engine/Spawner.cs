using System.Collections.Concurrent;
using System.Diagnostics;

namespace Kim.AppHost.Local;

/// <summary>What to start, and how to end it.</summary>
internal sealed record ProcessSpec(string File, IReadOnlyList<string> Args, string WorkingDirectory)
{
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The system user to run as; null keeps the own one.</summary>
    public string? User { get; init; }

    public int StopSignal { get; init; } = ProcessTable.Terminate;

    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(6);
}

/// <summary>
/// Starts every child from one thread that lives as long as the engine: the kernel sends a child its parent-death signal
/// when the <em>thread</em> that made it ends, and a pool thread may end at any time.
/// </summary>
internal sealed class Spawner : IDisposable
{
    private readonly BlockingCollection<Action> _work = [];

    public Spawner() => new Thread(Work) { IsBackground = true, Name = "spawner" }.Start();

    public Task<Process> StartAsync(ProcessSpec spec, bool keepOutput)
    {
        var done = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        _work.Add(() =>
        {
            try
            {
                done.SetResult(Start(spec, keepOutput));
            }
            catch (Exception e) when (e is System.ComponentModel.Win32Exception or InvalidOperationException)
            {
                done.SetException(new StartFailure($"{spec.File} cannot be started: {e.Message}"));
            }
        });
        return done.Task;
    }

    public void Dispose() => _work.CompleteAdding();

    private static Process Start(ProcessSpec spec, bool keepOutput)
    {
        // A session of its own: Ctrl-C in the terminal reaches the engine alone, which then stops the children in order.
        var start = new ProcessStartInfo("setsid")
        {
            WorkingDirectory = spec.WorkingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = keepOutput,
            RedirectStandardError = keepOutput,
        };
        string[] signal = ["setpriv", "--pdeathsig", spec.StopSignal == ProcessTable.Interrupt ? "INT" : "TERM"];
        string[] user = spec.User is { } name ? ["--reuid", name, "--regid", name, "--init-groups"] : [];
        foreach (var arg in (IEnumerable<string>)[.. signal, .. user, "--", spec.File, .. spec.Args])
            start.ArgumentList.Add(arg);
        foreach (var inherited in start.Environment.Keys.Where(IsOwn).ToList())
            start.Environment.Remove(inherited);
        foreach (var (key, value) in spec.Environment)
            start.Environment[key] = value;

        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.Start();
        process.StandardInput.Close();
        return process;
    }

    // What is meant for the AppHost (an administrator's connection string, say) must not reach its children.
    private static bool IsOwn(string name) =>
        name.StartsWith("Parameters__", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("ConnectionStrings__", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("ASPNETCORE_", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("DOTNET_ENVIRONMENT", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("Kim__", StringComparison.OrdinalIgnoreCase);

    private void Work()
    {
        foreach (var action in _work.GetConsumingEnumerable())
            action();
    }
}
