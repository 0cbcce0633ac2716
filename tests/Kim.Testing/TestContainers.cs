using System.Globalization;
using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Configurations;
using DotNet.Testcontainers.Containers;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kim.Testing;

/// <summary>
/// One PostgreSQL and one RabbitMQ container for all test processes of a machine: the first process starts them, later ones
/// find them by Testcontainers' reuse (the run's label is part of what is compared). The images are <c>kim-test/postgres:15</c> and <c>kim-test/rabbitmq:3</c>, which
/// <c>scripts/test.sh</c> takes from a registry or builds from Debian packages; it also removes the containers (label
/// <c>kim-test</c>). They listen on loopback only and keep their data in memory.
/// </summary>
internal static class TestContainers
{
    private const string Password = "kim-test";

    internal static async Task<(string Postgres, string Rabbit, string RabbitApi)> StartAsync()
    {
        await DockerEngine.AgreeOnVersionAsync();
        // The reaper is an image of its own; containers that outlive a process on purpose have no use for it.
        TestcontainersSettings.ResourceReaperEnabled = false;
        await using var only = await LockAsync();
        try
        {
            var postgres = Postgres();
            var rabbit = Rabbit();
            await Task.WhenAll(postgres.StartAsync(), rabbit.StartAsync());
            return (
                Text($"Host=127.0.0.1;Port={postgres.GetMappedPublicPort(5432)};Username=postgres;Password={Password}"),
                Text($"amqp://kim:{Password}@127.0.0.1:{rabbit.GetMappedPublicPort(5672)}"),
                Text($"http://127.0.0.1:{rabbit.GetMappedPublicPort(15672)}/"));
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException(
                "The test servers could not be started. `./kim test` prepares engine and images; "
                + "or name servers of your own in KIM_TEST_POSTGRES and KIM_TEST_RABBITMQ.", failure);
        }
    }

    private static IContainer Postgres() => Shared("kim-test/postgres:15")
        .WithEnvironment("POSTGRES_PASSWORD", Password)
        .WithEnvironment("PGDATA", "/pg/data")
        .WithTmpfsMount("/pg")
        .WithPortBinding(5432, assignRandomHostPort: true)
        .WithCommand("postgres", "-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off",
            "-c", "max_connections=300", "-c", "shared_buffers=128MB")
        .Build();

    private static IContainer Rabbit() => Shared("kim-test/rabbitmq:3")
        .WithEnvironment("RABBITMQ_DEFAULT_USER", "kim")
        .WithEnvironment("RABBITMQ_DEFAULT_PASS", Password)
        // Erlang reserves memory per possible file handle, and an engine's default may be a billion.
        .WithEnvironment("ERL_MAX_PORTS", "16384")
        // Idle schedulers that spin would take the few cores from the tests.
        .WithEnvironment("RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS", "+sbwt none +sbwtdcpu none +sbwtdio none")
        .WithPortBinding(5672, assignRandomHostPort: true)
        .WithPortBinding(15672, assignRandomHostPort: true)
        .Build();

    private static ContainerBuilder Shared(string image) => new ContainerBuilder(image)
        .WithLogger(NullLogger.Instance)
        .WithReuse(true)
        .WithLabel("kim-test", "servers")
        .WithLabel("kim-test-run", Environment.GetEnvironmentVariable("KIM_TEST_RUN") ?? "kept")
        .WithCreateParameterModifier(parameters =>
        {
            foreach (var binding in parameters.HostConfig!.PortBindings!.Values.SelectMany(bindings => bindings))
                binding.HostIP = "127.0.0.1";
        });

    /// <summary>Two processes that start at once would each create a pair.</summary>
    private static async Task<FileStream> LockAsync()
    {
        var path = Path.Combine(Path.GetTempPath(), "kim-test-servers.lock");
        FileStream? held = null;
        await Eventually.DoneAsync(() =>
        {
            held = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return Task.CompletedTask;
        }, TimeSpan.FromMinutes(2), "another test process has started the servers");
        return held!;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
