using Kim.Cases.Data;
using Kim.Contracts.Network;
using MassTransit;

namespace Kim.Cases.Consumers;

/// <summary>An offer became available: it can be planned from now on.</summary>
internal sealed class OnOfferPublished(CasesDb db) : IConsumer<OfferPublished>
{
    public Task Consume(ConsumeContext<OfferPublished> context) => OfferProjection.KeepAsync(
        db, context.Message.OfferId, context.Message.Version, context.Message.Offer, context.CancellationToken);
}
