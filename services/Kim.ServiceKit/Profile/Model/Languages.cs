namespace Kim.ServiceKit.Profile.Model;

/// <summary>A language.</summary>
public sealed record LanguageEntry : ProfileEntry
{
    /// <summary>ISO 639-3.</summary>
    public required string Code { get; init; }

    /// <summary>German name.</summary>
    public required string Name { get; init; }

    /// <summary>English name.</summary>
    public required string NameEn { get; init; }

    /// <summary>Whether the pool interprets it; false for German itself.</summary>
    public required bool Interpreting { get; init; }

    /// <summary>Dialects that matter for understanding.</summary>
    public required IReadOnlyList<DialectEntry> Dialects { get; init; }
}

/// <summary>A dialect of a language.</summary>
public sealed record DialectEntry
{
    /// <summary>ISO 639-3.</summary>
    public required string Code { get; init; }

    /// <summary>German name.</summary>
    public required string Name { get; init; }

    /// <summary>English name.</summary>
    public required string NameEn { get; init; }
}
