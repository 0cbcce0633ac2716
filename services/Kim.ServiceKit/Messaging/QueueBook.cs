namespace Kim.ServiceKit.Messaging;

/// <summary>The queues of a service: one per consumer, and the one in which the broker puts what was handed out too often.</summary>
internal sealed class QueueBook(string service, IReadOnlyList<Subscription> subscriptions)
{
    /// <summary>What a queue of an unknown event is called.</summary>
    public const string UnknownType = "unknown";

    private readonly Dictionary<string, string> _typeOfQueue = subscriptions.ToDictionary(
        subscription => MessagingSetup.QueueName(service, subscription.EventType), subscription => EventCatalogue.WireNameOf(subscription.EventType), StringComparer.Ordinal);

    /// <summary>The service.</summary>
    public string Service => service;

    /// <summary>Name of the queue for messages above the delivery limit.</summary>
    public string Dead { get; } = service + "-dead";

    /// <summary>Name of an exchange that leads nowhere.</summary>
    public string Probe { get; } = service + "-probe";

    /// <summary>The exchanges of the events that the service publishes.</summary>
    public IReadOnlyList<string> Published { get; } =
        [.. EventCatalogue.All.Where(entry => EventCatalogue.PublisherOf(entry.Value) == service).Select(entry => entry.Key).Order(StringComparer.Ordinal)];

    /// <summary>The consumers' queues with the wire names of their events.</summary>
    public IReadOnlyDictionary<string, string> All => _typeOfQueue;

    /// <summary>Whether a consumer listens on this queue.</summary>
    public bool Has(string queue) => _typeOfQueue.ContainsKey(queue);

    /// <summary>Wire name of the event that the queue carries.</summary>
    public string TypeOf(string queue) => _typeOfQueue.GetValueOrDefault(queue, UnknownType);
}
