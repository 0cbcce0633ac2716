using MassTransit;

namespace Kim.ServiceKit.Messaging;

/// <summary>
/// How many messages of a service are worked on at once, over all its queues: a burst on every queue must not take the requests'
/// database connections. A message that waits for its next try does not count, so a poisonous one holds nobody up.
/// </summary>
internal sealed class ConsumeGate : IDisposable
{
    /// <summary>Messages at once, and so connections at once.</summary>
    public const int AtOnce = 16;

    private readonly SemaphoreSlim _places = new(AtOnce);

    public Task EnterAsync(CancellationToken ct) => _places.WaitAsync(ct);

    public void Leave() => _places.Release();

    public void Dispose() => _places.Dispose();
}

/// <summary>Waits for a place before the message's transaction begins.</summary>
internal sealed class GateFilter<T>(ConsumeGate gate) : IFilter<ConsumeContext<T>> where T : class
{
    public async Task Send(ConsumeContext<T> context, IPipe<ConsumeContext<T>> next)
    {
        await gate.EnterAsync(context.CancellationToken);
        try
        {
            await next.Send(context);
        }
        finally
        {
            gate.Leave();
        }
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("kim-gate");
}
