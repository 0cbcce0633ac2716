namespace Kim.Contracts.Network;

/// <summary>An offer of the directory became available. Published by network for cases, which keeps it for measures of a Hilfeplan.</summary>
[WireName("kim.network.offer-published")]
public sealed record OfferPublished
{
    /// <summary>The offer.</summary>
    public required Guid OfferId { get; init; }

    /// <summary>Version of the offer, rising by one with each change; shared by published, changed and withdrawn.</summary>
    public required long Version { get; init; }

    /// <summary>The offer as it is now.</summary>
    public required OfferFacts Offer { get; init; }
}

/// <summary>What a receiver keeps of an offer.</summary>
public sealed record OfferFacts
{
    /// <summary>Stable key of the directory.</summary>
    public required string Key { get; init; }

    /// <summary>Title as the directory shows it.</summary>
    public required string Title { get; init; }

    /// <summary>Topic tags (codes).</summary>
    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>Target group in words, if stated.</summary>
    public string? TargetGroup { get; init; }

    /// <summary>AGS served; empty means the whole Kreis.</summary>
    public required IReadOnlyList<string> Ags { get; init; }

    /// <summary>Languages (ISO 639-3) in which it is offered; empty means German.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>Key of the providing organisation.</summary>
    public required string Provider { get; init; }

    /// <summary>Name of the providing organisation.</summary>
    public required string ProviderName { get; init; }

    /// <summary>Places, if limited.</summary>
    public int? Capacity { get; init; }
}
