using Kim.Contracts.Network;
using Kim.ServiceKit.Messaging;

namespace Kim.Network.Reference;

/// <summary>Tells the others of an offer what they do not know yet.</summary>
internal static class OfferEvents
{
    /// <summary>Adds the event that brings the others up to date, if one is due.</summary>
    /// <param name="offer">The offer as it is now.</param>
    /// <param name="changed">Whether its facts changed since the last event.</param>
    /// <param name="today">The day that decides whether it is available.</param>
    /// <param name="events">The outbox.</param>
    public static void Settle(Offer offer, bool changed, DateOnly today, EventBook events)
    {
        var available = offer.AvailableOn(today);
        if (!available && !offer.Published) return;
        if (available && offer.Published && !changed) return;
        offer.Version++;
        if (!available) events.Add(offer.Id, new OfferWithdrawn { OfferId = offer.Id, Version = offer.Version });
        else if (offer.Published) events.Add(offer.Id, new OfferChanged { OfferId = offer.Id, Version = offer.Version, Offer = Facts(offer) });
        else events.Add(offer.Id, new OfferPublished { OfferId = offer.Id, Version = offer.Version, Offer = Facts(offer) });
        offer.Published = available;
    }

    private static OfferFacts Facts(Offer offer) => new()
    {
        Key = offer.Key,
        Title = offer.Title,
        Topics = offer.Topics,
        TargetGroup = offer.TargetGroup,
        Ags = offer.Ags,
        Languages = offer.Languages,
        Provider = offer.Provider,
        ProviderName = offer.ProviderName,
        Capacity = offer.Capacity,
    };
}
