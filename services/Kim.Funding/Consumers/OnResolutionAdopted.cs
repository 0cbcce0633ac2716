using Kim.Contracts.Network;
using Kim.Funding.Data.Reports;
using MassTransit;

namespace Kim.Funding.Consumers;

/// <summary>A committee decided on a theme: its needs are adopted.</summary>
internal sealed class OnResolutionAdopted(Journal journal) : IConsumer<ResolutionAdopted>
{
    public Task Consume(ConsumeContext<ResolutionAdopted> context) =>
        journal.TakeAsync(context.Message.ResolutionId, context.Message.Version, context.Message, context.CancellationToken);
}
