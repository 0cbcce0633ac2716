using System.Globalization;
using Npgsql;

namespace Kim.Faults.Tests.Running;

/// <summary>Migrated databases and a vhost for some services, in which their programs can be started as often as a test likes.</summary>
internal sealed class ServiceSpace : IAsyncDisposable
{
    private readonly Dictionary<string, ServiceDatabase> _databases = [];
    private readonly TestIssuer _issuer;

    private ServiceSpace(BrokerVhost broker, TestIssuer issuer) => (Broker, _issuer) = (broker, issuer);

    public BrokerVhost Broker { get; }

    public static async Task<ServiceSpace> CreateAsync(IReadOnlyList<string> services)
    {
        var space = new ServiceSpace(await BrokerVhost.CreateAsync(services), await TestIssuer.GetAsync());
        foreach (var service in services) space._databases[service] = await space.DatabaseAsync(service);
        await Task.WhenAll(services.Select(service => space.RunAsync("topology", service, space.Database(service))));
        return space;
    }

    public ServiceDatabase Database(string service) => _databases[service];

    /// <summary>Takes the database away and gives the service a new one, as empty as the first was.</summary>
    public async Task RenewAsync(string service)
    {
        await _databases[service].DisposeAsync();
        _databases[service] = await DatabaseAsync(service);
    }

    /// <summary>Starts one more process of a service.</summary>
    /// <param name="service">The service.</param>
    /// <param name="build">Another build than the normal one: the path of its program.</param>
    /// <param name="address">Where it listened before, when it comes back.</param>
    public RunningService Start(string service, string? build = null, Uri? address = null)
    {
        var port = address?.Port ?? Ports.Free();
        var settings = Settings(service, _databases[service]);
        settings["HTTP_PORTS"] = port.ToString(CultureInfo.InvariantCulture);
        return new RunningService(SystemProcess.Start(service, build ?? PathOf(service), settings), port);
    }

    public static string PathOf(string service) => SystemProcess.PathOf(typeof(ServiceSpace).Assembly, service);

    public async ValueTask DisposeAsync()
    {
        foreach (var database in _databases.Values) await database.DisposeAsync();
        await Broker.DisposeAsync();
    }

    // Migrated once per service; every further database is a copy of that one.
    private async Task<ServiceDatabase> DatabaseAsync(string service)
    {
        var database = await ServiceDatabase.CreateMigratedAsync(service, "faults", empty => RunAsync("migrate", service, empty));
        foreach (var account in TestAccounts.All) await AccountRows.AddAsync(database, account);
        return database;
    }

    private async Task RunAsync(string mode, string service, ServiceDatabase database)
    {
        var settings = Settings(service, database);
        settings["ConnectionStrings__DatabaseOwner"] = database.Owner;
        await using var run = SystemProcess.Start($"{service}-{mode}", PathOf(service), settings, mode);
        await run.DoneAsync(TimeSpan.FromMinutes(3));
    }

    private Dictionary<string, string> Settings(string service, ServiceDatabase database) => new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        // A pool as in production: the small one of other tests would be the fault that is measured here.
        ["ConnectionStrings__Database"] = new NpgsqlConnectionStringBuilder(database.App) { MaxPoolSize = 60, ConnectionIdleLifetime = 300, ConnectionPruningInterval = 10 }.ConnectionString,
        ["ConnectionStrings__Broker"] = Broker.For(service).AbsoluteUri,
        ["Identity__Issuer"] = _issuer.Issuer,
        ["Identity__MetadataAddress"] = _issuer.MetadataAddress,
        ["Kim__Profile"] = Repository.Profile,
        ["Kim__Demo"] = "true",
        ["Logging__LogLevel__Default"] = "Warning",
        // Processes that live for a minute: collecting profiles for the compiler costs more than it brings.
        ["DOTNET_TieredPGO"] = "0",
        // A normal build does not know it.
        ["KIM_FAIL_POINTS"] = FailPoints.ArmedFor(service),
    };
}

/// <summary>A started service with its address.</summary>
internal sealed class RunningService(SystemProcess process, int port) : IAsyncDisposable
{
    public SystemProcess Process => process;

    public Uri Address { get; } = new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));

    /// <summary>It answers; its bus may still be connecting.</summary>
    public Task ReadyAsync() => process.ReadyAsync(new Uri(Address, "/health/ready"));

    /// <summary>It answers and has its queues: until then its readiness is degraded.</summary>
    public Task ConnectedAsync() => process.ConnectedAsync(new Uri(Address, "/health/ready"));

    public ValueTask DisposeAsync() => process.DisposeAsync();
}
