using Kim.Contracts.Cases;
using Kim.Funding.Data.Reports;
using MassTransit;

namespace Kim.Funding.Consumers;

/// <summary>A structural need no longer counts.</summary>
internal sealed class OnStructuralNeedWithdrawn(Journal journal) : IConsumer<StructuralNeedWithdrawn>
{
    public Task Consume(ConsumeContext<StructuralNeedWithdrawn> context) =>
        journal.TakeAsync(context.Message.NeedId, context.Message.Version, context.Message, context.CancellationToken);
}
