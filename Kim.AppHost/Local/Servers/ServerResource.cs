namespace Kim.AppHost.Local;

/// <summary>
/// A server of the system: a native process with its data below <c>.kim/</c>, or a given one (<c>ConnectionStrings:NAME</c>, an
/// administrator's). A script beside this file knows how to <c>start</c> it and what makes it <c>ready</c> for the others.
/// </summary>
internal abstract class ServerResource(string name, string type, string script, DistributedApplicationBuilder builder) : Resource(name, type, builder)
{
    private bool _isMadeReady;

    public Endpoint PrimaryEndpoint => Endpoints[0];
    public string InitFolder { get; set; } = "";
    public override string Source => Given is null ? script : $"given by ConnectionStrings:{Name}";

    protected string? Given => Builder.Configuration[$"ConnectionStrings:{Name}"];

    /// <summary>What the script knows beside the variables that AppHost.cs states.</summary>
    protected abstract Dictionary<string, string> Variables { get; }

    public override ProcessSpec? Prepare()
    {
        _isMadeReady = false;
        return Given is null ? Run("start") : null;
    }

    public override async Task<string?> ProbeAsync(CancellationToken ct)
    {
        var problem = await Probes.TcpAsync(PrimaryEndpoint, ct);
        if (problem is not null || _isMadeReady)
            return problem;
        var script = await ChildProcess.StartAsync(Builder.Folder, $"{Name}-ready", Run("ready"));
        await using var end = ct.Register(() => Native.Signal(-script.Pid, Native.Kill));
        _isMadeReady = await script.Exit == 0;
        return _isMadeReady ? null : ProcessLog.LastLine(Builder.Folder.At("logs", $"{Name}-ready.log"));
    }

    protected virtual ProcessSpec Run(string part)
    {
        var environment = Variables;
        environment["KIM_HOME"] = Builder.Folder.At(Name);
        environment["KIM_INIT"] = Path.GetFullPath(InitFolder, Builder.AppHostDirectory);
        return Script($"Servers/{script}", environment, part);
    }
}
