namespace Kim.Contracts.Network;

/// <summary>An offer is no longer available for new measures; measures that use it keep it.</summary>
[WireName("kim.network.offer-withdrawn")]
public sealed record OfferWithdrawn
{
    /// <summary>The offer.</summary>
    public required Guid OfferId { get; init; }

    /// <summary>Version of the offer, see <see cref="OfferPublished.Version"/>.</summary>
    public required long Version { get; init; }
}
