using System.Globalization;

namespace Kim.AppHost.Local;

/// <summary>
/// The Aspire dashboard as a supervised child (<c>./kim up</c> installs it below <c>.kim/dashboard</c>). It is started and
/// ended with the engine: it does not find back to a resource service that was away for seconds.
/// </summary>
internal sealed class DashboardProcess
{
    public const string Name = "dashboard";
    private const string Loopback = "http://127.0.0.1";
    private readonly KimFolder _folder;
    private readonly string _binary;
    private readonly string _token;
    private readonly int _port;

    private DashboardProcess(KimFolder folder, string binary, Secrets secrets, Ports ports, int port)
    {
        _folder = folder;
        _binary = binary;
        _port = port;
        OtlpPort = ports.Take();
        OtlpHttpPort = ports.Take();
        ResourceServicePort = ports.Take();
        var random = new GenerateParameterDefault { MinLength = 32, Special = false };
        _token = secrets.GetOrAdd("dashboard-token", random.GetDefaultValue);
        OtlpKey = secrets.GetOrAdd("dashboard-otlp-key", random.GetDefaultValue);
        ResourceServiceKey = secrets.GetOrAdd("dashboard-resource-key", random.GetDefaultValue);
    }

    public int OtlpPort { get; }

    public int ResourceServicePort { get; }

    public string OtlpKey { get; }

    public string ResourceServiceKey { get; }

    public string LoginUrl => Url("http://localhost", _port) + $"/login?t={_token}";

    private int OtlpHttpPort { get; }

    /// <summary>Null when it is not installed: everything else runs without it.</summary>
    public static DashboardProcess? Find(KimFolder folder, Secrets secrets, Ports ports, int port)
    {
        var versions = Path.Combine(folder.Dashboard, "home", ".aspire", "versions");
        var binary = Directory.Exists(versions)
            ? Directory.EnumerateDirectories(versions).Select(v => Path.Combine(v, "managed", "aspire-managed")).FirstOrDefault(File.Exists)
            : null;
        return binary is null ? null : new DashboardProcess(folder, binary, secrets, ports, Ports.IsFree(port) ? port : ports.Take());
    }

    public Plan Plan(int order) => new(Name, "Executable", order)
    {
        IsServer = true,
        Endpoints = [new Endpoint("http", "http") { External = true, Port = _port }],
        Source = _binary,
        Prepare = _ => Task.FromResult<ProcessSpec?>(new ProcessSpec(_binary, ["dashboard"], Path.GetDirectoryName(_binary)!)
        {
            Environment = Variables(),
            StopTimeout = TimeSpan.FromSeconds(3),
        }),
        Probe = ct => Probes.TcpAsync("127.0.0.1", _port, ct),
    };

    private Dictionary<string, string> Variables() => new(StringComparer.Ordinal)
    {
        ["HOME"] = Path.Combine(_folder.Dashboard, "home"),
        ["ASPIRE_CLI_PID"] = Environment.ProcessId.ToString(CultureInfo.InvariantCulture),
        ["ASPIRE_CLI_TELEMETRY_OPTOUT"] = "true",
        ["ASPNETCORE_URLS"] = Url("http://localhost", _port),
        ["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"] = Url(Loopback, OtlpPort),
        ["ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL"] = Url(Loopback, OtlpHttpPort),
        ["DOTNET_RESOURCE_SERVICE_ENDPOINT_URL"] = Url(Loopback, ResourceServicePort),
        ["DASHBOARD__RESOURCESERVICECLIENT__AUTHMODE"] = "ApiKey",
        ["DASHBOARD__RESOURCESERVICECLIENT__APIKEY"] = ResourceServiceKey,
        ["DASHBOARD__FRONTEND__AUTHMODE"] = "BrowserToken",
        ["DASHBOARD__FRONTEND__BROWSERTOKEN"] = _token,
        ["DASHBOARD__OTLP__AUTHMODE"] = "ApiKey",
        ["DASHBOARD__OTLP__PRIMARYAPIKEY"] = OtlpKey,
        ["DASHBOARD__API__DISABLED"] = "true",
    };

    private static string Url(string host, int port) => string.Create(CultureInfo.InvariantCulture, $"{host}:{port}");
}
