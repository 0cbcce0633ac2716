using Kim.Contracts.Cases;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Kim.Benchmarks.Bare;

/// <summary>
/// MassTransit as it comes: publish with confirms, a durable quorum queue as Kim's are, one consumer that notes the message in the same
/// inbox table in a statement of its own. No outbox, no effect beside the inbox, no retries, no parking.
/// </summary>
internal static class BareEvents
{
    /// <summary>Under this name the consumer stands in the inbox.</summary>
    public const string Consumer = "bare-case-opened";

    // As many messages at once as a service of Kim takes from a queue.
    private const int Prefetch = 16;

    // Publishes that wait for their confirm side by side.
    private const int InFlight = 256;

    public static void AddBareBus(this IServiceCollection services, string broker) => services.AddMassTransit(bus =>
    {
        bus.DisableUsageTelemetry();
        bus.AddConsumer<Taker>();
        bus.UsingRabbitMq((context, rabbit) =>
        {
            rabbit.Host(new Uri(broker));
            rabbit.ReceiveEndpoint(Consumer, endpoint =>
            {
                endpoint.SetQuorumQueue();
                endpoint.PrefetchCount = Prefetch;
                endpoint.ConfigureConsumer<Taker>(context);
            });
        });
        // The process counts as ready when it can take messages.
        services.AddOptions<MassTransitHostOptions>().Configure(options => options.WaitUntilStarted = true);
    });

    /// <summary><c>POST /publish?count=N</c> with the facts of a case: answers when the broker has confirmed all.</summary>
    public static void MapBareEvents(this IEndpointRouteBuilder routes) => routes.MapPost("/publish", async (int count, CaseFacts facts, IBus bus, CancellationToken ct) =>
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = InFlight, CancellationToken = ct };
        await Parallel.ForAsync(0, count, parallel, async (_, token) =>
            await bus.Publish(new CaseOpened { CaseRef = Guid.NewGuid(), Version = 1, Facts = facts }, token));
    });

    /// <summary>The facts of a case as the publisher takes them.</summary>
    public static StringContent Body(string facts) => new(facts, System.Text.Encoding.UTF8, "application/json");

    private sealed class Taker(NpgsqlDataSource source) : IConsumer<CaseOpened>
    {
        public async Task Consume(ConsumeContext<CaseOpened> context)
        {
            await using var command = source.CreateCommand("insert into inbox (message_id, consumer, received_at) values ($1, $2, $3) on conflict do nothing");
            command.Parameters.Add(new NpgsqlParameter { Value = context.MessageId!.Value });
            command.Parameters.Add(new NpgsqlParameter { Value = Consumer });
            command.Parameters.Add(new NpgsqlParameter { Value = TimeProvider.System.GetUtcNow() });
            await command.ExecuteNonQueryAsync(context.CancellationToken);
        }
    }
}
