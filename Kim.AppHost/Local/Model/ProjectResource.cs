namespace Kim.AppHost.Local;

/// <summary>A project as a process: from its built binaries, with the variables that Aspire would set. Without an endpoint it is a one-shot.</summary>
internal sealed class ProjectResource(string name, string projectPath, DistributedApplicationBuilder builder) : Resource(name, "Project", builder)
{
    public string? HealthPath { get; set; }
    public override string Source => projectPath;
    public override bool IsOneShot => Endpoints.Count == 0;

    public override ProcessSpec? Prepare()
    {
        var environment = Builder.Dashboard.Telemetry(Name);
        if (!IsOneShot)
            environment["ASPNETCORE_URLS"] = Endpoints[0].Url;
        foreach (var (reference, endpoint) in References.SelectMany(reference => reference.Endpoints.Select(endpoint => (reference, endpoint))))
        {
            environment[$"services__{reference.Name}__{endpoint.Name}__0"] = endpoint.Url;
            environment[$"{reference.Name}_{endpoint.Name}".ToUpperInvariant().Replace('-', '_')] = endpoint.Url;
        }

        return Script("Model/project.sh", environment, [projectPath, .. Args]);
    }

    public override Task<string?> ProbeAsync(CancellationToken ct) =>
        HealthPath is null ? base.ProbeAsync(ct) : Probes.HttpAsync($"http://127.0.0.1:{Endpoints[0].Port}{HealthPath}", ct);
}
