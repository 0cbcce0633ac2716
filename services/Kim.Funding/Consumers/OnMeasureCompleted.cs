using Kim.Contracts.Network;
using Kim.Funding.Data.Reports;
using MassTransit;

namespace Kim.Funding.Consumers;

/// <summary>A measure is done: the needs of its resolution are solved.</summary>
internal sealed class OnMeasureCompleted(Journal journal) : IConsumer<MeasureCompleted>
{
    public Task Consume(ConsumeContext<MeasureCompleted> context) =>
        journal.TakeAsync(context.Message.MeasureId, context.Message.Version, context.Message, context.CancellationToken);
}
