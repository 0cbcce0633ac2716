using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Kim.AppHost.Tests;

/// <summary>Connection strings of given servers instead of own ones.</summary>
public sealed class GivenServerTests : IAsyncDisposable
{
    private readonly SampleSystem _system = new();

    public ValueTask DisposeAsync() => _system.DisposeAsync();

    [Fact]
    public async Task Given_servers_are_made_ready_and_used_and_none_is_started()
    {
        using var postgres = Listen();
        using var broker = Listen();
        using var management = new HttpListener { Prefixes = { $"http://127.0.0.1:{Ports.Free()}/" } };
        management.Start();
        _system.Settings["ConnectionStrings__postgres"] = $"Host=localhost;Port={PortOf(postgres)};Username=admin;Password=given-password";
        _system.Settings["ConnectionStrings__broker"] = $"amqp://rabbit:given%2Fpassword@127.0.0.1:{PortOf(broker)}";
        _system.Settings["Kim__BrokerManagement"] = management.Prefixes.Single();
        _system.File("apphost/init/postgres/10-roles.sh", $"echo $PGHOST:$PGPORT $POSTGRES_USER $PGPASSWORD ${{KIM_OWNER_API:+owner}} >> {_system.At("roles")}")
            .File("apphost/init/rabbitmq/definitions.sh", "echo '{\"users\":[]}'")
            .Project("api", "echo $DATABASE $BROKER ${ConnectionStrings__postgres-none} >> ../seen; exec sleep 1000");

        _system.Start("servers");
        var (user, body) = await TakeAsync(management);

        Assert.Equal("rabbit:given/password", user);
        Assert.Equal("{\"users\":[]}\n", body);
        Assert.Equal([$"localhost:{PortOf(postgres)} admin given-password owner"], await _system.LinesAsync("roles", 1));
        Assert.Equal([$"localhost:{PortOf(postgres)} 127.0.0.1:{PortOf(broker)} none"], await _system.LinesAsync("seen", 1));
        Assert.Equal(("Running", "ok", "-"), (_system.Status("postgres")[0], _system.Status("postgres")[1], _system.Status("postgres")[2]));
        Assert.Equal(("Running", "ok", "-"), (_system.Status("broker")[0], _system.Status("broker")[1], _system.Status("broker")[2]));
    }

    [Fact]
    public async Task A_given_server_that_is_away_is_waited_for()
    {
        var port = Ports.Free();
        using var broker = Listen();
        _system.Settings["ConnectionStrings__postgres"] = $"Host=127.0.0.1;Port={port};Username=admin;Password=given-password";
        _system.Settings["ConnectionStrings__broker"] = $"amqp://rabbit:password@127.0.0.1:{PortOf(broker)}";
        _system.File("apphost/init/postgres/10-roles.sh", "").File("apphost/init/rabbitmq/definitions.sh", "").Project("api", SampleSystem.Lives);

        _system.Start("servers");
        await Eventually.HoldsAsync(() => Task.FromResult(_system.Status("postgres")[4] == $"tcp://127.0.0.1:{port} does not answer"));
        await _system.StateAsync("api", "Waiting");
        using var postgres = new TcpListener(IPAddress.Loopback, port);
        postgres.Start();

        await _system.PidAsync("api");
    }

    private static TcpListener Listen()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener;
    }

    private static int PortOf(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port;

    private static async Task<(string User, string Body)> TakeAsync(HttpListener management)
    {
        var upload = await management.GetContextAsync().WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal("/api/definitions", upload.Request.Url!.AbsolutePath);
        using var reader = new StreamReader(upload.Request.InputStream);
        var body = await reader.ReadToEndAsync();
        var user = Encoding.UTF8.GetString(Convert.FromBase64String(upload.Request.Headers["Authorization"]!["Basic ".Length..]));
        upload.Response.StatusCode = 204;
        upload.Response.Close();
        return (user, body);
    }
}
