namespace Kim.AppHost.Local;

/// <summary>Projects as processes: from built binaries, with the variables that Aspire would set.</summary>
internal static class Projects
{
    public static Plan Plan(ProjectResource resource, int order, Telemetry telemetry)
    {
        var endpoint = resource.Endpoints.FirstOrDefault();
        return new Plan(resource.Name, "Project", order)
        {
            Waits = resource.Waits,
            OneShot = endpoint is null,
            Endpoints = resource.Endpoints,
            Source = resource.ProjectPath,
            References = [.. resource.References.Select(r => r.Name)],
            Prepare = _ => Task.FromResult<ProcessSpec?>(Spec(resource, telemetry)),
            Probe = endpoint is null || resource.HealthPath is null
                ? null
                : ct => Probes.HttpAsync($"http://127.0.0.1:{endpoint.Port}{resource.HealthPath}", ct),
        };
    }

    private static ProcessSpec Spec(ProjectResource resource, Telemetry telemetry)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in telemetry.Variables(resource.Name))
            environment[key] = value;
        if (resource.Endpoints.Count > 0)
            environment["ASPNETCORE_URLS"] = resource.Endpoints[0].Url;
        foreach (var reference in resource.References)
        {
            foreach (var endpoint in reference.Endpoints)
            {
                environment[$"services__{reference.Name}__{endpoint.Name}__0"] = endpoint.Url;
                environment[$"{reference.Name}_{endpoint.Name}".ToUpperInvariant().Replace('-', '_')] = endpoint.Url;
            }
        }

        foreach (var (key, value) in resource.Environment)
            environment[key] = value.GetValue();
        return new ProcessSpec(DotNet, [Binary(resource.ProjectPath), .. resource.Args], Path.GetDirectoryName(resource.ProjectPath)!)
        {
            Environment = environment,
        };
    }

    private static string DotNet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH")
        ?? (Path.GetFileName(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet");

    /// <summary>The newest build, in the layout in which the AppHost itself was built (bin/ beside the project, or one artifacts folder).</summary>
    private static string Binary(string projectPath)
    {
        var name = Path.GetFileNameWithoutExtension(projectPath);
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        var folder = Path.GetDirectoryName(projectPath)!;
        IEnumerable<string> candidates = own.Parent?.Name == "Kim.AppHost"
            ? [Path.Combine(own.Parent.Parent!.FullName, name, own.Name)]
            : [Path.Combine(folder, "bin", "Release", own.Name), Path.Combine(folder, "bin", "Debug", own.Name)];
        return candidates.Select(c => Path.Combine(c, $"{name}.dll")).Where(File.Exists).MaxBy(File.GetLastWriteTimeUtc)
            ?? throw new StartFailure($"{name} is not built. Remedy: ./kim up (builds everything), or dotnet build Kim.sln -c Release.");
    }
}
