using MassTransit;

namespace Kim.ServiceKit.Messaging;

/// <summary>
/// A service's queues and their bindings, without its consumers. They must be there before any publisher starts: an exchange drops
/// what nobody is bound to, and confirms it all the same.
/// </summary>
internal sealed class Topology(string broker, QueueBook queues)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Declares all of it; waits for the broker, which may still be booting. Declaring again changes nothing.</summary>
    /// <exception cref="OperationCanceledException">The broker did not come within two minutes.</exception>
    public async Task DeployAsync()
    {
        if (queues.All.Count == 0) return;
        var bus = Bus.Factory.CreateUsingRabbitMq(rabbit =>
        {
            rabbit.Host(new Uri(broker));
            rabbit.DeployTopologyOnly = true;
            foreach (var (queue, wireName) in queues.All) Declare(rabbit, queue, wireName);
        });
        using var patience = new CancellationTokenSource(Patience);
        await bus.StartAsync(patience.Token);
        await bus.StopAsync(patience.Token);
    }

    private void Declare(IRabbitMqBusFactoryConfigurator rabbit, string queue, string wireName) =>
        rabbit.ReceiveEndpoint(queue, endpoint =>
        {
            MessagingSetup.Shape(endpoint, queue, queues.Dead);
            endpoint.Bind(wireName);
        });
}
