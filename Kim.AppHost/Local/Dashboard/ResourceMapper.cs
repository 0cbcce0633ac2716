using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Kim.AppHost.Local.Protocol;

namespace Kim.AppHost.Local;

/// <summary>
/// A snapshot in the dashboard's words. Creation time, display properties of urls and values of properties are always
/// set: without them the dashboard stops showing anything.
/// </summary>
internal sealed class ResourceMapper(Telemetry telemetry)
{
    public const string StartCommand = "start";
    public const string StopCommand = "stop";
    public const string RestartCommand = "restart";

    public Protocol.Resource Map(Snapshot snapshot)
    {
        var plan = snapshot.Plan;
        var resource = new Protocol.Resource
        {
            Name = telemetry.ResourceName(plan.Name),
            ResourceType = plan.Type,
            DisplayName = plan.Name,
            Uid = telemetry.ResourceName(plan.Name),
            State = snapshot.State,
            CreatedAt = snapshot.CreatedAt.ToTimestamp(),
            StartedAt = snapshot.StartedAt?.ToTimestamp(),
            StoppedAt = snapshot.StoppedAt?.ToTimestamp(),
            SupportsDetailedTelemetry = plan.Type == "Project",
        };
        if (snapshot.HasFailed)
            resource.StateStyle = "error";
        resource.Environment.Add(snapshot.Environment.Select(e => new EnvironmentVariable { Name = e.Key, Value = e.Value, IsFromSpec = true }));
        resource.Urls.Add(plan.Endpoints.Select(e => UrlOf(e, snapshot)));
        resource.Properties.Add(PropertiesOf(snapshot));
        resource.Commands.Add(CommandsOf(snapshot));
        resource.Relationships.Add(plan.References.Select(r => new ResourceRelationship { ResourceName = r, Type = "Reference" }));
        resource.Relationships.Add(plan.Waits.Select(w => new ResourceRelationship { ResourceName = w.On.Name, Type = "WaitFor" }));
        if (plan.Probe is not null)
            resource.HealthReports.Add(HealthOf(snapshot));
        return resource;
    }

    private static HealthReport HealthOf(Snapshot snapshot)
    {
        var report = new HealthReport { Key = "ready", Description = snapshot.Problem ?? "" };
        if (snapshot.Problem is not null)
            report.Status = snapshot.Problem.Length == 0 ? HealthStatus.Healthy : HealthStatus.Unhealthy;
        return report;
    }

    private static Url UrlOf(Endpoint endpoint, Snapshot snapshot) => new()
    {
        EndpointName = endpoint.Name,
        FullUrl = endpoint.Url,
        IsInactive = snapshot.State != States.Running,
        DisplayProperties = new UrlDisplayProperties { SortOrder = endpoint.External ? 1 : 0, DisplayName = endpoint.Url },
    };

    private IEnumerable<ResourceProperty> PropertiesOf(Snapshot snapshot)
    {
        yield return Property(snapshot.Plan.Type == "Project" ? "project.path" : "executable.path", snapshot.Plan.Source);
        if (snapshot.Pid is { } pid)
            yield return Property("executable.pid", pid.ToString(CultureInfo.InvariantCulture));
        if (snapshot.ExitCode is { } code)
            yield return Property("resource.exitCode", code.ToString(CultureInfo.InvariantCulture));
        if (snapshot.Plan.Parent is { } parent)
            yield return Property("resource.parentName", telemetry.ResourceName(parent));
    }

    private static ResourceProperty Property(string name, string value) => new() { Name = name, Value = Value.ForString(value) };

    private static IEnumerable<ResourceCommand> CommandsOf(Snapshot snapshot)
    {
        // Stopping the dashboard from within itself would end the page that could start it again.
        if (snapshot.Name == DashboardProcess.Name)
            yield break;
        var runs = snapshot.State is States.Running or States.Starting or States.Waiting;
        yield return Command(StartCommand, "Start", "Play", enabled: !runs);
        yield return Command(StopCommand, "Stop", "Stop", enabled: runs);
        yield return Command(RestartCommand, "Restart", "ArrowCounterclockwise", enabled: snapshot.State == States.Running);
    }

    private static ResourceCommand Command(string name, string text, string icon, bool enabled) => new()
    {
        Name = name,
        DisplayName = text,
        IconName = icon,
        IsHighlighted = true,
        State = enabled ? ResourceCommandState.Enabled : ResourceCommandState.Hidden,
    };
}
