using Kim.Contracts.Cases;
using Kim.Funding.Data.Reports;
using MassTransit;

namespace Kim.Funding.Consumers;

/// <summary>A case manager reported a structural obstacle.</summary>
internal sealed class OnStructuralNeedReported(Journal journal) : IConsumer<StructuralNeedReported>
{
    public Task Consume(ConsumeContext<StructuralNeedReported> context) =>
        journal.TakeAsync(context.Message.NeedId, context.Message.Version, context.Message, context.CancellationToken);
}
