using System.Diagnostics;
using System.Reflection;
using System.Text;

namespace Kim.Testing;

/// <summary>A program of the system as a process, with what it wrote.</summary>
public sealed class SystemProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private SystemProcess(string name, Process process)
    {
        (Name, _process) = (name, process);
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        AppDomain.CurrentDomain.ProcessExit += EndWithTests;
    }

    /// <summary>The program's name in messages.</summary>
    public string Name { get; }

    /// <summary>Its process id.</summary>
    public int Id => _process.Id;

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>What it wrote so far.</summary>
    public string Output
    {
        get
        {
            lock (_output) return _output.ToString();
        }
    }

    /// <summary>Starts <paramref name="program"/> (a built .dll) with these environment variables.</summary>
    public static SystemProcess Start(string name, string program, IReadOnlyDictionary<string, string> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            WorkingDirectory = Path.GetDirectoryName(program)!,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (key, value) in settings) start.Environment[key] = value;
        var process = new SystemProcess(name, new Process { StartInfo = start });
        process._process.Start();
        process._process.BeginOutputReadLine();
        process._process.BeginErrorReadLine();
        return process;
    }

    /// <summary>Waits until the program says that it can work.</summary>
    public async Task ReadyAsync(Uri probe)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        await Eventually.HoldsAsync(async () =>
        {
            if (_process.HasExited) throw new InvalidOperationException($"{Name} ended with {_process.ExitCode}:\n{Output}");
            return (await http.GetAsync(probe)).IsSuccessStatusCode;
        }, TimeSpan.FromSeconds(240), $"{Name} ready");
    }

    /// <summary>Waits until it can work and has its queues: while the broker is not there for it, its readiness is degraded.</summary>
    public async Task ConnectedAsync(Uri probe)
    {
        await ReadyAsync(probe);
        using var http = new HttpClient();
        await Eventually.HoldsAsync(
            async () => (await http.GetStringAsync(probe)).StartsWith("{\"status\":\"Healthy\"", StringComparison.Ordinal), TimeSpan.FromMinutes(2), $"{Name} connected to the broker");
    }

    /// <summary>The built program that the test project of <paramref name="assembly"/> names as a <c>KimProgram</c>.</summary>
    /// <param name="assembly">The test project.</param>
    /// <param name="program">For example <c>cases</c>.</param>
    public static string PathOf(Assembly assembly, string program)
    {
        var name = "Kim." + char.ToUpperInvariant(program[0]) + program[1..];
        return assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(place => place.Key == name).Value!;
    }

    /// <summary>Ends it at once, with no chance to tidy up (SIGKILL).</summary>
    public void Kill() => _process.Kill();

    /// <summary>Waits until it has ended, whatever the exit code.</summary>
    public async Task EndedAsync(TimeSpan limit)
    {
        using var cancel = new CancellationTokenSource(limit);
        await _process.WaitForExitAsync(cancel.Token);
    }

    /// <summary>Asks it to end (SIGTERM), as an orchestrator does, and waits for that.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync(TimeSpan limit)
    {
        if (!_process.HasExited && !Signals.Send(_process.Id, Signals.Terminate)) throw new InvalidOperationException($"{Name} could not be asked to end.");
        await EndedAsync(limit);
        return _process.ExitCode;
    }

    /// <summary>Waits for a program that ends by itself.</summary>
    public async Task DoneAsync(TimeSpan limit)
    {
        using var cancel = new CancellationTokenSource(limit);
        await _process.WaitForExitAsync(cancel.Token);
        if (_process.ExitCode != 0) throw new InvalidOperationException($"{Name} ended with {_process.ExitCode}:\n{Output}");
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= EndWithTests;
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    // A test run that is broken off leaves no system behind.
    private void EndWithTests(object? sender, EventArgs e)
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        lock (_output) _output.AppendLine(line);
    }
}
