namespace Kim.Contracts.Cases;

/// <summary>
/// A case manager referred a person to the EBH, with a consent that names it. Published by cases for naturalisation. Carries no fact
/// about the person: naturalisation pulls them from cases by HTTP (scope <c>cases:consented-facts</c>), where the consent is checked
/// at that moment.
/// </summary>
[WireName("kim.cases.naturalisation-referred")]
public sealed record NaturalisationReferred
{
    /// <summary>The referral, naturalisation's own random reference (UUIDv4); cases alone can join it to a case.</summary>
    [PersonReference]
    public required Guid ReferralId { get; init; }

    /// <summary>Version of the referral, shared with <see cref="ConsentWithdrawn"/>.</summary>
    public required long Version { get; init; }

    /// <summary>The day of the referral.</summary>
    public required DateOnly ReferredOn { get; init; }
}

/// <summary>The consent behind a referral was withdrawn: no further disclosure or use. Published by cases for the holder of the reference, so far naturalisation.</summary>
[WireName("kim.cases.consent-withdrawn")]
public sealed record ConsentWithdrawn
{
    /// <summary>The receiver's own reference: the referral.</summary>
    [PersonReference]
    public required Guid Reference { get; init; }

    /// <summary>Version of the referral; higher than that of its start, so a late start does not revive it.</summary>
    public required long Version { get; init; }

    /// <summary>When it was withdrawn, UTC.</summary>
    public required DateTimeOffset WithdrawnAt { get; init; }
}
