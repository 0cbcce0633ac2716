using Kim.Contracts.Network;
using Kim.Funding.Data.Reports;
using MassTransit;

namespace Kim.Funding.Consumers;

/// <summary>Work on a measure began.</summary>
internal sealed class OnMeasureStarted(Journal journal) : IConsumer<MeasureStarted>
{
    public Task Consume(ConsumeContext<MeasureStarted> context) =>
        journal.TakeAsync(context.Message.MeasureId, context.Message.Version, context.Message, context.CancellationToken);
}
