namespace Kim.Contracts.Identity;

/// <summary>
/// An account was created or changed. Published by identity; every service keeps the last version as its own projection
/// and decides rights from it. Carries no name and no mail address.
/// </summary>
[WireName("kim.identity.account-changed")]
public sealed record AccountChanged
{
    /// <summary>The account; equals the <c>sub</c> claim of its tokens.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>Version of the account, rising by one with each change; a lower one than stored is skipped.</summary>
    public required long Version { get; init; }

    /// <summary>Role codes, see <see cref="Vocabulary.Roles"/>.</summary>
    public required IReadOnlyList<string> Roles { get; init; }

    /// <summary>Key of the employing organisation in the profile: decides the scope 'organisation' and Dienstaufsicht, never Fachaufsicht.</summary>
    public required string Organisation { get; init; }

    /// <summary>Key of the team: decides the scope 'team'.</summary>
    public string? Team { get; init; }

    /// <summary>AGS of the municipalities that the account serves (Bezirkszuständigkeit): decides the scope 'region'. Text, leading zero.</summary>
    public required IReadOnlyList<string> Ags { get; init; }

    /// <summary>Key of the position held, if any: what other services show as the contact instead of a name.</summary>
    public string? Position { get; init; }

    /// <summary>Whether the account may act. A disabled account keeps its row, so that history stays readable.</summary>
    public required bool Active { get; init; }

    /// <summary>KIM module of the position held (MODUL_I, MODUL_II, MODUL_III), from funding's occupancy.</summary>
    public string? Module { get; init; }

    /// <summary>Key of the organisation that has the Fachaufsicht over the position, whoever employs.</summary>
    public string? Fachaufsicht { get; init; }
}
