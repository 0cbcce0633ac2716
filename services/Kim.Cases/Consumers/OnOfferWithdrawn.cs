using Kim.Cases.Data;
using Kim.Contracts.Network;
using MassTransit;

namespace Kim.Cases.Consumers;

/// <summary>An offer can no longer be planned; measures that use it keep it.</summary>
internal sealed class OnOfferWithdrawn(CasesDb db) : IConsumer<OfferWithdrawn>
{
    public Task Consume(ConsumeContext<OfferWithdrawn> context) => OfferProjection.WithdrawAsync(
        db, context.Message.OfferId, context.Message.Version, context.CancellationToken);
}
