using Kim.Cases.Data;
using Kim.Cases.Reference;
using Kim.Contracts.Interpreters;
using MassTransit;

namespace Kim.Cases.Consumers;

/// <summary>The pool confirmed an interpreter.</summary>
internal sealed class OnBookingConfirmed(CasesDb db, TimeProvider clock) : IConsumer<BookingConfirmed>
{
    public async Task Consume(ConsumeContext<BookingConfirmed> context)
    {
        var message = context.Message;
        if (await Bookings.FindAsync(db, message.BookingRef, context.CancellationToken) is { } asked)
        {
            asked.Confirmed(message.Version);
            await Notices.AddAsync(db, asked.CaseId, asked.BookingRef, NoticeKinds.InterpreterConfirmed, clock.GetUtcNow(), context.CancellationToken);
            await db.SaveChangesAsync(context.CancellationToken);
        }
    }
}
