namespace Kim.ServiceKit.Profile.Model;

/// <summary>A Handlungsfeld.</summary>
public sealed record FieldOfActionEntry : ProfileEntry
{
    /// <summary>Stable key: what other files and services refer to.</summary>
    public required string Key { get; init; }

    /// <summary>Title in German.</summary>
    public required string Title { get; init; }

    /// <summary>CONTINUING or NEW.</summary>
    public required string State { get; init; }

    /// <summary>What it is about.</summary>
    public string? Description { get; init; }
}

/// <summary>An offer of the directory.</summary>
public sealed record OfferEntry : ProfileEntry
{
    /// <summary>Stable key: what other files and services refer to.</summary>
    public required string Key { get; init; }

    /// <summary>Title in German.</summary>
    public required string Title { get; init; }

    /// <summary>What it is about.</summary>
    public string? Description { get; init; }

    /// <summary>Codes of <see cref="Contracts.Vocabulary.Topics"/>.</summary>
    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>For whom, if stated.</summary>
    public string? TargetGroup { get; init; }

    /// <summary>AGS served; empty means the whole Kreis.</summary>
    public required IReadOnlyList<string> Ags { get; init; }

    /// <summary>ISO 639-3 codes; empty means German.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>Key of the providing organisation.</summary>
    public required string Provider { get; init; }

    /// <summary>Key of the Handlungsfeld.</summary>
    public required string FieldOfAction { get; init; }

    /// <summary>Key of the programme that pays for it.</summary>
    public string? Programme { get; init; }

    /// <summary>Key of the offer that prepares for it (Vorkurs).</summary>
    public string? Predecessor { get; init; }

    /// <summary>PLANNED, RUNNING or COMPLETED.</summary>
    public required string State { get; init; }

    /// <summary>First day on which it holds; null is open.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>First day on which it no longer holds; null is open.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Places, if limited.</summary>
    public int? Capacity { get; init; }

    /// <summary>Catalogue that describes it in full.</summary>
    public string? ExternalReference { get; init; }
}

/// <summary>A programme that is limited in time.</summary>
public sealed record ProgrammeEntry : ProfileEntry
{
    /// <summary>Stable key: what other files and services refer to.</summary>
    public required string Key { get; init; }

    /// <summary>Title in German.</summary>
    public required string Title { get; init; }

    /// <summary>Key of the funding organisation.</summary>
    public string? Funder { get; init; }

    /// <summary>For whom.</summary>
    public string? TargetGroup { get; init; }

    /// <summary>Least age.</summary>
    public int? AgeFrom { get; init; }

    /// <summary>Greatest age; whether it is included is a setting.</summary>
    public int? AgeUntil { get; init; }

    /// <summary>Residence status codes of the target group; empty means any.</summary>
    public required IReadOnlyList<string> Statuses { get; init; }

    /// <summary>First day on which it holds; null is open.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>First day on which it no longer holds; null is open.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Its Bausteine.</summary>
    public required IReadOnlyList<ProgrammeComponent> Components { get; init; }
}

/// <summary>A Baustein; it may have no offer at all, and reports say so.</summary>
public sealed record ProgrammeComponent : ProfileEntry
{
    /// <summary>Stable key: what other files and services refer to.</summary>
    public required string Key { get; init; }

    /// <summary>Number within the programme.</summary>
    public required int Number { get; init; }

    /// <summary>Title in German.</summary>
    public required string Title { get; init; }

    /// <summary>OFFERED, COMPLETED or NO_OFFER.</summary>
    public required string State { get; init; }

    /// <summary>Keys of the offers that carry it out.</summary>
    public required IReadOnlyList<string> Offers { get; init; }

    /// <summary>Who carries it.</summary>
    public required IReadOnlyList<ProgrammeCarrier> Carriers { get; init; }
}

/// <summary>A carrier of a Baustein.</summary>
public sealed record ProgrammeCarrier
{
    /// <summary>Key of the organisation.</summary>
    public required string Organisation { get; init; }

    /// <summary>Positions (VZÄ), if stated.</summary>
    public decimal? Fte { get; init; }

    /// <summary>First day on which it holds; null is open.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>First day on which it no longer holds; null is open.</summary>
    public DateOnly? ValidUntil { get; init; }
}
