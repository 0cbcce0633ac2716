using System.Globalization;
using System.Security.Cryptography;

namespace Kim.AppHost.Local;

/// <summary>
/// The Aspire dashboard as a child, where <c>./kim up</c> could install it below <c>.kim/dashboard</c>. It starts and ends with the
/// engine: it does not find back to a resource service that was away for seconds.
/// </summary>
internal sealed class DashboardResource : Resource
{
    private readonly Endpoint _http;
    private readonly Endpoint _otlp = new("otlp", "http");
    private readonly Endpoint _otlpHttp = new("otlp-http", "http");
    private readonly string _instance = RandomNumberGenerator.GetHexString(8, lowercase: true);

    public DashboardResource(DistributedApplicationBuilder builder) : base("dashboard", "Executable", builder)
    {
        var wanted = int.Parse(builder.Configuration["Kim:DashboardPort"] ?? "18888", CultureInfo.InvariantCulture);
        _http = new Endpoint("http", "http") { IsExternal = true, Port = Probes.IsFree(wanted) ? wanted : 0 };
        Endpoints.AddRange([_http, _otlp, _otlpHttp, ResourceService]);
    }

    public override string Source => Builder.Folder.At("dashboard");
    public bool IsInstalled => Directory.Exists(Builder.Folder.At("dashboard", "home", ".aspire", "versions"));
    public string LoginUrl => IsInstalled ? $"{_http.Url}/login?t={Key("token")}" : "";
    public Endpoint ResourceService { get; } = new("resources", "http");

    /// <summary>The dashboard joins telemetry to the resource whose name is <c>service.name-service.instance.id</c>.</summary>
    public string NameOf(Resource resource) => $"{resource.Name}-{_instance}";

    /// <summary>Where a process sends its telemetry, and under which name; with short delays, because a developer wants to see it now.</summary>
    public Dictionary<string, string> Telemetry(string name) => !IsInstalled ? [] : new()
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = _otlp.Url,
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "grpc",
        ["OTEL_EXPORTER_OTLP_HEADERS"] = $"x-otlp-api-key={Key("otlp-key")}",
        ["OTEL_SERVICE_NAME"] = name,
        ["OTEL_RESOURCE_ATTRIBUTES"] = $"service.instance.id={_instance}",
        ["OTEL_BSP_SCHEDULE_DELAY"] = "1000",
        ["OTEL_BLRP_SCHEDULE_DELAY"] = "1000",
        ["OTEL_METRIC_EXPORT_INTERVAL"] = "1000",
        ["OTEL_TRACES_SAMPLER"] = "always_on",
        ["OTEL_METRICS_EXEMPLAR_FILTER"] = "trace_based",
    };

    public override ProcessSpec? Prepare() => Script("Dashboard/dashboard.sh", new()
    {
        ["KIM_DASHBOARD"] = Source,
        ["KIM_TOKEN"] = Key("token"),
        ["KIM_OTLP_KEY"] = Key("otlp-key"),
        ["KIM_RESOURCES_KEY"] = Key("resource-key"),
        ["ASPIRE_CLI_PID"] = $"{System.Environment.ProcessId}",
        ["ASPNETCORE_URLS"] = _http.Url,
        ["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"] = _otlp.Url,
        ["ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL"] = _otlpHttp.Url,
        ["DOTNET_RESOURCE_SERVICE_ENDPOINT_URL"] = ResourceService.Url,
    });

    public override Task<string?> ProbeAsync(CancellationToken ct) => Probes.TcpAsync(_http, ct);

    public string Key(string name) => Builder.Secrets.Get($"dashboard-{name}", 32);
}
