using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Kim.Testing;

/// <summary>
/// A service on real servers: its own migrated database, its own vhost with the service's rights, tokens of
/// <see cref="TestIssuer"/>. How the program itself is run is left to <see cref="ServiceHost{TProgram}"/>.
/// </summary>
public abstract class ServiceRig(string service) : IAsyncLifetime
{
    /// <summary>The service, for example <c>cases</c>.</summary>
    public string Service { get; } = service;

    /// <summary>Profile to import (<see cref="Repository.Profile"/>), or null for an empty house.</summary>
    public string? Profile { get; init; }

    /// <summary>Whether demo data is allowed.</summary>
    public bool Demo { get; init; } = true;

    /// <summary>A clock to set, or null for the real one.</summary>
    public TestClock? Clock { get; init; }

    /// <summary>Accounts that the service knows from the start.</summary>
    public IReadOnlyList<TestAccount> Accounts { get; init; } = TestAccounts.All;

    /// <summary>The database.</summary>
    public ServiceDatabase Database { get; private set; } = null!;

    /// <summary>The vhost, its events and its wire.</summary>
    public BrokerSpace Broker { get; private set; } = null!;

    /// <summary>Tokens.</summary>
    public TestIssuer Issuer { get; private set; } = null!;

    /// <summary>Further settings of the service.</summary>
    protected virtual void Configure(IDictionary<string, string?> settings)
    {
    }

    /// <summary>Replaces services of the host: for clocks and faults, never for the logic under test.</summary>
    protected virtual void ConfigureServices(IServiceCollection services)
    {
        if (Clock is not null) services.AddSingleton<TimeProvider>(Clock);
    }

    /// <inheritdoc />
    public virtual async ValueTask InitializeAsync()
    {
        Issuer = await TestIssuer.GetAsync();
        var broker = BrokerSpace.CreateAsync(Service);
        Database = await ServiceDatabase.CreateMigratedAsync(Service, TemplateState(), MigrateAsync);
        Broker = await broker;
        foreach (var account in Accounts) await AddAccountAsync(account);
        await StartAsync();
    }

    /// <summary>Starts the service (again, after <see cref="StopAsync"/>) on the same database and vhost.</summary>
    public abstract Task StartAsync();

    /// <summary>Stops the service; database and vhost stay.</summary>
    public abstract Task StopAsync();

    /// <summary>A client without a token.</summary>
    public abstract HttpClient Anonymous();

    /// <summary>A client with this token.</summary>
    public HttpClient ClientWith(string token)
    {
        var client = Anonymous();
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return client;
    }

    /// <summary>A client that acts for nobody, with this one scope (client credentials).</summary>
    public HttpClient ClientForScope(string clientId, string scope) => ClientWith(Issuer.ClientToken(clientId, scope));

    /// <summary>A client of this account; POST requests get an <c>Idempotency-Key</c> unless they bring one.</summary>
    public HttpClient ClientFor(TestAccount account) => ClientWith(Issuer.TokenFor(account, Service));

    /// <summary>Makes an account known to the service, as <c>AccountChanged</c> would.</summary>
    public virtual Task AddAccountAsync(TestAccount account) => AccountRows.AddAsync(Database, account);

    /// <summary>Publishes an event as another service would, once the service listens to it.</summary>
    public async Task PublishAsync<T>(T message, Guid? messageId = null) where T : class
    {
        await Broker.WaitForListenerAsync<T>();
        await Broker.PublishAsync(message, messageId);
    }

    /// <summary>Waits for an event of the service.</summary>
    public Task<T> WaitForEventAsync<T>(Func<T, bool>? predicate = null, TimeSpan? timeout = null) where T : class => Broker.WaitForAsync(predicate, timeout);

    /// <summary>The events heard so far.</summary>
    public IReadOnlyList<T> ReceivedEvents<T>() => Broker.Received<T>();

    /// <summary>Runs SQL as the superuser: for assertions, past every fence.</summary>
    public Task<IReadOnlyList<IReadOnlyDictionary<string, object?>>> QueryAsync(string sql, params object?[] values) => Database.QueryAsync(sql, values);

    /// <summary>Polls until the condition holds.</summary>
    public Task EventuallyAsync(Func<Task<bool>> condition, TimeSpan? timeout = null, string? what = null) => Eventually.HoldsAsync(condition, timeout, what);

    /// <inheritdoc />
    public virtual async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (Broker is not null) await Broker.DisposeAsync();
        if (Database is not null) await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Brings a database up, as <c>dotnet Kim.X.dll migrate</c> does.</summary>
    /// <param name="arguments">The settings as the program's arguments, <c>migrate</c> first.</param>
    /// <returns>The exit code.</returns>
    protected abstract Task<int> RunMigrateAsync(string[] arguments);

    /// <summary>The running service's settings.</summary>
    protected IReadOnlyDictionary<string, string?> Settings() => Settings(Database, Broker.Service);

    private async Task MigrateAsync(ServiceDatabase database)
    {
        var exitCode = await RunMigrateAsync(["migrate", .. Settings(database, null).Select(pair => $"--{pair.Key}={pair.Value}")]);
        if (exitCode != 0) throw new InvalidOperationException($"{Service} migrate ended with {exitCode}; see the output above.");
    }

    /// <summary>What decides the migrated state beside profile and switches: the builds involved.</summary>
    protected virtual IEnumerable<System.Reflection.Assembly> Builds => [];

    private Dictionary<string, string?> Settings(ServiceDatabase database, Uri? broker)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["environment"] = "Development",
            ["ConnectionStrings:Database"] = database.App,
            ["Identity:Issuer"] = Issuer.Issuer,
            ["Identity:MetadataAddress"] = Issuer.MetadataAddress,
            ["Kim:Demo"] = Demo ? "true" : "false",
            ["Logging:LogLevel:Default"] = "Warning",
            ["Database:PatienceSeconds"] = "60", // a machine that stands still for a moment is no database that hangs
        };
        if (broker is null) settings["ConnectionStrings:DatabaseOwner"] = database.Owner + ";Pooling=false";
        settings["ConnectionStrings:Broker"] = (broker ?? new Uri("amqp://nobody:nothing@127.0.0.1:1/none")).ToString();
        if (Profile is not null) settings["Kim:Profile"] = Profile;
        Configure(settings);
        return settings;
    }

    private string TemplateState()
    {
        var builds = Builds.Select(assembly => assembly.ManifestModule.ModuleVersionId.ToString()).Order(StringComparer.Ordinal);
        var files = Profile is null ? [] : Directory.GetFiles(Profile, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => string.Create(CultureInfo.InvariantCulture, $"{file}:{new FileInfo(file).Length}:{File.GetLastWriteTimeUtc(file).Ticks}"));
        return string.Join('\n', [GetType().FullName!, Demo ? "demo" : "", Clock?.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", .. builds, .. files]);
    }

    /// <summary>Gives each POST an <c>Idempotency-Key</c> unless it brings one.</summary>
    protected sealed class KeyHandler : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Method == HttpMethod.Post && !request.Headers.Contains("Idempotency-Key"))
                request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
            return base.SendAsync(request, cancellationToken);
        }
    }
}
