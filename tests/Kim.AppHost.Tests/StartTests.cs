using System.Net;

namespace Kim.AppHost.Tests;

/// <summary>In which order things start, and what is waited for.</summary>
public sealed class StartTests : IAsyncDisposable
{
    private readonly SampleSystem _system = new();

    public ValueTask DisposeAsync() => _system.DisposeAsync();

    [Fact]
    public async Task A_service_starts_only_when_the_migration_has_ended_well()
    {
        _system.Project("migrate", "echo begins >> ../order; until [ -e ../go ]; do sleep 0.05; done; echo ends >> ../order")
            .Project("api", "echo api >> ../order; exec sleep 1000");
        _system.Start("migrated");
        await _system.LinesAsync("order", 1);
        await _system.StateAsync("api", "Waiting");
        Assert.Equal(["begins"], _system.Lines("order"));

        _system.File("go", "");

        Assert.Equal(["begins", "ends", "api"], await _system.LinesAsync("order", 3));
        Assert.Equal("Finished", _system.Status("migrate")[0]);
    }

    [Fact]
    public async Task A_migration_that_fails_is_given_up_after_three_attempts_and_nothing_starts_on_it()
    {
        _system.Project("migrate", "echo attempt >> ../attempts; echo the table is locked; exit 3").Project("api", SampleSystem.Lives);
        var engine = _system.Start("migrated");

        await _system.StateAsync("migrate", "FailedToStart");

        Assert.Equal(3, _system.Lines("attempts").Length);
        Assert.Equal("exit code 3: the table is locked", _system.Status("migrate")[4]);
        Assert.Equal("Waiting", _system.Status("api")[0]);
        await SampleSystem.SaysAsync(engine, "failed: exit code 3: the table is locked");
    }

    [Fact]
    public async Task A_service_waits_until_what_it_needs_is_healthy()
    {
        _system.Project("api", "echo $ASPNETCORE_URLS >> ../url; exec sleep 1000").Project("web", "echo $services__api__http__0 >> ../seen; exec sleep 1000");
        _system.Start("healthy");
        var url = (await _system.LinesAsync("url", 1))[0];
        using var health = new HttpListener { Prefixes = { url + "/" } };
        health.Start();

        await AnswerAsync(health, 503);
        await AnswerAsync(health, 503);
        Assert.Empty(_system.Lines("seen"));
        Assert.Equal(("Running", "unhealthy", "Waiting"), (_system.Status("api")[0], _system.Status("api")[1], _system.Status("web")[0]));
        Assert.False(File.Exists(_system.At(".kim", "ready")));
        await AnswerAsync(health, 200);

        Assert.Equal([url], await _system.LinesAsync("seen", 1));
        await Eventually.HoldsAsync(() => Task.FromResult(File.Exists(_system.At(".kim", "ready"))), what: "all is ready");
    }

    private static async Task AnswerAsync(HttpListener health, int status)
    {
        var request = await health.GetContextAsync().WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal("/health", request.Request.Url!.AbsolutePath);
        request.Response.StatusCode = status;
        request.Response.Close();
    }
}
