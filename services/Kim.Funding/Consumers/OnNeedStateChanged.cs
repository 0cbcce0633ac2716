using Kim.Contracts.Network;
using Kim.Funding.Data.Reports;
using MassTransit;

namespace Kim.Funding.Consumers;

/// <summary>A theme gained needs or moved on: it tells which needs a resolution answers.</summary>
internal sealed class OnNeedStateChanged(Journal journal) : IConsumer<NeedStateChanged>
{
    public Task Consume(ConsumeContext<NeedStateChanged> context) =>
        journal.TakeAsync(context.Message.ThemeId, context.Message.Version, context.Message, context.CancellationToken);
}
