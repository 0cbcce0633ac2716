namespace Kim.ServiceKit.Profile.Model;

/// <summary>An Act, and what it says about how long funding lasts (S-15, S-17).</summary>
public sealed record LegalBasisEntry : ProfileEntry
{
    /// <summary>Stable key: what other files and services refer to.</summary>
    public required string Key { get; init; }

    /// <summary>Title in German.</summary>
    public required string Title { get; init; }

    /// <summary>Usual abbreviation.</summary>
    public string? Short { get; init; }

    /// <summary>Day of the Act.</summary>
    public DateOnly? AdoptedOn { get; init; }

    /// <summary>First day on which it holds; null is open.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>First day on which it no longer holds; null is open.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Key of the Act that follows it.</summary>
    public string? Successor { get; init; }

    /// <summary>What it funds, limited or permanent.</summary>
    public required IReadOnlyList<LegalFunding> Fundings { get; init; }
}

/// <summary>Whether an Act funds something for a time or for good.</summary>
public sealed record LegalFunding : ProfileEntry
{
    /// <summary>KI, EHRENAMT, DOLMETSCHERPOOL or KIM.</summary>
    public required string Subject { get; init; }

    /// <summary>Title in German.</summary>
    public required string Title { get; init; }

    /// <summary>BEFRISTET or VERSTETIGT.</summary>
    public required string Permanence { get; init; }

    /// <summary>Section of the Act.</summary>
    public string? Provision { get; init; }
}

/// <summary>Where a uniform Hilfeplan procedure exists (D-16).</summary>
public sealed record HilfeplanSourceEntry : ProfileEntry
{
    /// <summary>Stable key: what other files and services refer to.</summary>
    public required string Key { get; init; }

    /// <summary>Title in German.</summary>
    public required string Title { get; init; }

    /// <summary>YES, PARTLY or NO.</summary>
    public required string Uniform { get; init; }

    /// <summary>Code of <see cref="Contracts.Vocabulary.Rechtskreise"/>, where one fits.</summary>
    public string? Rechtskreis { get; init; }

    /// <summary>Section of the law.</summary>
    public string? Provision { get; init; }

    /// <summary>Who writes such plans.</summary>
    public required IReadOnlyList<string> ActorTypes { get; init; }
}

/// <summary><c>diagram.json</c> as a whole: the strategy picture (D-1 to D-17).</summary>
public sealed record DiagramFile
{
    /// <summary>The two labels of levels.</summary>
    public required IReadOnlyList<LevelEntry> Levels { get; init; }

    /// <summary>The boxes in the order of the picture.</summary>
    public required IReadOnlyList<BoxEntry> Items { get; init; }
}

/// <summary>A label of the picture.</summary>
public sealed record LevelEntry : ProfileEntry
{
    /// <summary>STRATEGIC or CASE.</summary>
    public required string Key { get; init; }

    /// <summary>The label.</summary>
    public required string Label { get; init; }
}

/// <summary>A box of the picture with what it stands for in the other files.</summary>
public sealed record BoxEntry : ProfileEntry
{
    /// <summary>Stable key: what other files and services refer to.</summary>
    public required string Key { get; init; }

    /// <summary>Title in German.</summary>
    public required string Title { get; init; }

    /// <summary>The words in the box.</summary>
    public required string Content { get; init; }

    /// <summary>STRATEGIC, BETWEEN, SPANS, CASE or NONE.</summary>
    public required string Level { get; init; }

    /// <summary>The level is a reading of the picture, not in its text.</summary>
    public required bool LevelInferred { get; init; }

    /// <summary>Marker of the box.</summary>
    public string? LegendMarker { get; init; }

    /// <summary>Keys of committees.</summary>
    public required IReadOnlyList<string> Committees { get; init; }

    /// <summary>Keys of organisations.</summary>
    public required IReadOnlyList<string> Organisations { get; init; }

    /// <summary>Keys of positions.</summary>
    public required IReadOnlyList<string> Positions { get; init; }

    /// <summary>Key of a programme.</summary>
    public string? Programme { get; init; }

    /// <summary>Key of a picture or film.</summary>
    public string? Media { get; init; }

    /// <summary>NONE, PARTLY or ALL of it acts with public authority (D-15).</summary>
    public string? Hoheitlich { get; init; }
}
