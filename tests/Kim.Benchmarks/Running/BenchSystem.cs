using System.Reflection;
using Kim.Benchmarks.Seed;
using Npgsql;

namespace Kim.Benchmarks.Running;

/// <summary>
/// What every row stands on: servers, a vhost, the databases with their rows, an issuer of tokens, and a place for telemetry. Programs
/// are started by the row that needs them and ended with it, so that none takes the processors from another row.
/// </summary>
internal sealed class BenchSystem : IAsyncDisposable
{
    /// <summary>Everything that some row starts.</summary>
    private static readonly string[] Services = ["identity", "cases", "network", "funding"];

    private readonly Dictionary<string, ServiceDatabase> _databases = [];
    private readonly string _folder = Directory.CreateTempSubdirectory("kim-bench-files-").FullName;
    private readonly BenchServers _servers;
    private readonly BrokerVhost _broker;
    private readonly TelemetrySink _telemetry;

    private BenchSystem(Settings settings, BenchServers servers, BrokerVhost broker, TelemetrySink telemetry, TestIssuer issuer) =>
        (Settings, _servers, _broker, _telemetry, Issuer) = (settings, servers, broker, telemetry, issuer);

    public Settings Settings { get; }

    public TestIssuer Issuer { get; }

    /// <summary>A folder of this run, for files that programs share.</summary>
    public string Folder => _folder;

    /// <summary>The broker for the bare program, with all rights on the vhost.</summary>
    public Uri Broker => _broker.Admin;

    public static async Task<BenchSystem> StartAsync(Settings settings)
    {
        var servers = await BenchServers.StartAsync();
        await KimServers.GetAsync();
        return new BenchSystem(settings, servers, await BrokerVhost.CreateAsync(Services), await TelemetrySink.StartAsync(), await TestIssuer.GetAsync());
    }

    /// <summary>The database of a service: migrated at the first call, with its queues declared, and that of cases filled.</summary>
    /// <param name="service">The service.</param>
    /// <param name="more">Settings of the migration that the row has.</param>
    public async Task<ServiceDatabase> DatabaseAsync(string service, IReadOnlyDictionary<string, string>? more = null)
    {
        if (_databases.TryGetValue(service, out var known)) return known;
        var database = _databases[service] = await ServiceDatabase.CreateAsync(service);
        var settings = SettingsOf(service, more);
        settings["ConnectionStrings__DatabaseOwner"] = database.Owner;
        await using (var run = SystemProcess.Start(service + "-migrate", PathOf(service), settings, "migrate", "topology")) await run.DoneAsync(TimeSpan.FromMinutes(5));
        if (service != "identity")
            foreach (var account in TestAccounts.All) await AccountRows.AddAsync(database, account);
        if (service == "cases") await CaseSeed.FillAsync(database, Settings.Cases);
        return database;
    }

    /// <summary>Starts a program of the house; its database must have been asked for.</summary>
    /// <param name="program">For example <c>cases</c>.</param>
    /// <param name="more">Settings of the row.</param>
    /// <param name="port">Where it listens, when others must know before.</param>
    public BenchProgram Start(string program, IReadOnlyDictionary<string, string>? more = null, int? port = null) =>
        Started(program, PathOf(program), SettingsOf(program, more), port);

    /// <summary>Starts this program as a baseline.</summary>
    /// <param name="mode">See <see cref="Bare.BareProgram"/>.</param>
    /// <param name="database">The database on which it does the same as Kim.</param>
    public BenchProgram StartBare(string mode, ServiceDatabase database) => Started("bare-" + mode, typeof(BenchSystem).Assembly.Location, new()
    {
        ["ConnectionStrings__Database"] = Pool(BareRole.ConnectionString(database)),
        ["ConnectionStrings__Broker"] = Broker.AbsoluteUri,
        ["Logging__LogLevel__Default"] = "Warning",
    }, null, "bare", mode);

    public async ValueTask DisposeAsync()
    {
        await _telemetry.DisposeAsync();
        foreach (var database in _databases.Values) await database.DisposeAsync();
        await _broker.DisposeAsync();
        await _servers.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static BenchProgram Started(string name, string path, Dictionary<string, string> settings, int? wanted, params string[] arguments)
    {
        var port = wanted ?? Ports.Free();
        settings["HTTP_PORTS"] = Text.Of($"{port}");
        return new BenchProgram(SystemProcess.Start(name, path, settings, arguments), port);
    }

    private Dictionary<string, string> SettingsOf(string program, IReadOnlyDictionary<string, string>? more)
    {
        var settings = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["Identity__Issuer"] = Issuer.Issuer,
            ["Identity__MetadataAddress"] = Issuer.MetadataAddress,
            ["Kim__Profile"] = Repository.Profile,
            ["Audit__AnchorFolder"] = Path.Combine(_folder, "audit"),
            ["Audit__TermsKey"] = new string('7', 64),
            ["Logging__LogLevel__Default"] = "Warning",
            // Every span and every metric leaves the process, at the intervals of OpenTelemetry's own defaults.
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = _telemetry.Endpoint,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        };
        if (_databases.TryGetValue(program, out var database))
        {
            settings["ConnectionStrings__Database"] = Pool(database.App);
            settings["ConnectionStrings__Broker"] = _broker.For(program).AbsoluteUri;
        }

        foreach (var (key, value) in more ?? new Dictionary<string, string>()) settings[key] = value;
        return settings;
    }

    // A pool as in an installation, alike for both sides; that of the tests is made for many classes on one server.
    private static string Pool(string connection) =>
        new NpgsqlConnectionStringBuilder(connection) { MaxPoolSize = 60, ConnectionIdleLifetime = 300, ConnectionPruningInterval = 10 }.ConnectionString;

    private static string PathOf(string program) => SystemProcess.PathOf(Assembly.GetExecutingAssembly(), program);
}
