using System.Globalization;
using Npgsql;

namespace Kim.Faults.Tests.Servers;

/// <summary>A PostgreSQL cluster of this test run, with every write on the disk before it is confirmed (fsync), to crash and to freeze.</summary>
internal sealed class OwnPostgres : IAsyncDisposable
{
    private const string User = "postgres";
    private readonly string _folder;
    private readonly int _port = Ports.Free();

    private OwnPostgres(string folder) => _folder = folder;

    /// <summary>Connection string of the superuser.</summary>
    public string ConnectionString => string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={_port};Username=postgres;Password=kim-test;Database=postgres");

    private static string Bin { get; } = Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Last() + "/bin/";

    private string Data => Path.Combine(_folder, "data");

    /// <summary>Whether it was started and not stopped.</summary>
    public bool Runs => Postmaster is not null;

    private string PidFile => Path.Combine(Data, "postmaster.pid");

    private int? Postmaster => File.Exists(PidFile) ? int.Parse(File.ReadLines(PidFile).First(), CultureInfo.InvariantCulture) : null;

    /// <summary>Creates and starts a cluster below this folder.</summary>
    public static async Task<OwnPostgres> CreateAsync(string folder)
    {
        var server = new OwnPostgres(await OwnedProgram.FolderAsync(User, Path.Combine(folder, "pg")));
        var secret = Path.Combine(folder, "pg.secret");
        await File.WriteAllTextAsync(secret, "kim-test");
        await OwnedProgram.RunAsync(User, Bin + "initdb", "-D", server.Data, "-U", "postgres", "--pwfile=" + secret, "--auth=scram-sha-256", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        await server.StartAsync();
        return server;
    }

    /// <summary>Starts it; replays what a crash left in the log.</summary>
    /// <returns>The moment at which it took a connection again.</returns>
    public async Task<DateTimeOffset> StartAsync()
    {
        var options = string.Create(CultureInfo.InvariantCulture,
            $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={_folder} -c max_connections=300 -c fsync=on -c full_page_writes=on");
        await OwnedProgram.RunAsync(User, Bin + "pg_ctl", "-D", Data, "-l", Path.Combine(_folder, "log"), "-W", "start", "-o", options);
        await Eventually.DoneAsync(async () =>
        {
            await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
            await connection.OpenAsync();
        }, TimeSpan.FromSeconds(60), "PostgreSQL takes a connection");
        return TimeProvider.System.GetUtcNow();
    }

    /// <summary>Stops it without a word to anybody, as a crash does: no checkpoint, every connection torn.</summary>
    public Task CrashAsync() => OwnedProgram.RunAsync(User, Bin + "pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");

    /// <summary>Stops its processes where they are: connections stay open, nobody answers.</summary>
    public void Freeze() => SignalAll(Signals.Stop);

    /// <summary>Lets them go on.</summary>
    public void Thaw() => SignalAll(Signals.Continue);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (Postmaster is not null) await CrashAsync();
    }

    private void SignalAll(int signal)
    {
        var postmaster = Postmaster!.Value;
        foreach (var process in ChildrenOf(postmaster).Prepend(postmaster)) Signals.Send(process, signal);
    }

    private static IEnumerable<int> ChildrenOf(int parent) =>
        File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{parent}/task/{parent}/children"))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => int.Parse(id, CultureInfo.InvariantCulture));
}
