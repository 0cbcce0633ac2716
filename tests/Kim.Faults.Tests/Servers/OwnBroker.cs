using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using RabbitMQ.Client;

namespace Kim.Faults.Tests.Servers;

/// <summary>A RabbitMQ node of this test run, to stop, to kill and to freeze.</summary>
internal sealed class OwnBroker : IAsyncDisposable
{
    private const string User = "rabbitmq";
    private const int Tries = 3;
    private const int LinesKept = 40;
    private readonly string _folder;
    private readonly int _amqp = Ports.Free(), _api = Ports.Free(), _distribution = Ports.Free(), _epmd = Ports.Free();
    private Process? _node;

    private OwnBroker(string folder) => _folder = folder;

    /// <summary>The broker with the administrator's name and password.</summary>
    public Uri Uri => new(string.Create(CultureInfo.InvariantCulture, $"amqp://kim:kim-test@127.0.0.1:{_amqp}"));

    /// <summary>The management API.</summary>
    public Uri Api => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_api}/"));

    /// <summary>Whether it was started and not stopped.</summary>
    public bool Runs => _node is { HasExited: false };

    private string PidFile => Path.Combine(_folder, "pid");

    /// <summary>Creates and starts a node below this folder.</summary>
    public static async Task<OwnBroker> CreateAsync(string folder)
    {
        var broker = new OwnBroker(await OwnedProgram.FolderAsync(User, Path.Combine(folder, "rabbit")));
        await File.WriteAllTextAsync(Path.Combine(broker._folder, "plugins"), "[rabbitmq_management].\n");
        await File.WriteAllTextAsync(Path.Combine(broker._folder, "rabbitmq.conf"), string.Create(CultureInfo.InvariantCulture, $"""
            listeners.tcp.default = 127.0.0.1:{broker._amqp}
            management.tcp.ip = 127.0.0.1
            management.tcp.port = {broker._api}
            default_user = kim
            default_pass = kim-test
            vm_memory_high_watermark.absolute = 1GB
            disk_free_limit.absolute = 50MB

            """));
        await broker.StartAsync();
        return broker;
    }

    /// <summary>Starts it on the data that it left. One that ends before it takes a connection is started again, twice at most.</summary>
    /// <returns>The moment at which it took a connection.</returns>
    /// <exception cref="InvalidOperationException">It ended each time; the message is what it wrote last.</exception>
    public async Task<DateTimeOffset> StartAsync()
    {
        for (var tries = 1; ; tries++)
        {
            var said = Launch();
            try
            {
                await Eventually.HoldsAsync(RunsOrHasEndedAsync, TimeSpan.FromSeconds(180), "RabbitMQ takes a connection");
            }
            catch (TimeoutException late)
            {
                throw new TimeoutException($"{late.Message} It wrote: {string.Join('\n', said)}", late);
            }

            if (Runs) return TimeProvider.System.GetUtcNow();
            if (tries == Tries) throw new InvalidOperationException($"RabbitMQ ended {tries} times at its start: {string.Join('\n', said)}");
        }
    }

    /// <summary>Stops it in good order.</summary>
    public Task StopAsync() => EndAsync(Signals.Terminate);

    /// <summary>Kills the Erlang machine where it stands.</summary>
    public Task KillAsync() => EndAsync(Signals.Kill);

    /// <summary>Stops the Erlang machine where it is: connections stay open, nobody answers.</summary>
    public Task FreezeAsync()
    {
        Signal(Signals.Stop);
        return Task.CompletedTask;
    }

    /// <summary>Lets it go on.</summary>
    /// <returns>The moment of that.</returns>
    public Task<DateTimeOffset> ThawAsync()
    {
        Signal(Signals.Continue);
        return Task.FromResult(TimeProvider.System.GetUtcNow());
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_node is { HasExited: false }) await KillAsync();
    }

    private ConcurrentQueue<string> Launch()
    {
        var said = new ConcurrentQueue<string>();
        _node = OwnedProgram.Start(User, Variables(), "/usr/lib/rabbitmq/bin/rabbitmq-server");
        _node.OutputDataReceived += Keep;
        _node.ErrorDataReceived += Keep;
        _node.BeginOutputReadLine();
        _node.BeginErrorReadLine();
        return said;

        void Keep(object sender, DataReceivedEventArgs line)
        {
            if (line.Data is { Length: > 0 } text) said.Enqueue(text);
            if (said.Count > LinesKept) said.TryDequeue(out _);
        }
    }

    private async Task<bool> RunsOrHasEndedAsync()
    {
        if (!Runs) return true;
        await (await new ConnectionFactory { Uri = Uri }.CreateConnectionAsync()).DisposeAsync();
        return true;
    }

    private async Task EndAsync(int signal)
    {
        Signal(signal);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await _node!.WaitForExitAsync(limit.Token);
        _node.Dispose();
        _node = null;
    }

    // The process of the Erlang machine itself, which it wrote down.
    private void Signal(int signal) => Signals.Send(int.Parse(File.ReadAllText(PidFile), CultureInfo.InvariantCulture), signal);

    private Dictionary<string, string> Variables() => new()
    {
        ["HOME"] = _folder,
        ["RABBITMQ_NODENAME"] = string.Create(CultureInfo.InvariantCulture, $"kimfault{_amqp}@localhost"),
        ["RABBITMQ_CONFIG_FILE"] = Path.Combine(_folder, "rabbitmq.conf"),
        ["RABBITMQ_DIST_PORT"] = _distribution.ToString(CultureInfo.InvariantCulture),
        ["RABBITMQ_MNESIA_BASE"] = Path.Combine(_folder, "mnesia"),
        ["RABBITMQ_LOG_BASE"] = Path.Combine(_folder, "log"),
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(_folder, "plugins"),
        ["RABBITMQ_PID_FILE"] = PidFile,
        ["ERL_EPMD_PORT"] = _epmd.ToString(CultureInfo.InvariantCulture),
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "+sbwt none +sbwtdcpu none +sbwtdio none",
    };
}
