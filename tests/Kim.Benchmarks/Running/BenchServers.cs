using System.Diagnostics;
using Kim.Faults.Tests.Servers;
using Npgsql;

namespace Kim.Benchmarks.Running;

/// <summary>
/// PostgreSQL and RabbitMQ of this run. The containers of the tests keep their data in memory and write nothing through; a read's audit
/// row or a created case would cost nothing there that it costs in an installation. So these write through (fsync), with every other
/// setting as the packages ship it. Servers named in <c>KIM_TEST_POSTGRES</c> and <c>KIM_TEST_RABBITMQ</c> are taken as they are.
/// </summary>
internal sealed class BenchServers : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kim-bench-").FullName;
    private Watchman? _watchman;
    private OwnPostgres? _postgres;
    private OwnBroker? _broker;

    public static async Task<BenchServers> StartAsync()
    {
        var servers = new BenchServers();
        if (Environment.GetEnvironmentVariable("KIM_TEST_POSTGRES") is { Length: > 0 } && Environment.GetEnvironmentVariable("KIM_TEST_RABBITMQ") is { Length: > 0 }) return servers;
        servers._watchman = Watchman.Start();
        // The servers run under users of their own and must reach what is theirs below it.
        await Process.Start("chmod", ["755", servers._folder]).WaitForExitAsync();
        var postgres = servers.StartPostgresAsync();
        servers._broker = await OwnBroker.CreateAsync(servers._folder);
        await postgres;
        Environment.SetEnvironmentVariable("KIM_TEST_POSTGRES", servers._postgres!.ConnectionString);
        Environment.SetEnvironmentVariable("KIM_TEST_RABBITMQ", servers._broker.Uri.AbsoluteUri);
        Environment.SetEnvironmentVariable("KIM_TEST_RABBITMQ_API", servers._broker.Api.AbsoluteUri);
        return servers;
    }

    /// <summary>The settings that decide what a commit costs, as the server says them.</summary>
    public static async Task<string> DurabilityAsync()
    {
        await using var connection = new NpgsqlConnection((await KimServers.GetAsync()).Postgres);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "select format('PostgreSQL %s, fsync %s, synchronous_commit %s', current_setting('server_version'), current_setting('fsync'), current_setting('synchronous_commit'))", connection);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        if (_postgres is not null) await _postgres.DisposeAsync();
        if (_broker is not null) await _broker.DisposeAsync();
        if (_watchman is not null) await _watchman.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    // The time of each commit is kept, which 'commit to effect' reads: the one setting that differs from the package's.
    private async Task StartPostgresAsync()
    {
        _postgres = await OwnPostgres.CreateAsync(_folder);
        await using (var connection = new NpgsqlConnection(_postgres.ConnectionString + ";Pooling=false"))
        {
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand("alter system set track_commit_timestamp = on", connection);
            await command.ExecuteNonQueryAsync();
        }

        await _postgres.CrashAsync();
        await _postgres.StartAsync();
    }
}
