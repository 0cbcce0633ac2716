namespace Kim.AppHost.Local;

/// <summary>One resource needs another to be healthy, or to have ended well.</summary>
internal sealed record Wait(Resource On, bool ForCompletion)
{
    public bool IsOver => ForCompletion ? On.Now.State == State.Finished : On.Now.IsHealthy;
}

/// <summary>A part of the system: what AppHost.cs states about it, how it is run, and how it stands now.</summary>
internal abstract class Resource(string name, string type, DistributedApplicationBuilder builder)
{
    public string Name => name;
    public string Type => type;
    public string Log => builder.Folder.At("logs", $"{name}.log");
    public Dictionary<string, Func<string>> Environment { get; } = [];
    public List<string> Args { get; } = [];
    public List<Endpoint> Endpoints { get; } = [];
    public List<Wait> Waits { get; } = [];
    public List<Resource> References { get; } = [];
    public Snapshot Now { get; set; } = new(State.NotStarted);
    public bool IsReady => IsOneShot ? Now.State == State.Finished : Now.IsHealthy;

    /// <summary>The project file or the command, for people.</summary>
    public abstract string Source { get; }

    /// <summary>The resource below which the dashboard shows this one.</summary>
    public virtual Resource? Parent => null;

    /// <summary>Runs to its end (a migration) instead of staying.</summary>
    public virtual bool IsOneShot => false;

    protected DistributedApplicationBuilder Builder => builder;

    /// <summary>How to start the process; null when there is none here.</summary>
    public virtual ProcessSpec? Prepare() => null;

    /// <summary>Null when others may rely on it, else the reason why not.</summary>
    public virtual Task<string?> ProbeAsync(CancellationToken ct) => Task.FromResult<string?>(null);

    /// <summary>A script below Local/ as a process; what AppHost.cs states about its environment wins.</summary>
    protected ProcessSpec Script(string path, Dictionary<string, string> environment, params string[] args)
    {
        foreach (var (key, value) in Environment)
            environment[key] = value();
        return new ProcessSpec(environment, [Path.Combine(AppContext.BaseDirectory, "Local", path), .. args]);
    }
}
