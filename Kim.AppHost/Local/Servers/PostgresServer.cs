using System.Data.Common;
using System.Globalization;

namespace Kim.AppHost.Local;

/// <summary>
/// PostgreSQL from Debian's packages with its data below <c>.kim/</c>, or a given server
/// (<c>ConnectionStrings:postgres</c>, an administrator's). Roles and databases come from the same script as in the container.
/// </summary>
internal sealed class PostgresServer(PostgresServerResource resource, IDistributedApplicationBuilder builder, Spawner spawner)
{
    private readonly string? _given = builder.Configuration[$"ConnectionStrings:{resource.Name}"];
    private readonly ServerAccount _account = new("postgres", spawner);
    private string _user = "postgres";
    private string _password = "";

    public Plan Plan(int order, Ports ports)
    {
        var endpoint = resource.Endpoints[0];
        if (_given is null)
        {
            endpoint.Port = ports.Take();
            _password = resource.Password.GetValue();
        }
        else
            UseGiven(_given, endpoint);

        return new Plan(resource.Name, "PostgreSQL database server", order)
        {
            IsServer = true,
            Endpoints = resource.Endpoints,
            Source = _given is null ? "postgres" : "given by ConnectionStrings",
            Prepare = PrepareAsync,
            Probe = ct => Probes.PostgresAsync(endpoint.Host, endpoint.Port, ct),
            Initialise = InitialiseAsync,
        };
    }

    private void UseGiven(string text, Endpoint endpoint)
    {
        var parts = new DbConnectionStringBuilder { ConnectionString = text };
        endpoint.Host = Part("Host") ?? "127.0.0.1";
        endpoint.Port = int.Parse(Part("Port") ?? "5432", CultureInfo.InvariantCulture);
        _user = Part("Username") ?? "postgres";
        _password = Part("Password") ?? "";

        string? Part(string key) => parts.TryGetValue(key, out var value) ? (string)value : null;
    }

    private async Task<ProcessSpec?> PrepareAsync(CancellationToken ct)
    {
        if (_given is not null)
            return null;
        var home = await _account.OwnFolderAsync(builder.Folder.Data("postgres"), ct);
        var data = Path.Combine(home, "data");
        var version = Path.Combine(data, "PG_VERSION");
        var binaries = Binaries(File.Exists(version) ? (await File.ReadAllTextAsync(version, ct)).Trim() : null);
        if (!File.Exists(version))
            await CreateAsync(home, data, binaries, ct);
        string[] args =
        [
            "-D", data, "-p", resource.Endpoints[0].Port.ToString(CultureInfo.InvariantCulture),
            "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "max_connections=200",
        ];
        return new ProcessSpec(Path.Combine(binaries, "postgres"), args, home)
        {
            User = _account.User,
            // Fast shutdown: PostgreSQL's answer to SIGTERM waits until every client has gone.
            StopSignal = ProcessTable.Interrupt,
            StopTimeout = TimeSpan.FromSeconds(8),
            Environment = new Dictionary<string, string> { ["LC_ALL"] = "C.UTF-8", ["TZ"] = "UTC" },
        };
    }

    private async Task CreateAsync(string home, string data, string binaries, CancellationToken ct)
    {
        // A first start that was killed half way leaves a folder that initdb refuses; without PG_VERSION nothing is in it.
        if (Directory.Exists(data))
            Directory.Delete(data, recursive: true);
        var password = Path.Combine(home, "password");
        KimFolder.WritePrivate(password, _password);
        await _account.GiveAsync(password, ct);
        string[] args = ["-D", data, "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "--auth=scram-sha-256", $"--pwfile={password}"];
        await Tool.RunAsync(spawner, new ProcessSpec(Path.Combine(binaries, "initdb"), args, home) { User = _account.User }, ct);
        File.Delete(password);
    }

    private async Task InitialiseAsync(CancellationToken ct)
    {
        if (resource.InitFolder is null)
            return;
        var endpoint = resource.Endpoints[0];
        var environment = resource.Environment.ToDictionary(e => e.Key, e => e.Value.GetValue());
        environment["PGHOST"] = endpoint.Host;
        environment["PGPORT"] = endpoint.Port.ToString(CultureInfo.InvariantCulture);
        environment["PGPASSWORD"] = _password;
        environment["POSTGRES_USER"] = _user;
        foreach (var script in Directory.EnumerateFiles(resource.InitFolder, "*.sh").Order(StringComparer.Ordinal))
            await Tool.RunAsync(spawner, new ProcessSpec("bash", [script], resource.InitFolder) { Environment = environment }, ct);
    }

    private static string Binaries(string? version)
    {
        const string root = "/usr/lib/postgresql";
        var found = Directory.Exists(root)
            ? Directory.EnumerateDirectories(root).Where(d => File.Exists(Path.Combine(d, "bin", "postgres"))).ToList()
            : [];
        var fitting = version is null
            ? found.MaxBy(d => int.TryParse(Path.GetFileName(d), CultureInfo.InvariantCulture, out var major) ? major : 0)
            : found.Find(d => Path.GetFileName(d) == version);
        if (fitting is not null)
            return Path.Combine(fitting, "bin");
        throw new StartFailure(found.Count == 0
            ? "PostgreSQL is not installed. Remedy: ./kim up (installs it), or apt-get install postgresql."
            : $"The data below .kim/ is of PostgreSQL {version}, which is not installed. Remedy: apt-get install postgresql-{version}, or ./kim reset.");
    }
}
