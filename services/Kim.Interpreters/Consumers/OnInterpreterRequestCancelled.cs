using Kim.Contracts.Cases;
using MassTransit;

namespace Kim.Interpreters.Consumers;

/// <summary>The requester cancels. The fact is kept even when the request itself has not arrived yet.</summary>
internal sealed class OnInterpreterRequestCancelled(InterpretersDb db, TimeProvider clock) : IConsumer<InterpreterRequestCancelled>
{
    public async Task Consume(ConsumeContext<InterpreterRequestCancelled> context)
    {
        var (message, ct) = (context.Message, context.CancellationToken);
        var cancelledAt = message.CancelledAt.ToUniversalTime();
        await db.LockReferenceAsync(message.BookingRef, ct);
        if (await db.Cancellations.FindAsync([message.BookingRef], ct) is { } known) known.Replace(message.Version, cancelledAt);
        else db.Cancellations.Add(Cancellation.Of(message.BookingRef, message.Version, cancelledAt));

        var booking = await db.LockByReferenceAsync(message.BookingRef, ct);
        if (booking is not null && booking.Cancel(message.Version, cancelledAt, clock.GetUtcNow()))
            await db.ReleaseAssignmentAsync(booking.Id, ct);
        await db.SaveChangesAsync(ct);
    }
}
