using Kim.Cases.Data;
using Kim.Cases.Reference;
using Kim.Contracts.Interpreters;
using MassTransit;

namespace Kim.Cases.Consumers;

/// <summary>The pool refused the request.</summary>
internal sealed class OnBookingDeclined(CasesDb db, TimeProvider clock) : IConsumer<BookingDeclined>
{
    public async Task Consume(ConsumeContext<BookingDeclined> context)
    {
        var message = context.Message;
        if (await Bookings.FindAsync(db, message.BookingRef, context.CancellationToken) is { } asked)
        {
            asked.Declined(message.Version, message.Reason);
            await Notices.AddAsync(db, asked.CaseId, asked.BookingRef, NoticeKinds.InterpreterDeclined, clock.GetUtcNow(), context.CancellationToken);
            await db.SaveChangesAsync(context.CancellationToken);
        }
    }
}
