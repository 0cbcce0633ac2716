namespace Kim.Contracts.Network;

/// <summary>An offer changed. Carries the whole offer, so that a receiver needs no earlier event.</summary>
[WireName("kim.network.offer-changed")]
public sealed record OfferChanged
{
    /// <summary>The offer.</summary>
    public required Guid OfferId { get; init; }

    /// <summary>Version of the offer, see <see cref="OfferPublished.Version"/>.</summary>
    public required long Version { get; init; }

    /// <summary>The offer as it is now.</summary>
    public required OfferFacts Offer { get; init; }
}
