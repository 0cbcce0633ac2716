using Kim.Cases.Data;
using Kim.Contracts.Network;
using MassTransit;

namespace Kim.Cases.Consumers;

/// <summary>An offer changed: the whole of it comes along.</summary>
internal sealed class OnOfferChanged(CasesDb db) : IConsumer<OfferChanged>
{
    public Task Consume(ConsumeContext<OfferChanged> context) => OfferProjection.KeepAsync(
        db, context.Message.OfferId, context.Message.Version, context.Message.Offer, context.CancellationToken);
}
