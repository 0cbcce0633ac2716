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

    /// <summary>Ids of the sources (docs/sources.md).</summary>
    public List<string> Sources { get; init; } = [];
}

/// <summary>An organisation by actor type (S-36).</summary>
internal sealed class Organisation
{
    public required string Key { get; init; }

    public required string Name { get; init; }

    public string? ShortName { get; init; }

    public List<string> Aliases { get; init; } = [];

    /// <summary>The names it has had; empty where it never changed (S-05).</summary>
    public List<NamePeriod> Names { get; init; } = [];

    public required string ActorType { get; init; }

    public string? Ags { get; init; }

    public string? Parent { get; init; }

    /// <summary>True where it acts with sovereign powers: its data never flow into a case file without a legal basis (D-15).</summary>
    public bool Hoheitlich { get; init; }

    public bool Demo { get; init; }

    /// <summary>Ids of the sources (docs/sources.md).</summary>
    public List<string> Sources { get; init; } = [];
}

/// <summary>A name of an organisation while valid.</summary>
/// <param name="Name">Name.</param>
/// <param name="ShortName">Abbreviation.</param>
/// <param name="ValidFrom">First day; null is open.</param>
/// <param name="ValidUntil">Exclusive; null is open.</param>
/// <param name="Assumed">The day still has to be confirmed.</param>
/// <param name="Sources">Where it stands.</param>
public sealed record NamePeriod(string Name, string? ShortName, DateOnly? ValidFrom, DateOnly? ValidUntil, bool Assumed, IReadOnlyList<string> Sources)
{
    /// <summary>Whether the organisation bore it on this day.</summary>
    public bool HoldsOn(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidUntil is null || day < ValidUntil);
}

/// <summary>A tag of the offers of a field of action (S-23).</summary>
/// <param name="Key">Key.</param>
/// <param name="Title">Title.</param>
/// <param name="Topic">Topic code, where one fits.</param>
public sealed record FieldTag(string Key, string Title, string? Topic);

/// <summary>What a field of action consists of, and where it is kept (S-22, S-24).</summary>
/// <param name="Title">Title in the words of the Kreis.</param>
/// <param name="Offer">Key of the offer.</param>
/// <param name="Committee">Key of the committee.</param>
/// <param name="Register">districts or modules.</param>
public sealed record Content(string Title, string? Offer, string? Committee, string? Register);

/// <summary>A field of action of the KI.</summary>
internal sealed class FieldOfAction
{
    public required string Key { get; init; }

    public required string Title { get; init; }

    /// <summary>CONTINUING or NEW.</summary>
    public required string State { get; init; }

    public string? Description { get; init; }

    /// <summary>Actor types with which it is carried out (S-21).</summary>
    public List<string> Partners { get; init; } = [];

    public List<FieldTag> Tags { get; init; } = [];

    public List<Content> Contents { get; init; } = [];

    /// <summary>Place in the list of the profile.</summary>
    public int Position { get; init; }

    /// <summary>Ids of the sources (docs/sources.md).</summary>
    public List<string> Sources { get; init; } = [];
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

    /// <summary>Ids of the sources (docs/sources.md).</summary>
    public List<string> Sources { get; init; } = [];
}
