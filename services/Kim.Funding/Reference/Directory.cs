using Kim.Funding.Domain;

namespace Kim.Funding.Reference;

/// <summary>An organisation of the profile: employer, carrier or funder.</summary>
public sealed class Organisation
{
    public required string Key { get; init; }

    public required string Name { get; set; }

    /// <summary>Code of the actor type: KI tells the Kommunale Integrationszentrum.</summary>
    public required string ActorType { get; set; }
}

/// <summary>A municipality of the Kreis.</summary>
public sealed class Municipality
{
    /// <summary>Amtlicher Gemeindeschlüssel, text with a leading zero.</summary>
    public required string Ags { get; init; }

    public required string Name { get; set; }
}

/// <summary>A Bezirkszuständigkeit (S-24, S-67): which position serves which municipalities.</summary>
public sealed class District
{
    public required string Key { get; init; }

    /// <summary>Key of the position.</summary>
    public required string Position { get; set; }

    public required IReadOnlyList<string> Ags { get; set; }

    public required DateOnly ValidFrom { get; set; }

    /// <summary>Exclusive; null is open.</summary>
    public DateOnly? ValidUntil { get; set; }

    public required Provenance Provenance { get; set; }
}

/// <summary>A number that the installation sets.</summary>
public sealed class Setting
{
    /// <summary>1 when the upper bound of a programme's age band belongs to it .</summary>
    public const string AgeUpperBoundInclusive = "programmes.ageUpperBoundInclusive";

    public required string Key { get; init; }

    public required int Value { get; set; }
}
