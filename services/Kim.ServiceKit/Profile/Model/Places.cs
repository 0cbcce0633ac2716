namespace Kim.ServiceKit.Profile.Model;

/// <summary><c>municipalities.json</c> as a whole.</summary>
public sealed record MunicipalitiesFile
{
    /// <summary>The Kreis itself.</summary>
    public required KreisEntry Kreis { get; init; }

    /// <summary>Its municipalities.</summary>
    public required IReadOnlyList<MunicipalityEntry> Items { get; init; }
}

/// <summary>The Kreis of this installation.</summary>
public sealed record KreisEntry : ProfileEntry
{
    /// <summary>First five digits of its municipalities' AGS.</summary>
    public required string Ags { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Regierungsbezirk.</summary>
    public required string Regierungsbezirk { get; init; }

    /// <summary>Inhabitants.</summary>
    public required int Population { get; init; }

    /// <summary>Day of the count.</summary>
    public required DateOnly PopulationOn { get; init; }
}

/// <summary>A municipality of the Kreis.</summary>
public sealed record MunicipalityEntry : ProfileEntry
{
    /// <summary>Amtlicher Gemeindeschlüssel: text with a leading zero.</summary>
    public required string Ags { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>STADT or GEMEINDE.</summary>
    public required string Kind { get; init; }

    /// <summary>Whether the Kreis has its seat here.</summary>
    public required bool Seat { get; init; }

    /// <summary>Inhabitants, rounded.</summary>
    public required int Population { get; init; }

    /// <summary>How good the figure is.</summary>
    public required string PopulationNote { get; init; }

    /// <summary>Key of the responsible Jugendamt.</summary>
    public required string YouthOffice { get; init; }

    /// <summary>Approximate centre, for distances.</summary>
    public required GeoPoint Centre { get; init; }

    /// <summary>Key of the municipality that employs the case managers of its region.</summary>
    public required string KimEmployer { get; init; }
}

/// <summary>A place on the map (WGS 84).</summary>
public sealed record GeoPoint
{
    /// <summary>Degrees north.</summary>
    public required double Latitude { get; init; }

    /// <summary>Degrees east.</summary>
    public required double Longitude { get; init; }
}

/// <summary>An organisation that takes part in cases, offers or committees.</summary>
public sealed record OrganisationEntry : ProfileEntry
{
    /// <summary>Stable key: what other files and services refer to.</summary>
    public required string Key { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Usual abbreviation.</summary>
    public string? ShortName { get; init; }

    /// <summary>Other names in use.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The names it has had, by period (S-05); empty where it never changed.</summary>
    public IReadOnlyList<DatedName> Names { get; init; } = [];

    /// <summary>Code of <see cref="Contracts.Vocabulary.ActorTypes"/>.</summary>
    public required string ActorType { get; init; }

    /// <summary>AGS, where it belongs to one municipality.</summary>
    public string? Ags { get; init; }

    /// <summary>Key of the organisation that it is a part of.</summary>
    public string? Parent { get; init; }

    /// <summary>Acts with public authority: restricts sharing on consent.</summary>
    public required bool Hoheitlich { get; init; }
}

/// <summary>A name of an organisation while valid.</summary>
public sealed record DatedName : ProfileEntry
{
    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Usual abbreviation.</summary>
    public string? ShortName { get; init; }

    /// <summary>First day on which it holds; null is open.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>First day on which it no longer holds; null is open.</summary>
    public DateOnly? ValidUntil { get; init; }
}
