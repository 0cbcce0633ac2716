namespace Kim.AppHost.Local;

/// <summary>How the supervisor treats one resource.</summary>
internal sealed record Plan(string Name, string Type, int Order)
{
    public IReadOnlyList<Wait> Waits { get; init; } = [];

    public IReadOnlyList<Endpoint> Endpoints { get; init; } = [];

    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>The project file or the command, for people.</summary>
    public string Source { get; init; } = "";

    /// <summary>The resource below which the dashboard shows this one.</summary>
    public string? Parent { get; init; }

    /// <summary>Runs to its end (a migration) instead of staying.</summary>
    public bool OneShot { get; init; }

    /// <summary>Stopped after the projects, so that these can finish their work.</summary>
    public bool IsServer { get; init; }

    /// <summary>Makes ready what the process needs and says how to start it; null when it runs elsewhere.</summary>
    public required Func<CancellationToken, Task<ProcessSpec?>> Prepare { get; init; }

    /// <summary>Null when healthy, else the reason. Without a probe a running process is healthy.</summary>
    public Func<CancellationToken, Task<string?>>? Probe { get; init; }

    /// <summary>Once after the first success of the probe, before others may rely on the resource.</summary>
    public Func<CancellationToken, Task>? Initialise { get; init; }
}
