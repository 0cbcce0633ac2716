using System.Data.Common;
using System.Globalization;

namespace Kim.AppHost.Local;

/// <summary>PostgreSQL; roles and databases come from the same scripts as in the container.</summary>
internal sealed class PostgresServerResource : ServerResource
{
    private readonly DbConnectionStringBuilder _given = [];
    private readonly ParameterResource _password;

    public PostgresServerResource(string name, ParameterResource password, DistributedApplicationBuilder builder)
        : base(name, "PostgreSQL database server", "postgres.sh", builder)
    {
        _password = password;
        _given.ConnectionString = Given;
        var port = int.Parse(Part("Port") ?? (Given is null ? "0" : "5432"), CultureInfo.InvariantCulture);
        Endpoints.Add(new Endpoint("tcp", "tcp") { Host = Part("Host") ?? "127.0.0.1", Port = port });
    }

    protected override Dictionary<string, string> Variables => new()
    {
        ["PGHOST"] = PrimaryEndpoint.Host,
        ["PGPORT"] = $"{PrimaryEndpoint.Port}",
        ["PGPASSWORD"] = Part("Password") ?? _password.Value(),
        ["POSTGRES_USER"] = Part("Username") ?? "postgres",
    };

    public IResourceBuilder<PostgresDatabaseResource> AddDatabase(string name, string databaseName) =>
        Builder.Add(new PostgresDatabaseResource(name, databaseName, this, Builder));

    // Fast shutdown: PostgreSQL's answer to SIGTERM waits until every client has gone.
    protected override ProcessSpec Run(string part) => base.Run(part) with { StopSignal = Native.Interrupt };

    private string? Part(string key) => _given.TryGetValue(key, out var value) ? (string)value : null;
}

/// <summary>What others wait for; the scripts make it with its server.</summary>
internal sealed class PostgresDatabaseResource(string name, string database, PostgresServerResource server, DistributedApplicationBuilder builder)
    : Resource(name, "PostgreSQL database", builder)
{
    public override string Source => database;
    public override Resource? Parent => server;

    public override Task<string?> ProbeAsync(CancellationToken ct) => Task.FromResult(server.Now.IsHealthy ? null : $"{server.Name} is not ready");
}
