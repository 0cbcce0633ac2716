using Kim.Cases.Data;
using Kim.Cases.Reference;
using Kim.Contracts.Interpreters;
using MassTransit;

namespace Kim.Cases.Consumers;

/// <summary>Nobody could be found for the talk.</summary>
internal sealed class OnBookingUnserved(CasesDb db, TimeProvider clock) : IConsumer<BookingUnserved>
{
    public async Task Consume(ConsumeContext<BookingUnserved> context)
    {
        var message = context.Message;
        if (await Bookings.FindAsync(db, message.BookingRef, context.CancellationToken) is { } asked)
        {
            asked.Unserved(message.Version);
            await Notices.AddAsync(db, asked.CaseId, asked.BookingRef, NoticeKinds.InterpreterUnserved, clock.GetUtcNow(), context.CancellationToken);
            await db.SaveChangesAsync(context.CancellationToken);
        }
    }
}
