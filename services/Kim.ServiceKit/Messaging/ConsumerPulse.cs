using System.Collections.Concurrent;
using MassTransit;

namespace Kim.ServiceKit.Messaging;

/// <summary>When each queue was last worked on, whatever the outcome.</summary>
internal sealed class ConsumerPulse(TimeProvider clock) : IReceiveObserver
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _last = new(StringComparer.Ordinal);

    /// <summary>When a message of the queue was last done with; null when none was since the start.</summary>
    public DateTimeOffset? LastOf(string queue) => _last.TryGetValue(queue, out var at) ? at : null;

    public Task PreReceive(ReceiveContext context) => Task.CompletedTask;

    public Task PostReceive(ReceiveContext context) => Beat(context);

    public Task PostConsume<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType) where T : class => Task.CompletedTask;

    public Task ConsumeFault<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType, Exception exception) where T : class => Task.CompletedTask;

    public Task ReceiveFault(ReceiveContext context, Exception exception) => Beat(context);

    private Task Beat(ReceiveContext context)
    {
        _last[context.InputAddress.Segments[^1]] = clock.GetUtcNow();
        return Task.CompletedTask;
    }
}
