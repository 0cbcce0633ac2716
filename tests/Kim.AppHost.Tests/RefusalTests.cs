using System.Net;
using System.Net.Sockets;

namespace Kim.AppHost.Tests;

/// <summary>What the engine refuses or misses, and that it says so with a remedy.</summary>
public sealed class RefusalTests : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private readonly SampleSystem _system = new();

    public ValueTask DisposeAsync() => _system.DisposeAsync();

    [Fact]
    public async Task A_port_in_use_is_named_with_a_remedy_and_nothing_starts()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        _system.Project("edge", SampleSystem.Lives);

        var engine = _system.Start("edge", $"--Port={port}");

        Assert.Equal(1, await EndAsync(engine));
        Assert.Contains($"Port {port} is taken by another program. Remedy: stop that program, or Kim__Port=9080 ./kim up.", engine.Output, StringComparison.Ordinal);
        Assert.Empty(_system.Lines("edge.pids"));
    }

    [Fact]
    public async Task A_free_port_is_given_to_the_service_as_it_was_wished()
    {
        var port = Ports.Free();
        _system.Project("edge", "echo $ASPNETCORE_URLS >> ../url; exec sleep 1000");

        _system.Start("edge", $"--Port={port}");

        Assert.Equal([$"http://localhost:{port}"], await _system.LinesAsync("url", 1));
        Assert.Equal($"http://localhost:{port}/", (await _system.LinesAsync(".kim/ready", 1))[0]);
    }

    [Fact]
    public async Task A_project_that_is_not_built_is_named_with_a_remedy_and_starts_once_it_is()
    {
        var engine = _system.Start("alone");
        await SampleSystem.SaysAsync(engine, "failed: exit code 1: api is not built. Remedy: ./kim up (builds everything)");

        _system.Project("api", SampleSystem.Lives);

        await _system.PidAsync("api");
    }

    [Fact]
    public async Task Servers_that_are_not_installed_are_named_with_a_remedy()
    {
        (_system.Settings["KIM_POSTGRES"], _system.Settings["KIM_RABBITMQ"]) = ("/nowhere", "/nowhere");

        var engine = _system.Start("servers");

        await SampleSystem.SaysAsync(engine, "PostgreSQL is not installed. Remedy: ./kim up (installs it), or apt-get install postgresql.");
        await SampleSystem.SaysAsync(engine, "RabbitMQ is not installed. Remedy: ./kim up (installs it), or apt-get install rabbitmq-server.");
        await _system.StateAsync("api", "Waiting");
    }

    [Fact]
    public async Task A_second_start_is_refused_and_the_first_lives_on()
    {
        _system.Project("api", SampleSystem.Lives);
        var first = _system.Start("alone");
        var api = await _system.PidAsync("api");

        var second = _system.Start("alone");

        Assert.Equal(1, await EndAsync(second));
        Assert.Contains($"Kim already runs here (pid {first.Id}). Remedy: see ./kim status, or stop it with ./kim down.", second.Output, StringComparison.Ordinal);
        Assert.True(SampleSystem.Runs(api));
        Assert.False(first.HasExited);
        Assert.Single(_system.Lines("api.pids"));
    }

    private static async Task<int> EndAsync(SystemProcess engine)
    {
        await engine.EndedAsync(Limit);
        return await engine.StopAsync(Limit);
    }
}
