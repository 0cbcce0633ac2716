using MassTransit;

namespace Kim.ServiceKit.Messaging;

/// <summary>
/// A service's queues and their bindings, without its consumers, and the exchanges of its events. They must be there before any publisher
/// starts: an exchange drops what nobody is bound to, and confirms it all the same; what is sent to an exchange that is not there waits.
/// </summary>
internal sealed class Topology(string broker, QueueBook queues, BrokerLink link)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Declares all of it; waits for the broker, which may still be booting. Declaring again changes nothing.</summary>
    /// <exception cref="OperationCanceledException">The broker did not come within two minutes.</exception>
    public async Task DeployAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await link.IsThereAsync(patience.Token)) await Task.Delay(TimeSpan.FromSeconds(1), patience.Token);
        if (queues.All.Count > 0) await DeclareQueuesAsync(patience.Token);
        await link.DeclareAsync(queues.Published, patience.Token);
    }

    private async Task DeclareQueuesAsync(CancellationToken ct)
    {
        var bus = Bus.Factory.CreateUsingRabbitMq(rabbit =>
        {
            rabbit.Host(new Uri(broker));
            rabbit.DeployTopologyOnly = true;
            foreach (var (queue, wireName) in queues.All) Declare(rabbit, queue, wireName);
        });
        await bus.StartAsync(ct);
        await bus.StopAsync(ct);
    }

    private void Declare(IRabbitMqBusFactoryConfigurator rabbit, string queue, string wireName) =>
        rabbit.ReceiveEndpoint(queue, endpoint =>
        {
            MessagingSetup.Shape(endpoint, queue, queues.Dead);
            endpoint.Bind(wireName);
        });
}
