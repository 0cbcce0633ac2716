using Kim.Contracts.Interpreters;
using Kim.Funding.Data.Reports;
using MassTransit;

namespace Kim.Funding.Consumers;

/// <summary>Nobody could be found for a booking.</summary>
internal sealed class OnBookingUnserved(Journal journal) : IConsumer<BookingUnserved>
{
    public Task Consume(ConsumeContext<BookingUnserved> context) =>
        journal.TakeAsync(context.Message.BookingRef, context.Message.Version, context.Message, context.CancellationToken);
}
