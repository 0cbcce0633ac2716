using Grpc.Core;
using Grpc.Net.Client;
using Kim.AppHost.Local.Protocol;

namespace Kim.AppHost.Tests;

/// <summary>What the dashboard is told and may do: a script stands for it, which only tells what it was given.</summary>
public sealed class DashboardTests : IAsyncDisposable
{
    private readonly SampleSystem _system = new();

    public DashboardTests()
    {
        const string place = ".kim/dashboard/home/.aspire/versions/1/managed/aspire-managed";
        _system.File(place, $"""
            #!/bin/sh
            echo "$DOTNET_RESOURCE_SERVICE_ENDPOINT_URL $DASHBOARD__RESOURCESERVICECLIENT__APIKEY" >> {_system.At("dashboard")}
            exec sleep 1000
            """);
        File.SetUnixFileMode(_system.At(place), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public ValueTask DisposeAsync() => _system.DisposeAsync();

    [Fact]
    public async Task Secrets_are_masked_before_they_are_sent()
    {
        _system.Project("api", "echo $DATABASE >> ../database; exec sleep 1000");
        _system.Start("secret");
        var real = (await _system.LinesAsync("database", 1))[0];
        await _system.StateAsync("api", "Running");

        var (client, headers) = await ConnectAsync();
        var resources = await ResourcesAsync(client, headers);

        var api = resources.Single(resource => resource.DisplayName == "api");
        Assert.Equal("Host=db;Password=*****", api.Environment.Single(variable => variable.Name == "DATABASE").Value);
        Assert.Equal("x-otlp-api-key=*****", api.Environment.Single(variable => variable.Name == "OTEL_EXPORTER_OTLP_HEADERS").Value);
        Assert.DoesNotContain(real.Split('=')[^1], string.Concat(resources), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_can_be_stopped_and_started_and_its_console_read()
    {
        _system.Project("api", "echo lives; " + SampleSystem.Lives);
        _system.Start("alone");
        var first = await _system.PidAsync("api");
        var (client, headers) = await ConnectAsync();
        var name = (await ResourcesAsync(client, headers)).Single(resource => resource.DisplayName == "api").Name;

        await client.ExecuteResourceCommandAsync(new ResourceCommandRequest { CommandName = "stop", ResourceName = name }, headers);
        await _system.StateAsync("api", "Exited");
        Assert.False(SampleSystem.Runs(first));
        await client.ExecuteResourceCommandAsync(new ResourceCommandRequest { CommandName = "start", ResourceName = name }, headers);
        await _system.PidAsync("api", start: 2);

        using var console = client.WatchResourceConsoleLogs(new WatchResourceConsoleLogsRequest { ResourceName = name }, headers);
        Assert.True(await console.ResponseStream.MoveNext(CancellationToken.None));
        Assert.Equal("lives", console.ResponseStream.Current.LogLines.Single().Text);
    }

    [Fact]
    public async Task Nobody_is_told_anything_without_the_key()
    {
        _system.Project("api", SampleSystem.Lives);
        _system.Start("alone");
        var (client, _) = await ConnectAsync();

        var refusal = await Assert.ThrowsAsync<RpcException>(() => ResourcesAsync(client, []));

        Assert.Equal(StatusCode.Unauthenticated, refusal.StatusCode);
    }

    private async Task<(DashboardService.DashboardServiceClient Client, Metadata Headers)> ConnectAsync()
    {
        var given = (await _system.LinesAsync("dashboard", 1))[0].Split(' ');
        return (new DashboardService.DashboardServiceClient(GrpcChannel.ForAddress(given[0])), new Metadata { { "x-resource-service-api-key", given[1] } });
    }

    private static async Task<IReadOnlyList<Resource>> ResourcesAsync(DashboardService.DashboardServiceClient client, Metadata headers)
    {
        using var watch = client.WatchResources(new WatchResourcesRequest(), headers);
        Assert.True(await watch.ResponseStream.MoveNext(CancellationToken.None));
        return watch.ResponseStream.Current.InitialData.Resources;
    }
}
