using Kim.ServiceKit.Data;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Kim.ServiceKit.Messaging;

/// <summary>MassTransit over RabbitMQ, in the house's shape. Its types stay in this room and in <c>Consumers</c>.</summary>
internal static class MessagingSetup
{
    public static void AddMessaging(this IServiceCollection services, IConfiguration configuration, string service, IReadOnlyList<Subscription> subscriptions)
    {
        var broker = configuration.GetConnectionString("Broker")
            ?? throw new InvalidOperationException("The connection string 'Broker' is missing.");
        services.AddSingleton(new Topology(broker, service, subscriptions));
        services.AddSingleton<OutboxSignal>();
        services.AddHostedService(provider => provider.GetRequiredService<OutboxSignal>());
        services.AddHostedService<OutboxDispatcher>();
        services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.ConfigureHealthCheckOptions(options =>
            {
                // The broker away is degraded, not dead: requests succeed and events wait.
                options.MinimalFailureStatus = HealthStatus.Degraded;
                options.Tags.Add("ready");
            });
            foreach (var subscription in subscriptions) subscription.Register(bus);
            bus.UsingRabbitMq((context, rabbit) =>
            {
                rabbit.Host(new Uri(broker), host => host.Heartbeat(TimeSpan.FromSeconds(10)));
                rabbit.UseRawJsonSerializer(RawSerializerOptions.Default, isDefault: true);
                rabbit.UseRawJsonDeserializer(RawSerializerOptions.Default, isDefault: true);
                rabbit.ConfigureJsonSerializerOptions(_ => ContractJson.Options);
                rabbit.MessageTopology.SetEntityNameFormatter(new WireNames());
                foreach (var subscription in subscriptions) Receive(rabbit, context, service, subscription);
            });
        });
        // A service starts and answers while the broker is away.
        services.Configure<MassTransitHostOptions>(options => options.WaitUntilStarted = false);
    }

    public static string QueueName(string service, Type eventType) => $"{service}-{EventCatalogue.WireNameOf(eventType).Split('.')[2]}";

    private static void Receive(IRabbitMqBusFactoryConfigurator rabbit, IBusRegistrationContext context, string service, Subscription subscription)
    {
        var queue = QueueName(service, subscription.EventType);
        rabbit.ReceiveEndpoint(queue, endpoint =>
        {
            Shape(endpoint, queue);
            endpoint.PrefetchCount = 16;
            endpoint.PublishFaults = false;
            endpoint.UseMessageRetry(retry => retry.Intervals(100, 300, 1000, 2000, 3000));
            endpoint.UseConsumeFilter(typeof(InboxFilter<>), context);
            subscription.Configure(endpoint, context);
        });
    }

    /// <summary>What the broker keeps of a queue: the same words for the topology and for the running service, or the broker refuses.</summary>
    public static void Shape(IRabbitMqReceiveEndpointConfigurator endpoint, string queue)
    {
        endpoint.SetQuorumQueue();
        // Ends the loop of a consumer that takes its process down with it: after the limit the broker parks the message.
        endpoint.SetQueueArgument("x-delivery-limit", 10);
        endpoint.BindDeadLetterQueue(queue + "_dead");
    }

    private sealed class WireNames : IEntityNameFormatter
    {
        public string FormatEntityName<T>() => EventCatalogue.WireNameOf(typeof(T));
    }
}

/// <summary>One consumer on its own queue.</summary>
internal sealed record Subscription(
    Type EventType, Action<IBusRegistrationConfigurator> Register, Action<IReceiveEndpointConfigurator, IBusRegistrationContext> Configure);
