using System.Globalization;
using System.Runtime.Serialization;
using System.Text;
using System.Text.Json;
using MassTransit;
using MassTransit.RabbitMqTransport;

namespace Kim.ServiceKit.Messaging;

/// <summary>
/// The ends of a queue's pipe. MassTransit's own would move the message to <c>_error</c> or <c>_skipped</c> with the exception's
/// text in its headers; here it goes aside with the exception's type alone. When even that fails, the message stays on its queue.
/// </summary>
internal sealed class ParkingFilter(Parking parking, QueueBook queues) : IFilter<ExceptionReceiveContext>, IFilter<ReceiveContext>
{
    private const string FirstQueue = "x-first-death-queue";

    /// <summary>A message whose consumer failed, or that could not be read.</summary>
    public async Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
        var failure = context.Exception;
        var readable = !Chain(failure).Any(one => one is SerializationException or JsonException);
        await KeepAsync(context, failure, readable ? ParkedCause.Failed : ParkedCause.Unreadable, readable ? MessagingSetup.Retries + 1 : 1);
        // Else the message would take the other way out as well: nobody consumed it.
        if (!context.IsFaulted) await context.NotifyFaulted(failure);
    }

    /// <summary>A message that no consumer of its queue took.</summary>
    public Task Send(ReceiveContext context, IPipe<ReceiveContext> next) => KeepAsync(context, null, ParkedCause.NotConsumed, 1);

    public void Probe(ProbeContext context) => context.CreateFilterScope("kim-parking");

    private Task KeepAsync(ReceiveContext context, Exception? failure, string cause, int attempts)
    {
        var queue = context.InputAddress.Segments[^1];
        var properties = context.TryGetPayload<RabbitMqBasicConsumeContext>(out var basic) ? basic.Properties : null;
        var headers = properties?.Headers;
        if (queue == queues.Dead)
            (queue, cause, attempts, failure) = (Text(headers, FirstQueue) ?? queue, ParkedCause.DeliveryLimit, MessagingSetup.DeliveryLimit + 1, null);
        return parking.KeepAsync(
            new Stray(queue, cause, attempts, context.Body.GetBytes())
            {
                MessageId = Guid.TryParse(properties?.MessageId, out var id) ? id : null,
                ExceptionType = failure is null ? null : Chain(failure).Last().GetType().FullName,
                OccurredAt = DateTimeOffset.TryParse(Text(headers, MessageHeaderNames.OccurredAt), CultureInfo.InvariantCulture, out var at) ? at.ToUniversalTime() : null,
                TraceParent = Text(headers, MessageHeaderNames.Trace) is { Length: <= 60 } trace ? trace : null,
            },
            context.CancellationToken);
    }

    private static IEnumerable<Exception> Chain(Exception failure)
    {
        for (var one = failure; one is not null; one = one.InnerException) yield return one;
    }

    private static string? Text(IDictionary<string, object?>? headers, string name) =>
        headers is not null && headers.TryGetValue(name, out var value) ? value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : value as string : null;
}

/// <summary>
/// What a message carries beside its body. The aggregate stands in the body, as the receiver's own reference and version: a header
/// with the aggregate's id would let two receivers join their references.
/// </summary>
internal static class MessageHeaderNames
{
    /// <summary>When the event happened, ISO 8601 in UTC.</summary>
    public const string OccurredAt = "kim-occurred-at";

    /// <summary>There when the event was told before (<see cref="Reconciliation"/>).</summary>
    public const string Again = "kim-again";

    /// <summary>W3C trace parent, under the name by which MassTransit takes a trace up.</summary>
    public const string Trace = "MT-Activity-Id";
}
