using System.Diagnostics.Metrics;

namespace Kim.ServiceKit.Messaging;

/// <summary>The state of a queue at the last look.</summary>
/// <param name="Queue">Its name.</param>
/// <param name="Type">Wire name of its event.</param>
/// <param name="Waiting">Messages that wait on it; null while the broker is away.</param>
/// <param name="SilentSeconds">Seconds since one of them was dealt with; 0 when none waits.</param>
/// <param name="Parked">Messages put aside.</param>
internal sealed record QueueFigures(string Queue, string Type, long? Waiting, double SilentSeconds, long Parked);

/// <summary>What the last look at outbox and queues found.</summary>
/// <param name="TakenAt">When.</param>
/// <param name="OutboxRows">Events that wait for the broker.</param>
/// <param name="OutboxSeconds">Age of the oldest of them.</param>
/// <param name="Queues">The service's queues.</param>
internal sealed record MessagingSample(DateTimeOffset? TakenAt, long OutboxRows, double OutboxSeconds, IReadOnlyList<QueueFigures> Queues);

/// <summary>The figures of the messaging for OpenTelemetry and for ops. They name queues and event types, never a person.</summary>
internal sealed class MessagingFigures : IDisposable
{
    // The semantic conventions' name of a queue.
    private const string QueueTag = "messaging.destination.name";
    private readonly Meter _meter = new("Kim.Messaging");

    private readonly Counter<long> _repaired;

    public MessagingFigures()
    {
        _repaired = _meter.CreateCounter<long>("kim.reconciliation.repaired_messages", "{message}", "Messages that a queue got only because they were told once more at night.");
        _meter.CreateObservableGauge("kim.outbox.waiting_rows", () => Last.OutboxRows, "{row}", "Events that wait for the broker.");
        _meter.CreateObservableGauge("kim.outbox.waiting_seconds", () => Last.OutboxSeconds, "s", "Age of the oldest event that waits for the broker.");
        _meter.CreateObservableGauge("kim.queue.depth_messages", () => PerQueue(queue => queue.Waiting), "{message}", "Messages that wait on a queue.");
        _meter.CreateObservableGauge("kim.queue.silence_seconds", () => PerQueue(queue => queue.SilentSeconds), "s", "Seconds since the last message of a queue was dealt with, while others wait on it.");
        _meter.CreateObservableGauge("kim.parked.messages", () => PerQueue(queue => queue.Parked), "{message}", "Messages that wait for a decision of ops.");
    }

    /// <summary>The last sample; empty before the first.</summary>
    public MessagingSample Last { get; set; } = new(null, 0, 0, []);

    /// <summary>A message had never reached this queue.</summary>
    public void Repaired(string queue) => _repaired.Add(1, new KeyValuePair<string, object?>(QueueTag, queue));

    public void Dispose() => _meter.Dispose();

    private IEnumerable<Measurement<double>> PerQueue(Func<QueueFigures, double?> figure)
    {
        foreach (var queue in Last.Queues)
            if (figure(queue) is { } value) yield return new Measurement<double>(value, new KeyValuePair<string, object?>(QueueTag, queue.Queue));
    }
}
