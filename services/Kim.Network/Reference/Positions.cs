namespace Kim.Network.Reference;

/// <summary>A KIM module ('Baustein' in the words of the Land) with its quotas.</summary>
internal sealed class KimModule
{
    public required string Key { get; init; }

    public required string Title { get; init; }

    public List<string> Synonyms { get; init; } = [];

    public required string Purpose { get; init; }

    /// <summary>Organisations that may employ; empty means any.</summary>
    public List<string> AllowedEmployers { get; init; } = [];

    /// <summary>Exact upper share outside the KI: a fraction, because two thirds have no decimal form.</summary>
    public Fraction? MaxOutsideKi { get; init; }

    public List<Quota> Quotas { get; init; } = [];

    /// <summary>Ids of the sources (docs/sources.md).</summary>
    public List<string> Sources { get; init; } = [];
}

/// <summary>An exact fraction.</summary>
/// <param name="Numerator">Numerator.</param>
/// <param name="Denominator">Denominator.</param>
public sealed record Fraction(int Numerator, int Denominator);

/// <summary>A quota of full-time equivalents while valid.</summary>
/// <param name="Fte">VZÄ.</param>
/// <param name="ValidFrom">First day.</param>
/// <param name="ValidUntil">Exclusive; null is open.</param>
/// <param name="Assumed">A real setting that still has to be confirmed.</param>
public sealed record Quota(decimal Fte, DateOnly ValidFrom, DateOnly? ValidUntil, bool Assumed);

/// <summary>A position of KIM or of a neighbouring programme: employer, region served and Fachaufsicht are three things.</summary>
internal sealed class Position
{
    public required string Key { get; init; }

    public required string Title { get; init; }

    public string? Module { get; init; }

    public List<string> Programmes { get; init; } = [];

    public decimal Fte { get; init; }

    public required string Employer { get; init; }

    public List<string> RegionServed { get; init; } = [];

    public string? Fachaufsicht { get; init; }

    /// <summary>VACANT, RECRUITING or FILLED.</summary>
    public required string State { get; init; }

    public DateOnly ValidFrom { get; init; }

    /// <summary>Exclusive; null is open.</summary>
    public DateOnly? ValidUntil { get; init; }

    public bool Demo { get; init; }

    /// <summary>Ids of the sources (docs/sources.md).</summary>
    public List<string> Sources { get; init; } = [];
}

/// <summary>A number that the installation sets.</summary>
internal sealed class Setting
{
    /// <summary>How many open needs of one topic make a theme visible.</summary>
    public const string ThemeThreshold = "themeThreshold";

    /// <summary>The smallest count that leaves the network's coordinators.</summary>
    public const string SmallCellThreshold = "smallCellThreshold";

    public required string Key { get; init; }

    public int Value { get; init; }

    public required string Unit { get; init; }

    public required string Title { get; init; }
}
