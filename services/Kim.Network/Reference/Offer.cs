namespace Kim.Network.Reference;

/// <summary>An offer of the directory. It keeps a version and whether others know of it, because they are told of each change.</summary>
internal sealed class Offer
{
    public Guid Id { get; set; }

    public required string Key { get; init; }

    public required string Title { get; init; }

    public string? Description { get; init; }

    public List<string> Topics { get; init; } = [];

    /// <summary>Keys of tags of its field of action.</summary>
    public List<string> Tags { get; init; } = [];

    public string? TargetGroup { get; init; }

    /// <summary>AGS served; empty means the whole Kreis.</summary>
    public List<string> Ags { get; init; } = [];

    /// <summary>ISO 639-3; empty means German.</summary>
    public List<string> Languages { get; init; } = [];

    public required string Provider { get; init; }

    /// <summary>Copied, so that a new name of the provider is a change of the offer.</summary>
    public required string ProviderName { get; init; }

    public required string FieldOfAction { get; init; }

    public string? Programme { get; init; }

    public string? Predecessor { get; init; }

    /// <summary>PLANNED, RUNNING or COMPLETED.</summary>
    public required string State { get; init; }

    public DateOnly? ValidFrom { get; init; }

    /// <summary>Exclusive; null is open.</summary>
    public DateOnly? ValidUntil { get; init; }

    public int? Capacity { get; init; }

    public string? ExternalReference { get; init; }

    /// <summary>True when the profile no longer has it: kept, because measures refer to it.</summary>
    public bool Removed { get; set; }

    public bool Demo { get; init; }

    /// <summary>Rises by one with each event.</summary>
    public long Version { get; set; }

    /// <summary>Whether the last event said that it is available.</summary>
    public bool Published { get; set; }

    /// <summary>Whether it can be used in a new measure on that day.</summary>
    public bool AvailableOn(DateOnly day) =>
        !Removed && State == "RUNNING" && (ValidFrom is null || ValidFrom <= day) && (ValidUntil is null || day < ValidUntil);

    /// <summary>Ids of the sources (docs/sources.md).</summary>
    public List<string> Sources { get; init; } = [];
}
