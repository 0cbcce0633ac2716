namespace Kim.Contracts.Naturalisation;

/// <summary>A consultation (Beratung) about naturalisation took place. Published by naturalisation for cases, which shows it in the case.</summary>
[WireName("kim.naturalisation.counselling-held")]
public sealed record CounsellingHeld
{
    /// <summary>The referral, as cases gave it.</summary>
    [PersonReference]
    public required Guid ReferralId { get; init; }

    /// <summary>Version of the procedure, rising by one with each step, shared by all its events.</summary>
    public required long Version { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly HeldOn { get; init; }
}

/// <summary>An application for naturalisation was filed. Published by naturalisation for cases.</summary>
[WireName("kim.naturalisation.application-filed")]
public sealed record ApplicationFiled
{
    /// <summary>The referral, as cases gave it.</summary>
    [PersonReference]
    public required Guid ReferralId { get; init; }

    /// <summary>Version of the procedure, see <see cref="CounsellingHeld.Version"/>.</summary>
    public required long Version { get; init; }

    /// <summary>Route code: <c>STAG_10</c>, <c>STAG_9</c>, <c>STAG_8</c>.</summary>
    public required string Route { get; init; }

    /// <summary>The day of the application.</summary>
    public required DateOnly FiledOn { get; init; }
}

/// <summary>The authority decided. Published by naturalisation for cases. Carries no reason.</summary>
[WireName("kim.naturalisation.decision-made")]
public sealed record DecisionMade
{
    /// <summary>The referral, as cases gave it.</summary>
    [PersonReference]
    public required Guid ReferralId { get; init; }

    /// <summary>Version of the procedure, see <see cref="CounsellingHeld.Version"/>.</summary>
    public required long Version { get; init; }

    /// <summary>GRANTED, REFUSED or WITHDRAWN.</summary>
    public required string Outcome { get; init; }

    /// <summary>The day of the decision.</summary>
    public required DateOnly DecidedOn { get; init; }
}

/// <summary>The Urkunde was handed over: the naturalisation is effective (§ 16 StAG). Published by naturalisation for cases.</summary>
[WireName("kim.naturalisation.citizenship-conferred")]
public sealed record CitizenshipConferred
{
    /// <summary>The referral, as cases gave it.</summary>
    [PersonReference]
    public required Guid ReferralId { get; init; }

    /// <summary>Version of the procedure, see <see cref="CounsellingHeld.Version"/>.</summary>
    public required long Version { get; init; }

    /// <summary>The day of the hand-over.</summary>
    public required DateOnly ConferredOn { get; init; }
}
