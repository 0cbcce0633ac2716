using System.Globalization;
using Npgsql;

namespace Kim.Testing;

/// <summary>
/// The PostgreSQL and RabbitMQ that tests run on: real servers, found once per process. First choice are the variables
/// <c>KIM_TEST_POSTGRES</c> (connection string of a superuser) and <c>KIM_TEST_RABBITMQ</c> (<c>amqp://admin:password@host:port</c>,
/// with the management API at <c>KIM_TEST_RABBITMQ_API</c> or port 15672); without them one pair of containers serves all
/// test processes (<see cref="TestContainers"/>).
/// </summary>
public sealed class KimServers
{
    private static readonly Lazy<Task<KimServers>> Servers = new(FindAsync);

    private KimServers(string postgres, Uri rabbit, Uri rabbitApi)
    {
        Postgres = postgres;
        Rabbit = rabbit;
        RabbitApi = rabbitApi;
    }

    /// <summary>Connection string of the superuser; names the database <c>postgres</c>.</summary>
    public string Postgres { get; }

    /// <summary>The broker with the administrator's name and password, without a vhost.</summary>
    public Uri Rabbit { get; }

    /// <summary>The broker's management API.</summary>
    public Uri RabbitApi { get; }

    /// <summary>The servers, started at the first call and ready to answer.</summary>
    public static Task<KimServers> GetAsync() => Servers.Value;

    private static async Task<KimServers> FindAsync()
    {
        var postgres = Environment.GetEnvironmentVariable("KIM_TEST_POSTGRES");
        var rabbit = Environment.GetEnvironmentVariable("KIM_TEST_RABBITMQ");
        var api = Environment.GetEnvironmentVariable("KIM_TEST_RABBITMQ_API");
        if (string.IsNullOrEmpty(postgres) || string.IsNullOrEmpty(rabbit))
            (postgres, rabbit, api) = await TestContainers.StartAsync();

        var broker = new Uri(rabbit);
        var servers = new KimServers(
            new NpgsqlConnectionStringBuilder(postgres) { Database = "postgres", IncludeErrorDetail = true, Pooling = false }.ConnectionString,
            broker,
            new Uri(string.IsNullOrEmpty(api) ? string.Create(CultureInfo.InvariantCulture, $"http://{broker.Host}:15672/") : api));
        await Task.WhenAll(servers.PostgresAnswersAsync(), servers.RabbitAnswersAsync());
        return servers;
    }

    private Task PostgresAnswersAsync() => Eventually.DoneAsync(async () =>
    {
        await using var connection = new NpgsqlConnection(Postgres);
        await connection.OpenAsync();
    }, TimeSpan.FromSeconds(60), "PostgreSQL answers");

    private Task RabbitAnswersAsync() => Eventually.DoneAsync(async () =>
    {
        using var api = new BrokerApi(this);
        await api.PingAsync();
    }, TimeSpan.FromSeconds(90), "RabbitMQ answers");
}
