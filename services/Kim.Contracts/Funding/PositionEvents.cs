namespace Kim.Contracts.Funding;

/// <summary>
/// A position is filled by an account from a day on. Published by funding for identity, which gives the account its module and
/// Fachaufsicht (domain.md S-40, 2.3), and so to all services through <c>AccountChanged</c>.
/// </summary>
[WireName("kim.funding.position-filled")]
public sealed record PositionFilled
{
    /// <summary>Key of the position.</summary>
    public required string Position { get; init; }

    /// <summary>Version of the position's occupancy, rising by one with each change, shared with <see cref="PositionVacated"/>.</summary>
    public required long Version { get; init; }

    /// <summary>The account that holds it.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>MODUL_I, MODUL_II, MODUL_III, or null for a position outside KIM.</summary>
    public string? Module { get; init; }

    /// <summary>Key of the employing organisation (Dienstaufsicht).</summary>
    public required string Employer { get; init; }

    /// <summary>Key of the organisation that has the Fachaufsicht, whoever employs.</summary>
    public string? Fachaufsicht { get; init; }

    /// <summary>AGS of the region served; empty means the whole Kreis.</summary>
    public required IReadOnlyList<string> Ags { get; init; }

    /// <summary>Share of a full position that is filled, in VZÄ, two decimals.</summary>
    public required decimal Vzae { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>First day on which it is no longer filled; null while open.</summary>
    public DateOnly? Until { get; init; }
}

/// <summary>A position is vacant again. Published by funding for identity, which takes module and Fachaufsicht back.</summary>
[WireName("kim.funding.position-vacated")]
public sealed record PositionVacated
{
    /// <summary>Key of the position.</summary>
    public required string Position { get; init; }

    /// <summary>Version of the position's occupancy; higher than that of its filling, so a late filling does not revive it.</summary>
    public required long Version { get; init; }

    /// <summary>The account that held it.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>First day on which the position is vacant.</summary>
    public required DateOnly VacantFrom { get; init; }
}
