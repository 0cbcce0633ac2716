using System.Diagnostics;
using Kim.Faults.Tests.Servers;

namespace Kim.Faults.Tests.Running;

/// <summary>
/// Cases as publisher, network and funding as receivers, each a process of its own from built binaries, on a PostgreSQL and a RabbitMQ
/// that belong to this run alone: whatever a test does to them touches nobody else. Started once; every test leaves it whole.
/// </summary>
public sealed class FaultSystem : IAsyncLifetime
{
    /// <summary>The tests stop servers that they share: one after the other.</summary>
    public const string Collection = "servers of the fault suite";

    /// <summary>The services, publisher first.</summary>
    public static readonly IReadOnlyList<string> Services = ["cases", "network", "funding"];

    private readonly Watchman _watchman = Watchman.Start();
    private readonly string _folder = Directory.CreateTempSubdirectory("kim-faults-").FullName;

    internal OwnPostgres Postgres { get; private set; } = null!;

    internal OwnBroker Broker { get; private set; } = null!;

    internal ServiceSpace Space { get; private set; } = null!;

    /// <summary>The running programs: the first instance of each service by its name, further ones by what the test called them.</summary>
    internal Dictionary<string, RunningService> Running { get; } = [];

    public async ValueTask InitializeAsync()
    {
        // The servers run under users of their own and must reach what is theirs below it.
        await Process.Start("chmod", ["755", _folder]).WaitForExitAsync();
        var postgres = OwnPostgres.CreateAsync(_folder);
        var broker = OwnBroker.CreateAsync(_folder);
        (Postgres, Broker) = (await postgres, await broker);
        // From here on everything of Kim.Testing works on these two.
        Environment.SetEnvironmentVariable("KIM_TEST_POSTGRES", Postgres.ConnectionString);
        Environment.SetEnvironmentVariable("KIM_TEST_RABBITMQ", Broker.Uri.AbsoluteUri);
        Environment.SetEnvironmentVariable("KIM_TEST_RABBITMQ_API", Broker.Api.AbsoluteUri);
        Space = await ServiceSpace.CreateAsync(Services);
        // The network comes last: its import of the profile tells of offers at once, and what nobody is bound to is lost.
        foreach (var service in Services.Except(["network"])) Running[service] = Space.Start(service);
        foreach (var service in Running.Values) await service.ConnectedAsync();
        Running["network"] = Space.Start("network");
        await Running["network"].ConnectedAsync();
    }

    /// <summary>Mends what a test that failed may have left broken, so that the next one fails for a reason of its own.</summary>
    internal async Task WholeAsync()
    {
        if (!Broker.Runs) await Broker.StartAsync();
        if (!Postgres.Runs) await Postgres.StartAsync();
        foreach (var service in Services.Where(service => Running[service].Process.HasExited)) await RestartAsync(service);
        foreach (var service in Services) await Running[service].ConnectedAsync();
    }

    /// <summary>The database of a service.</summary>
    internal ServiceDatabase Database(string service) => Space.Database(service);

    /// <summary>Ends a service at once, if it still runs, and starts it anew at its address, as another build if asked.</summary>
    internal async Task RestartAsync(string service, string? build = null)
    {
        await Running[service].DisposeAsync();
        Running[service] = Space.Start(service, build, Running[service].Address);
        await Running[service].ReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in Running.Values) await service.DisposeAsync();
        if (Postgres is not null) await Postgres.DisposeAsync();
        if (Broker is not null) await Broker.DisposeAsync();
        await _watchman.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
