using Kim.ServiceKit.Data;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace Kim.ServiceKit.Messaging;

/// <summary>MassTransit over RabbitMQ, in the house's shape. Its types stay in this room and in <c>Consumers</c>.</summary>
internal static class MessagingSetup
{
    /// <summary>Tries after the first, within about six seconds, before a message is parked.</summary>
    public const int Retries = 5;

    /// <summary>Deliveries that nobody answered for, before the broker puts a message aside.</summary>
    public const int DeliveryLimit = 10;

    /// <summary>Two missed beats end a connection to a broker that is frozen.</summary>
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(5);

    public static void AddMessaging(this IServiceCollection services, IConfiguration configuration, string service, IReadOnlyList<Subscription> subscriptions)
    {
        var broker = configuration.GetConnectionString("Broker")
            ?? throw new InvalidOperationException("The connection string 'Broker' is missing.");
        var queues = new QueueBook(service, subscriptions);
        services.AddSingleton(queues);
        services.AddSingleton<BrokerLink>();
        services.AddSingleton(provider => new Topology(broker, queues, provider.GetRequiredService<BrokerLink>()));
        services.TryAddSingleton(new MessagingTimes());
        services.AddSingleton<Parking>();
        services.AddSingleton<ParkingFilter>();
        services.AddSingleton<ConsumeGate>();
        services.AddSingleton<ConsumerPulse>();
        services.AddReceiveObserver(provider => provider.GetRequiredService<ConsumerPulse>());
        services.AddSingleton<OutboxSignal>();
        services.AddHostedService(provider => provider.GetRequiredService<OutboxSignal>());
        services.AddSingleton<PublishPulse>();
        services.AddSingleton<EventPublisher>();
        services.AddHostedService<OutboxDispatcher>();
        services.AddSingleton<Reconciliation>();
        services.AddHostedService(provider => provider.GetRequiredService<Reconciliation>());
        services.AddSingleton<Repairs>();
        services.AddHostedService<Redriver>();
        services.AddSingleton<MessagingFigures>();
        services.AddSingleton<MessagingWorld>();
        services.AddHostedService<MessagingWatch>();
        // Its lines quote exceptions, and those may quote a message. What matters of them is said here, by type.
        services.AddLogging(logging => logging.AddFilter("MassTransit", LogLevel.None));
        AddBus(services, broker, queues, subscriptions);
    }

    public static string QueueName(string service, Type eventType) => $"{service}-{EventCatalogue.WireNameOf(eventType).Split('.')[2]}";

    /// <summary>What the broker keeps of a queue: the same words for the topology and for the running service, or the broker refuses.</summary>
    public static void Shape(IRabbitMqReceiveEndpointConfigurator endpoint, string queue, string dead)
    {
        endpoint.SetQuorumQueue();
        // Ends the loop of a consumer that takes its process down with it: after the limit the broker parks the message.
        endpoint.SetQueueArgument("x-delivery-limit", DeliveryLimit);
        endpoint.BindDeadLetterQueue(queue + "_dead", dead, ShapeDead);
    }

    /// <summary>The queue of what was handed out too often. It is the last stop on the broker: its own limit is out of reach.</summary>
    public static void ShapeDead(IRabbitMqQueueConfigurator queue)
    {
        queue.SetQueueArgument("x-queue-type", "quorum");
        queue.SetQueueArgument("x-delivery-limit", 1_000_000);
    }

    private static void AddBus(IServiceCollection services, string broker, QueueBook queues, IReadOnlyList<Subscription> subscriptions)
    {
        services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.ConfigureHealthCheckOptions(options =>
            {
                // The broker away is degraded, not dead: requests succeed and events wait.
                options.MinimalFailureStatus = HealthStatus.Degraded;
                options.Name = "broker";
                options.Tags.Add("ready");
            });
            foreach (var subscription in subscriptions) subscription.Register(bus);
            bus.UsingRabbitMq((context, rabbit) =>
            {
                rabbit.Host(new Uri(broker), host => host.Heartbeat(Heartbeat));
                rabbit.UseRawJsonSerializer(RawSerializerOptions.Default, isDefault: true);
                rabbit.UseRawJsonDeserializer(RawSerializerOptions.Default, isDefault: true);
                rabbit.ConfigureJsonSerializerOptions(_ => ContractJson.Options);
                rabbit.MessageTopology.SetEntityNameFormatter(new WireNames());
                foreach (var wireName in queues.Published) LeaveToTopology(rabbit, EventCatalogue.All[wireName]);
                foreach (var subscription in subscriptions) Receive(rabbit, context, queues.Service, subscription);
                if (subscriptions.Count > 0) ReceiveDead(rabbit, context);
            });
        });
        // A service starts and answers while the broker is away: the watch starts the bus when the broker is there.
        services.RemoveMassTransitHostedService();
    }

    /// <summary>
    /// A publisher declares nothing: the first publish on a channel would, and when that one is cancelled or fails, every later one on the
    /// channel waits for ever for it (MassTransit 8.5, <c>OneTimeContextPayload.RunOneTime</c>). And an exchange that a publisher makes
    /// leads nowhere.
    /// </summary>
    private static void LeaveToTopology(IRabbitMqBusFactoryConfigurator rabbit, Type eventType) => rabbit.PublishTopology.GetMessageTopology(eventType).Exclude = true;

    private static void Receive(IRabbitMqBusFactoryConfigurator rabbit, IBusRegistrationContext context, string service, Subscription subscription)
    {
        var queue = QueueName(service, subscription.EventType);
        rabbit.ReceiveEndpoint(queue, endpoint =>
        {
            Shape(endpoint, queue, context.GetRequiredService<QueueBook>().Dead);
            endpoint.PrefetchCount = 16;
            endpoint.PublishFaults = false;
            EndInParking(endpoint, context);
            // A database that is away passes: the message waits for it, however long, and is not to blame.
            endpoint.UseMessageRetry(retry =>
            {
                retry.Handle<Exception>(DatabaseAway.Is);
                // Longer than the broker lets one delivery wait (30 minutes): then it hands the message out again.
                retry.Interval(3600, TimeSpan.FromSeconds(1));
            });
            endpoint.UseMessageRetry(retry =>
            {
                retry.Ignore<Exception>(DatabaseAway.Is);
                retry.Exponential(Retries, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(3), TimeSpan.FromMilliseconds(200));
            });
            endpoint.UseConsumeFilter(typeof(GateFilter<>), context);
            endpoint.UseTimeout(timeout => timeout.Timeout = context.GetRequiredService<MessagingTimes>().Handler);
            endpoint.UseConsumeFilter(typeof(InboxFilter<>), context);
            subscription.Configure(endpoint, context);
        });
    }

    private static void ReceiveDead(IRabbitMqBusFactoryConfigurator rabbit, IBusRegistrationContext context) =>
        rabbit.ReceiveEndpoint(context.GetRequiredService<QueueBook>().Dead, endpoint =>
        {
            ShapeDead(endpoint);
            endpoint.PrefetchCount = 16;
            endpoint.PublishFaults = false;
            EndInParking(endpoint, context);
        });

    private static void EndInParking(IReceiveEndpointConfigurator endpoint, IBusRegistrationContext context)
    {
        var parking = context.GetRequiredService<ParkingFilter>();
        endpoint.ConfigureError(pipe => pipe.UseFilter(parking));
        endpoint.ConfigureDeadLetter(pipe => pipe.UseFilter(parking));
    }

    private sealed class WireNames : IEntityNameFormatter
    {
        public string FormatEntityName<T>() => EventCatalogue.WireNameOf(typeof(T));
    }
}

/// <summary>One consumer on its own queue.</summary>
internal sealed record Subscription(
    Type EventType, Action<IBusRegistrationConfigurator> Register, Action<IReceiveEndpointConfigurator, IBusRegistrationContext> Configure);
