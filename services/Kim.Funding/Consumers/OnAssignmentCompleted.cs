using Kim.Contracts.Interpreters;
using Kim.Funding.Data.Reports;
using MassTransit;

namespace Kim.Funding.Consumers;

/// <summary>A talk took place.</summary>
internal sealed class OnAssignmentCompleted(Journal journal) : IConsumer<AssignmentCompleted>
{
    public Task Consume(ConsumeContext<AssignmentCompleted> context) =>
        journal.TakeAsync(context.Message.BookingRef, context.Message.Version, context.Message, context.CancellationToken);
}
