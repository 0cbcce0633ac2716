using Kim.Contracts.Interpreters;
using Kim.Funding.Data.Reports;
using MassTransit;

namespace Kim.Funding.Consumers;

/// <summary>The pool refused a booking.</summary>
internal sealed class OnBookingDeclined(Journal journal) : IConsumer<BookingDeclined>
{
    public Task Consume(ConsumeContext<BookingDeclined> context) =>
        journal.TakeAsync(context.Message.BookingRef, context.Message.Version, context.Message, context.CancellationToken);
}
