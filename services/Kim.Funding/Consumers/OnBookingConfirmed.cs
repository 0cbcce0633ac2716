using Kim.Contracts.Interpreters;
using Kim.Funding.Data.Reports;
using MassTransit;

namespace Kim.Funding.Consumers;

/// <summary>An interpreter is assigned to a booking.</summary>
internal sealed class OnBookingConfirmed(Journal journal) : IConsumer<BookingConfirmed>
{
    public Task Consume(ConsumeContext<BookingConfirmed> context) =>
        journal.TakeAsync(context.Message.BookingRef, context.Message.Version, context.Message, context.CancellationToken);
}
