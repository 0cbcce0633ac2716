using Kim.ServiceKit.Data;
using Kim.ServiceKit.Persons;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace Kim.ServiceKit.Messaging;

/// <summary>
/// One transaction around a consumer, under the system scope: the inbox row, the effect and the events it causes stand or fall
/// together. A message that this consumer has dealt with has no second effect, one about an erased reference none at all.
/// </summary>
internal sealed class InboxFilter<T>(KimDbContext db, Repairs repairs, TimeProvider clock) : IFilter<ConsumeContext<T>> where T : class
{
    public async Task Send(ConsumeContext<T> context, IPipe<ConsumeContext<T>> next)
    {
        var ct = context.CancellationToken;
        var messageId = context.MessageId ?? throw new InvalidOperationException("A message without an id cannot be deduplicated.");
        var queue = context.ReceiveContext.InputAddress.Segments[^1];
        var (isNew, isErased) = (false, false);
        await using var transaction = await db.BeginScopedAsync(
            Scope.System, [InboxMessage.Noting(messageId, queue, clock.GetUtcNow()), .. ErasedReferences.Asking(context.Message)],
            async (asked, token) =>
            {
                isNew = await asked.ReadAsync(token);
                while (await asked.NextResultAsync(token))
                    if (asked.GetDataTypeName(0) == "boolean" && await asked.ReadAsync(token)) isErased = asked.GetBoolean(0);
            },
            ct);
        if (!isNew)
        {
            await DealtWithAsync(context);
            return;
        }

        if (isErased) await DealtWithAsync(context);
        else await next.Send(context);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        if (context.Headers.TryGetHeader(MessageHeaderNames.Again, out _)) repairs.Note(queue, messageId);
        FailPoint.Reach(FailPoint.BeforeAcknowledge);
    }

    // Whoever ends the pipe here must say so: else the message counts as one that nobody took, and is parked.
    private static Task DealtWithAsync(ConsumeContext<T> context) => context.NotifyConsumed(context, TimeSpan.Zero, "kim-inbox");

    public void Probe(ProbeContext context) => context.CreateFilterScope("kim-inbox");
}

/// <summary>Counts what only the nightly <see cref="Reconciliation"/> brought.</summary>
internal sealed partial class Repairs(MessagingFigures figures, ILogger<Repairs> log)
{
    public void Note(string queue, Guid messageId)
    {
        figures.Repaired(queue);
        Repaired(log, messageId, queue);
    }

    [LoggerMessage(LogLevel.Warning, "{MessageId} had never reached {Queue}: repaired by the reconciliation")]
    private static partial void Repaired(ILogger logger, Guid messageId, string queue);
}
