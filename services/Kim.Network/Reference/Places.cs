namespace Kim.Network.Reference;

/// <summary>A municipality of the Kreis.</summary>
internal sealed class Municipality
{
    public required string Ags { get; init; }

    public required string Name { get; init; }

    /// <summary>STADT or GEMEINDE.</summary>
    public required string Kind { get; init; }

    /// <summary>True for the seat of the Kreis.</summary>
    public bool Seat { get; init; }

    public int Population { get; init; }

    /// <summary>Organisation that is the Jugendamt here.</summary>
    public string? YouthOffice { get; init; }

    /// <summary>Organisation that employs the KIM case management for this municipality since 2022.</summary>
    public string? KimEmployer { get; init; }

    public double Latitude { get; init; }

    public double Longitude { get; init; }
}

/// <summary>An organisation by actor type (S-36).</summary>
internal sealed class Organisation
{
    public required string Key { get; init; }

    public required string Name { get; init; }

    public string? ShortName { get; init; }

    public List<string> Aliases { get; init; } = [];

    public required string ActorType { get; init; }

    public string? Ags { get; init; }

    public string? Parent { get; init; }

    /// <summary>True where it acts with sovereign powers: its data never flow into a case file without a legal basis (D-15).</summary>
    public bool Hoheitlich { get; init; }

    public bool Demo { get; init; }
}

/// <summary>A field of action of the KI.</summary>
internal sealed class FieldOfAction
{
    public required string Key { get; init; }

    public required string Title { get; init; }

    /// <summary>CONTINUING or NEW.</summary>
    public required string State { get; init; }

    public string? Description { get; init; }

    /// <summary>Place in the list of the profile.</summary>
    public int Position { get; init; }
}

/// <summary>Bezirkszuständigkeit: for which municipalities the holder of a position answers, while valid.</summary>
internal sealed class District
{
    public required string Key { get; init; }

    public required string Position { get; init; }

    public List<string> Ags { get; init; } = [];

    public DateOnly ValidFrom { get; init; }

    /// <summary>Exclusive; null is open.</summary>
    public DateOnly? ValidUntil { get; init; }

    public bool Demo { get; init; }
}
