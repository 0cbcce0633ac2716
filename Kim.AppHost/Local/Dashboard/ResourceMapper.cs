using Google.Protobuf.WellKnownTypes;
using Kim.AppHost.Local.Protocol;

namespace Kim.AppHost.Local;

/// <summary>
/// A resource in the dashboard's words. Creation time, display properties of urls and values of properties are always
/// set: without them the dashboard stops showing anything.
/// </summary>
internal sealed class ResourceMapper(DistributedApplicationBuilder application)
{
    private readonly Timestamp _created = TimeProvider.System.GetUtcNow().ToTimestamp();

    public Protocol.Resource Map(Resource resource)
    {
        var mapped = new Protocol.Resource
        {
            Name = application.Dashboard.NameOf(resource),
            ResourceType = resource.Type,
            DisplayName = resource.Name,
            Uid = application.Dashboard.NameOf(resource),
            State = resource.Now.State.ToString(),
            CreatedAt = _created,
            StartedAt = resource.Now.StartedAt?.ToTimestamp(),
            Urls = { resource.Endpoints.Select(UrlOf) },
            Commands = { CommandsOf(resource) },
            Properties = { PropertiesOf(resource) },
            Environment = { resource.Now.Environment.Select(VariableOf) },
            Relationships =
            {
                resource.References.Select(other => new ResourceRelationship { ResourceName = other.Name, Type = "Reference" }),
                resource.Waits.Select(wait => new ResourceRelationship { ResourceName = wait.On.Name, Type = "WaitFor" }),
            },
        };
        if (resource.Now.Problem is { } problem)
        {
            var status = resource.Now.IsHealthy ? HealthStatus.Healthy : HealthStatus.Unhealthy;
            mapped.HealthReports.Add(new HealthReport { Key = "ready", Description = problem, Status = status });
        }

        return mapped;
    }

    private EnvironmentVariable VariableOf(KeyValuePair<string, string> variable) =>
        new() { Name = variable.Key, Value = application.Secrets.Mask(variable.Value), IsFromSpec = true };

    private static Url UrlOf(Endpoint endpoint) => new()
    {
        EndpointName = endpoint.Name,
        FullUrl = endpoint.Url,
        DisplayProperties = new UrlDisplayProperties { SortOrder = endpoint.IsExternal ? 1 : 0, DisplayName = endpoint.Url },
    };

    private IEnumerable<ResourceProperty> PropertiesOf(Resource resource)
    {
        var values = new Dictionary<string, string?>
        {
            [resource is ProjectResource ? "project.path" : "executable.path"] = resource.Source,
            ["executable.pid"] = resource.Now.Pid?.ToString(),
            ["resource.exitCode"] = resource.Now.ExitCode?.ToString(),
            ["resource.parentName"] = resource.Parent is null ? null : application.Dashboard.NameOf(resource.Parent),
            ["restarts"] = $"{resource.Now.Restarts}",
        };
        return values.Where(entry => entry.Value is not null)
            .Select(entry => new ResourceProperty { Name = entry.Key, Value = Value.ForString(entry.Value) });
    }

    private static IEnumerable<ResourceCommand> CommandsOf(Resource resource)
    {
        // Stopping the dashboard from within itself would end the page that could start it again; a database is its server's.
        if (resource is DashboardResource or PostgresDatabaseResource)
            return [];
        var runs = resource.Now.State is State.Running or State.Starting or State.Waiting;
        return [Command("start", "Play", !runs), Command("stop", "Stop", runs), Command("restart", "ArrowCounterclockwise", runs)];
    }

    private static ResourceCommand Command(string name, string icon, bool isShown) => new()
    {
        Name = name,
        DisplayName = char.ToUpperInvariant(name[0]) + name[1..],
        IconName = icon,
        IsHighlighted = true,
        State = isShown ? ResourceCommandState.Enabled : ResourceCommandState.Hidden,
    };
}
