using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Kim.Testing;

/// <summary>
/// A database of its own for one test class, with the two roles that the init scripts of the AppHost create: the owner for
/// <c>migrate</c>, the application role (NOBYPASSRLS, owns nothing) for everything else. The roles belong to the server and
/// are shared by all databases of one service.
/// </summary>
public sealed class ServiceDatabase : IAsyncDisposable
{
    private const string Password = "kim-test";
    private readonly string _server;

    private ServiceDatabase(string server, string service, string name)
    {
        _server = server;
        Service = service;
        Name = name;
    }

    /// <summary>The service, for example <c>cases</c>.</summary>
    public string Service { get; }

    /// <summary>Name of the database.</summary>
    public string Name { get; }

    /// <summary>Connection string of the application role.</summary>
    public string App => For(Service + "_app", Password);

    /// <summary>Connection string of the owner.</summary>
    public string Owner => For(Service + "_owner", Password);

    /// <summary>Connection string of the superuser: for assertions that must see everything.</summary>
    public string Superuser => new NpgsqlConnectionStringBuilder(_server) { Database = Name }.ConnectionString;

    /// <summary>Creates an empty database for <paramref name="service"/>.</summary>
    public static async Task<ServiceDatabase> CreateAsync(string service) => await CreateAsync(service, null);

    /// <summary>
    /// Creates a database that <paramref name="migrate"/> has brought up to date. The first call per <paramref name="state"/>
    /// (the service's build, profile and such) migrates a template; later ones, in any process, only copy it.
    /// </summary>
    public static async Task<ServiceDatabase> CreateMigratedAsync(string service, string state, Func<ServiceDatabase, Task> migrate)
    {
        var template = $"template_{service}_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state)))[..12]}";
        var server = (await KimServers.GetAsync()).Postgres;
        await using var admin = new NpgsqlConnection(server);
        await admin.OpenAsync();
        // The lock ends with the connection: one process migrates, the others wait for its template.
        await ExecuteAsync(admin, $"SELECT pg_advisory_lock(hashtext('{template}'))");
        if (await ScalarAsync(admin, $"SELECT 1 FROM pg_database WHERE datname = '{template}' AND datistemplate") is null)
        {
            await ExecuteAsync(admin, $"DROP DATABASE IF EXISTS {template} WITH (FORCE)");
            var database = new ServiceDatabase(server, service, template);
            await database.CreateAsync(admin, null);
            await migrate(database);
            await ExecuteAsync(admin, $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{template}'");
            await ExecuteAsync(admin, $"ALTER DATABASE {template} IS_TEMPLATE true");
        }

        return await CreateAsync(service, template);
    }

    /// <summary>Runs SQL as the superuser and returns the rows as column/value pairs.</summary>
    public async Task<IReadOnlyList<IReadOnlyDictionary<string, object?>>> QueryAsync(string sql, params object?[] values) =>
        await QueryAsAsync(Superuser, sql, values);

    /// <summary>Runs SQL on a connection string of this database (<see cref="App"/>, <see cref="Owner"/>, <see cref="Superuser"/>); values are <c>$1</c>, <c>$2</c>, ...</summary>
    public async Task<IReadOnlyList<IReadOnlyDictionary<string, object?>>> QueryAsAsync(string connectionString, string sql, params object?[] values)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<IReadOnlyDictionary<string, object?>>();
        while (await reader.ReadAsync())
            rows.Add(Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, i => reader.IsDBNull(i) ? null : reader.GetValue(i)));
        return rows;
    }

    /// <summary>The first column of the first row, as the superuser; default when there is none.</summary>
    public async Task<T?> ScalarAsync<T>(string sql, params object?[] values)
    {
        var first = (await QueryAsync(sql, values)).FirstOrDefault()?.Values.FirstOrDefault();
        return first is null ? default : (T)first;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await using var admin = new NpgsqlConnection(_server);
        await admin.OpenAsync();
        await ExecuteAsync(admin, $"DROP DATABASE IF EXISTS {Name} WITH (FORCE)");
    }

    private static async Task<ServiceDatabase> CreateAsync(string service, string? template)
    {
        var server = (await KimServers.GetAsync()).Postgres;
        await using var admin = new NpgsqlConnection(server);
        await admin.OpenAsync();
        var database = new ServiceDatabase(server, service, $"{service}_{Guid.NewGuid():N}"[..(service.Length + 13)]);
        await database.CreateAsync(admin, template);
        return database;
    }

    private async Task CreateAsync(NpgsqlConnection admin, string? template)
    {
        // CREATE ROLE has no IF NOT EXISTS, and classes start in parallel: catch the loser of the race.
        foreach (var role in new[] { Service + "_owner", Service + "_app" })
            await ExecuteAsync(admin, $"""
                DO $$ BEGIN
                  CREATE ROLE {role} LOGIN PASSWORD '{Password}' NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
                EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
                END $$
                """);
        await ExecuteAsync(admin, $"CREATE DATABASE {Name} OWNER {Service}_owner" + (template is null ? "" : $" TEMPLATE {template}"));
        await ExecuteAsync(admin, $"REVOKE ALL ON DATABASE {Name} FROM PUBLIC");
        await ExecuteAsync(admin, $"GRANT CONNECT ON DATABASE {Name} TO {Service}_app");
    }

    private string For(string user, string password) => new NpgsqlConnectionStringBuilder(_server)
    {
        // A pool per database and class: small and short-lived, so that many classes share the server.
        Database = Name, Username = user, Password = password, Pooling = true, MaxPoolSize = 20, ConnectionIdleLifetime = 5, ConnectionPruningInterval = 2,
    }.ConnectionString;

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 180 };
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
