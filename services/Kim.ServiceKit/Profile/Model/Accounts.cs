namespace Kim.ServiceKit.Profile.Model;

/// <summary>An account of the demo; its password is random per installation and never in the profile.</summary>
public sealed record DemoAccountEntry : ProfileEntry
{
    /// <summary>Fixed id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Login name.</summary>
    public required string Name { get; init; }

    /// <summary>Name shown.</summary>
    public required string DisplayName { get; init; }

    /// <summary>Codes of <see cref="Contracts.Vocabulary.Roles"/>.</summary>
    public required IReadOnlyList<string> Roles { get; init; }

    /// <summary>Key of the organisation.</summary>
    public required string Organisation { get; init; }

    /// <summary>Key of the team.</summary>
    public string? Team { get; init; }

    /// <summary>AGS of its region; empty means none.</summary>
    public required IReadOnlyList<string> Ags { get; init; }

    /// <summary>Key of the position held.</summary>
    public string? Position { get; init; }
}

/// <summary>A number that an installation may set.</summary>
public sealed record SettingEntry : ProfileEntry
{
    /// <summary>Key.</summary>
    public required string Key { get; init; }

    /// <summary>Value.</summary>
    public required int Value { get; init; }

    /// <summary>Unit in English.</summary>
    public required string Unit { get; init; }

    /// <summary>Title in German.</summary>
    public required string Title { get; init; }
}
