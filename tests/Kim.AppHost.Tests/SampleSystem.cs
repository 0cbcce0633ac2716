using System.Globalization;

namespace Kim.AppHost.Tests;

/// <summary>A small system in a folder of its own, run by the local engine: what its projects do, how it stands, and what they told.</summary>
public sealed class SampleSystem : IAsyncDisposable
{
    private static readonly string Program = SystemProcess.PathOf(typeof(SampleSystem).Assembly, "AppHost.Sample");
    private readonly string _root = Directory.CreateTempSubdirectory("kim-engine-").FullName;
    private readonly List<SystemProcess> _engines = [];

    /// <summary>What stays: a service that does nothing but live.</summary>
    public const string Lives = "echo $$ >> ../$NAME.pids; exec sleep 1000";

    /// <summary>A service that does not hear SIGTERM.</summary>
    public const string IsDeaf = "trap '' TERM; echo $$ >> ../$NAME.pids; while :; do sleep 1; done";

    /// <summary>Further variables of the engine's environment.</summary>
    public Dictionary<string, string> Settings { get; } = new() { ["DOTNET_HOST_PATH"] = "/bin/sh", ["Kim__DashboardPort"] = "0" };

    /// <summary>A file of the system; what stands beside the projects' folders.</summary>
    public string At(params string[] parts) => Path.Combine([_root, .. parts]);

    /// <summary>Builds a project: a shell script that runs in the project's folder and finds its own name in NAME.</summary>
    public SampleSystem Project(string name, string script) => File($"{name}/bin/Release/net10.0/{name}.dll", $"NAME={name}\n{script}\n");

    /// <summary>Writes a file.</summary>
    public SampleSystem File(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        System.IO.File.WriteAllText(At(path), text);
        return this;
    }

    /// <summary>Starts the engine on a topology of the sample program.</summary>
    public SystemProcess Start(string topology, params string[] arguments)
    {
        Directory.CreateDirectory(At("apphost"));
        string[] all = [$"--Topology={topology}", $"--AppHost:Directory={At("apphost")}", .. arguments];
        var engine = SystemProcess.Start("engine", Program, Settings, all);
        _engines.Add(engine);
        return engine;
    }

    /// <summary>What projects wrote into a file, line by line.</summary>
    public string[] Lines(string file) => System.IO.File.Exists(At(file)) ? System.IO.File.ReadAllLines(At(file)) : [];

    /// <summary>Waits until a file has so many lines.</summary>
    public Task<string[]> LinesAsync(string file, int count) =>
        Eventually.GetAsync(() => Task.FromResult(Lines(file)), lines => lines.Length >= count, what: $"{count} lines in {file}");

    /// <summary>The last pid that a service told.</summary>
    public async Task<int> PidAsync(string name, int start = 1) => int.Parse((await LinesAsync($"{name}.pids", start))[start - 1], CultureInfo.InvariantCulture);

    /// <summary>State, health, pid, address and remark of a resource, as <c>./kim status</c> reads them.</summary>
    public string[] Status(string name) => Lines(".kim/status.tsv").Select(line => line.Split('\t')).Single(row => row[0] == name)[1..];

    /// <summary>Waits until a resource has this state.</summary>
    public Task StateAsync(string name, string state) =>
        Eventually.GetAsync(() => Task.FromResult(Status(name)[0]), now => now == state, what: $"{name} is {state}");

    /// <summary>Waits until the engine says so.</summary>
    public static Task SaysAsync(SystemProcess engine, string text) =>
        Eventually.GetAsync(() => Task.FromResult(engine.Output), output => output.Contains(text, StringComparison.Ordinal), what: $"the engine says '{text}'");

    /// <summary>Whether a process runs (a zombie does not).</summary>
    public static bool Runs(int pid)
    {
        try
        {
            return System.IO.File.ReadAllText($"/proc/{pid}/stat").Split(')')[^1].TrimStart()[0] is not ('Z' or 'X');
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Waits until a process is gone.</summary>
    public static Task GoneAsync(int pid) => Eventually.HoldsAsync(() => Task.FromResult(!Runs(pid)), what: $"{pid} is gone");

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var engine in _engines)
        {
            if (!engine.HasExited)
                await engine.StopAsync(TimeSpan.FromSeconds(15));
            await engine.DisposeAsync();
        }

        Directory.Delete(_root, recursive: true);
    }
}
