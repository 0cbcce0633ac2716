using Kim.Cases.Data;
using Kim.Contracts.Interpreters;
using MassTransit;

namespace Kim.Cases.Consumers;

/// <summary>The talk took place.</summary>
internal sealed class OnAssignmentCompleted(CasesDb db) : IConsumer<AssignmentCompleted>
{
    public async Task Consume(ConsumeContext<AssignmentCompleted> context)
    {
        var message = context.Message;
        if (await Bookings.FindAsync(db, message.BookingRef, context.CancellationToken) is { } asked)
        {
            asked.Completed(message.Version, message.Minutes);
            await db.SaveChangesAsync(context.CancellationToken);
        }
    }
}
