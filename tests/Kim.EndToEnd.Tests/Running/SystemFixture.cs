using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;

[assembly: AssemblyFixture(typeof(Kim.EndToEnd.Tests.Running.SystemFixture))]

namespace Kim.EndToEnd.Tests.Running;

/// <summary>
/// The whole system as it runs in production: every program as a process of its own, from built binaries, on real PostgreSQL and
/// RabbitMQ, with the profile coesfeld, behind one public origin. Started once for all tests of this assembly.
/// </summary>
public sealed class SystemFixture : IAsyncLifetime
{
    private static readonly string[] Services = ["identity", "cases", "network", "interpreters", "funding", "naturalisation"];

    private readonly Dictionary<string, ServiceDatabase> _databases = [];
    private readonly Dictionary<string, int> _ports = new[] { "identity", "cases", "network", "interpreters", "funding", "naturalisation", "gateway", "portal" }.ToDictionary(name => name, _ => Ports.Free());
    private readonly List<SystemProcess> _processes = [];
    private readonly string _folder = Directory.CreateTempSubdirectory("kim-e2e-").FullName;
    private readonly string _portalSecret = Convert.ToHexString(RandomNumberGenerator.GetBytes(24));
    private readonly string _keyEncryptionKey = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
    private readonly string _naturalisationSecret = Convert.ToHexString(RandomNumberGenerator.GetBytes(24));
    private readonly string _casesSecret = Convert.ToHexString(RandomNumberGenerator.GetBytes(24));
    private BrokerVhost? _broker;
    private OtlpReceiver? _telemetry;

    /// <summary>Secret of the funder's client <c>funder-kfi</c>.</summary>
    public string FunderSecret { get; } = Convert.ToHexString(RandomNumberGenerator.GetBytes(24));

    /// <summary>The public origin, for example <c>http://localhost:41234</c>.</summary>
    public string Origin => string.Create(CultureInfo.InvariantCulture, $"http://localhost:{_ports["gateway"]}");

    /// <summary>The demo accounts of this installation by name (<c>cm</c>, <c>coord</c>, <c>pool</c>, ...).</summary>
    public IReadOnlyDictionary<string, DemoAccount> Accounts { get; private set; } = new Dictionary<string, DemoAccount>();

    /// <summary>The database of a service, for assertions behind the scenes.</summary>
    public ServiceDatabase Database(string service) => _databases[service];

    /// <summary>The telemetry of all programs so far.</summary>
    internal OtlpReceiver Telemetry => _telemetry!;

    /// <summary>Every message that went through the broker so far, with headers.</summary>
    public IReadOnlyList<BrokerMessage> Messages => _broker!.Heard;

    /// <summary>What a program wrote so far, for the message of a failing test.</summary>
    public string Log(string program) => _processes.Single(process => process.Name == program).Output;

    /// <summary>An access token of a demo account, got as <c>./kim token</c> gets it.</summary>
    public async Task<string> TokenAsync(string account)
    {
        await using var demo = SystemProcess.Start(
            "token-" + account, PathOf("demo"), new Dictionary<string, string>(), "token", account, "--base", Origin, "--accounts", AccountsFile);
        await demo.DoneAsync(TimeSpan.FromMinutes(1));
        return demo.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[^1];
    }

    /// <summary>All that waits in the broker's queues, error and dead-letter queues included, as text; it stays there.</summary>
    public Task<string> QueuedAsync() => _broker!.QueuedAsync();

    public async ValueTask InitializeAsync()
    {
        await KimServers.GetAsync();
        _broker = await BrokerVhost.CreateAsync(Services);
        _telemetry = new OtlpReceiver(Ports.Free(), Path.Combine(_folder, "telemetry"));
        foreach (var service in Services) _databases[service] = await ServiceDatabase.CreateAsync(service);
        await Task.WhenAll(Services.Select(MigrateAsync));
        await _broker.ListenAsync();
        Accounts = JsonDocument.Parse(await File.ReadAllTextAsync(AccountsFile)).Deserialize<AccountFile>(JsonSerializerOptions.Web)!.ByName();

        foreach (var program in _ports.Keys) _processes.Add(SystemProcess.Start(program, PathOf(program), SettingsOf(program)));
        foreach (var process in _processes) await process.ReadyAsync(new Uri($"http://127.0.0.1:{_ports[process.Name]}/health/ready"));
        await AnsweredAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes) await process.DisposeAsync();
        foreach (var database in _databases.Values) await database.DisposeAsync();
        if (_broker is not null) await _broker.DisposeAsync();
        if (_telemetry is not null) await _telemetry.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The demo accounts as a file, as <c>./kim demo</c> reads it.</summary>
    public string AccountsFile => Path.Combine(_folder, "demo-accounts.json");

    // Ready, a service may not know the accounts yet, and on a busy machine its first answer takes longer than the portal waits.
    private async Task AnsweredAsync()
    {
        using var http = new HttpClient { BaseAddress = new Uri(Origin) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", await TokenAsync("cm"));
        foreach (var list in (string[])["cases/codes", "cases/cases", "network/municipalities", "interpreters/languages"])
            await Eventually.HoldsAsync(async () => (await http.GetAsync("/api/v1/" + list)).IsSuccessStatusCode, TimeSpan.FromMinutes(2), $"an answer from {list}");

        // The first change takes longer than the first look. No test counts the cases of cm2.
        http.DefaultRequestHeaders.Authorization = new("Bearer", await TokenAsync("cm2"));
        var opened = await http.PostAsync("/api/v1/cases/cases", new
        {
            person = new { givenNames = "Erste", familyName = "Anfrage", birthDate = "1990-01-01", sex = "FEMALE", languages = new[] { "ara" } },
            ags = "05558016", occasion = "Der erste Fall nach dem Start", accessPath = "SELBST", householdSize = 1,
        }, Guid.NewGuid().ToString());
        opened.Expect(HttpStatusCode.Created);
    }

    private async Task MigrateAsync(string service)
    {
        var settings = SettingsOf(service);
        settings["ConnectionStrings__DatabaseOwner"] = _databases[service].Owner;
        await using var migration = SystemProcess.Start(service + "-migrate", PathOf(service), settings, "migrate", "topology");
        await migration.DoneAsync(TimeSpan.FromMinutes(5));
    }

    private Dictionary<string, string> SettingsOf(string program)
    {
        var settings = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development", // demo accounts never exist in Production
            ["HTTP_PORTS"] = _ports[program].ToString(CultureInfo.InvariantCulture),
            ["Identity__Issuer"] = Origin + "/",
            ["Identity__MetadataAddress"] = $"http://127.0.0.1:{_ports["identity"]}/.well-known/openid-configuration",
            ["Identity__Clients__Portal__Secret"] = _portalSecret,
            ["Identity__Clients__Naturalisation__Id"] = "naturalisation",
            ["Identity__Clients__Naturalisation__Secret"] = _naturalisationSecret,
            ["Identity__Clients__Naturalisation__Scopes"] = "cases:consented-facts",
            ["Identity__Clients__Cases__Id"] = "cases",
            ["Identity__Clients__Cases__Secret"] = _casesSecret,
            ["Identity__Clients__Cases__Scopes"] = "interpreters:person-data funding:person-data naturalisation:person-data",
            ["Identity__Client__Id"] = program == "cases" ? "cases" : "naturalisation",
            ["Identity__Client__Secret"] = program == "cases" ? _casesSecret : _naturalisationSecret,
            ["Identity__Clients__Funder__Id"] = "funder-kfi",
            ["Identity__Clients__Funder__Secret"] = FunderSecret,
            ["Identity__Clients__Funder__Scopes"] = "funding:reports",
            ["Identity__KeyEncryptionKey"] = _keyEncryptionKey,
            ["Identity__DemoAccountsFile"] = AccountsFile,
            ["Portal__DataProtectionKeys"] = Path.Combine(_folder, "keys"),
            ["Kim__Profile"] = Repository.Profile,
            ["Kim__Demo"] = "true",
            // A machine that stands still for a moment is no database and no service that hangs.
            ["Database__PatienceSeconds"] = "60",
            ["Http__ClientSeconds"] = "20",
            ["Audit__AnchorFolder"] = Path.Combine(_folder, "audit"),
            ["Audit__TermsKey"] = _keyEncryptionKey,
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = _telemetry!.Endpoint,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "10000",
        };
        foreach (var (name, port) in _ports) settings[$"services__{name}__http__0"] = $"http://127.0.0.1:{port}";
        if (!_databases.TryGetValue(program, out var database)) return settings;
        settings["ConnectionStrings__Database"] = database.App;
        settings["ConnectionStrings__Broker"] = _broker!.For(program).AbsoluteUri;
        return settings;
    }

    internal static string PathOf(string program) => SystemProcess.PathOf(typeof(SystemFixture).Assembly, program);
}
