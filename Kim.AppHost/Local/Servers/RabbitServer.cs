using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace Kim.AppHost.Local;

/// <summary>
/// RabbitMQ from Debian's packages: own node, ports, cookie and folders below <c>.kim/</c>, so that a broker of the
/// system is neither touched nor needed. Or a given broker (<c>ConnectionStrings:broker</c>, an administrator's).
/// </summary>
internal sealed class RabbitServer(RabbitMQServerResource resource, IDistributedApplicationBuilder builder, Spawner spawner)
{
    private const string Scripts = "/usr/lib/rabbitmq/bin";
    private readonly string? _given = builder.Configuration[$"ConnectionStrings:{resource.Name}"];
    private readonly ServerAccount _account = new("rabbitmq", spawner);
    private int _namesPort;
    private int _nodePort;

    public IEnumerable<Plan> Plans(int order, Ports ports)
    {
        var endpoint = resource.Endpoints[0];
        var broker = new Plan(resource.Name, "RabbitMQ broker", order)
        {
            IsServer = true,
            Endpoints = resource.Endpoints,
            Source = _given is null ? "rabbitmq-server" : "given by ConnectionStrings",
            Prepare = _given is null ? PrepareAsync : _ => Task.FromResult<ProcessSpec?>(null),
            Probe = ct => Probes.TcpAsync(endpoint.Host, endpoint.Port, ct),
        };
        if (_given is not null)
        {
            var uri = new Uri(_given);
            (endpoint.Host, endpoint.Port) = (uri.Host, uri.IsDefaultPort || uri.Port < 0 ? 5672 : uri.Port);
            return [broker with { Initialise = UploadDefinitionsAsync }];
        }

        (endpoint.Port, _namesPort, _nodePort) = (ports.Take(), ports.Take(), ports.Take());
        return [NameService(order), broker];
    }

    // Erlang's name service. The broker would start it as a daemon that outlives everything; as a child it does not.
    private Plan NameService(int order) => new($"{resource.Name}-names", "Executable", order)
    {
        IsServer = true,
        Parent = resource.Name,
        Source = "epmd",
        Prepare = _ => Task.FromResult<ProcessSpec?>(new ProcessSpec(
            Tool.Find("epmd") ?? throw Missing(),
            ["-port", _namesPort.ToString(CultureInfo.InvariantCulture), "-address", "127.0.0.1"],
            "/")
        { User = _account.User }),
        Probe = ct => Probes.ErlangNamesAsync("127.0.0.1", _namesPort, ct),
    };

    private static StartFailure Missing() =>
        new("RabbitMQ is not installed. Remedy: ./kim up (installs it), or apt-get install rabbitmq-server.");

    private async Task<ProcessSpec?> PrepareAsync(CancellationToken ct)
    {
        var start = Path.Combine(Scripts, "rabbitmq-server");
        if (!File.Exists(start))
            throw Missing();
        // Only this one wait is inside the broker's own start: others never see the name service.
        while (await Probes.ErlangNamesAsync("127.0.0.1", _namesPort, ct) is not null)
            await Task.Delay(50, ct);

        var home = await _account.OwnFolderAsync(builder.Folder.Data("broker"), ct);
        await WriteAsync(Path.Combine(home, "definitions.json"), await DefinitionsAsync(ct), ct);
        await WriteAsync(Path.Combine(home, "rabbitmq.conf"), Settings(home), ct);
        await WriteAsync(Path.Combine(home, "enabled_plugins"), "[].\n", ct);
        await WriteAsync(Path.Combine(home, "env.conf"), "", ct);
        return new ProcessSpec(start, [], home)
        {
            User = _account.User,
            StopTimeout = TimeSpan.FromSeconds(10),
            Environment = ServerEnvironment(home),
        };
    }

    private Dictionary<string, string> ServerEnvironment(string home) => new(StringComparer.Ordinal)
    {
        ["HOME"] = home,
        ["LC_ALL"] = "C.UTF-8",
        ["ERL_EPMD_PORT"] = _namesPort.ToString(CultureInfo.InvariantCulture),
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        ["RABBITMQ_NODENAME"] = "kim@localhost",
        ["RABBITMQ_DIST_PORT"] = _nodePort.ToString(CultureInfo.InvariantCulture),
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] =
            // No busy waiting: it shares a developer's cores with everything else.
            "-kernel inet_dist_use_interface {127,0,0,1} -start_epmd false +sbwt none +sbwtdcpu none +sbwtdio none",
        ["RABBITMQ_CONF_ENV_FILE"] = Path.Combine(home, "env.conf"),
        ["RABBITMQ_CONFIG_FILE"] = Path.Combine(home, "rabbitmq.conf"),
        ["RABBITMQ_CONFIG_FILES"] = Path.Combine(home, "conf.d"),
        ["RABBITMQ_ADVANCED_CONFIG_FILE"] = Path.Combine(home, "advanced.config"),
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(home, "enabled_plugins"),
        ["RABBITMQ_PLUGINS_EXPAND_DIR"] = Path.Combine(home, "plugins"),
        ["RABBITMQ_MNESIA_BASE"] = Path.Combine(home, "data"),
        ["RABBITMQ_GENERATED_CONFIG_DIR"] = Path.Combine(home, "config"),
        ["RABBITMQ_SCHEMA_DIR"] = Path.Combine(home, "schema"),
        ["RABBITMQ_LOG_BASE"] = Path.Combine(home, "log"),
        ["RABBITMQ_LOGS"] = "-",
        ["RABBITMQ_PID_FILE"] = Path.Combine(home, "pid"),
    };

    private string Settings(string home) => string.Create(CultureInfo.InvariantCulture, $"""
        listeners.tcp.local = 127.0.0.1:{resource.Endpoints[0].Port}
        load_definitions = {Path.Combine(home, "definitions.json")}
        default_user = {resource.UserName.GetValue()}
        default_pass = {resource.Password.GetValue()}
        log.console = true
        log.console.level = info
        disk_free_limit.absolute = 50MB

        """);

    private async Task<string> DefinitionsAsync(CancellationToken ct)
    {
        var environment = resource.Environment.ToDictionary(e => e.Key, e => e.Value.GetValue());
        environment["RABBITMQ_DEFAULT_USER"] = resource.UserName.GetValue();
        environment["RABBITMQ_DEFAULT_PASS"] = resource.Password.GetValue();
        var script = Path.Combine(resource.InitFolder ?? throw new StartFailure("The broker has no folder with definitions.sh."), "definitions.sh");
        return await Tool.RunAsync(spawner, new ProcessSpec("sh", [script], resource.InitFolder) { Environment = environment }, ct);
    }

    private async Task WriteAsync(string path, string text, CancellationToken ct)
    {
        KimFolder.WritePrivate(path, text);
        await _account.GiveAsync(path, ct);
    }

    // A given broker is reached only through its management API (Kim:BrokerManagement, http://host:15672).
    private async Task UploadDefinitionsAsync(CancellationToken ct)
    {
        var file = builder.Folder.Data("broker-definitions.json");
        var definitions = await DefinitionsAsync(ct);
        KimFolder.WritePrivate(file, definitions);
        if (builder.Configuration["Kim:BrokerManagement"] is not { } management)
        {
            Console.WriteLine($"The given broker needs the virtual host and the users of {file}: import that file, or set Kim__BrokerManagement.");
            return;
        }

        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(new Uri(management), "/api/definitions"))
        {
            Content = new StringContent(definitions, Encoding.UTF8, "application/json"),
        };
        var user = Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(new Uri(_given!).UserInfo)));
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", user);
        try
        {
            using var answer = await client.SendAsync(request, ct);
            if (!answer.IsSuccessStatusCode)
                throw new StartFailure($"The broker's management API refuses the definitions: {(int)answer.StatusCode}.");
        }
        catch (HttpRequestException e)
        {
            throw new StartFailure($"The broker's management API does not answer: {e.Message}");
        }
    }
}
