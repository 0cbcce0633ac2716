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

    /// <summary>Actor types with which it is carried out (S-21).</summary>
    public IReadOnlyList<string> Partners { get; init; } = [];

    /// <summary>Tags of its offers and of needs (S-23).</summary>
    public IReadOnlyList<TopicTag> Tags { get; init; } = [];

    /// <summary>What it consists of, in the words and order of the Kreis (S-22, S-24).</summary>
    public IReadOnlyList<FieldContent> Contents { get; init; } = [];
}

/// <summary>A tag of a Handlungsfeld.</summary>
public sealed record TopicTag
{
    /// <summary>Stable key: what other files and services refer to.</summary>
    public required string Key { get; init; }

    /// <summary>Title in German.</summary>
    public required string Title { get; init; }

    /// <summary>Code of <see cref="Contracts.Vocabulary.Topics"/>, where one fits.</summary>
    public string? Topic { get; init; }
}

/// <summary>A content of a Handlungsfeld with the place where it is kept.</summary>
public sealed record FieldContent
{
    /// <summary>Title in German.</summary>
    public required string Title { get; init; }

    /// <summary>Key of the offer.</summary>
    public string? Offer { get; init; }

    /// <summary>Key of the committee.</summary>
    public string? Committee { get; init; }

    /// <summary>districts or modules: a register of its own.</summary>
    public string? Register { get; init; }
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

    /// <summary>Keys of tags of its Handlungsfeld.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

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

    /// <summary>BEFRISTET or VERSTETIGT; null where the source is silent.</summary>
    public string? Permanence { get; init; }

    /// <summary>Key of the programme that went before.</summary>
    public string? Forerunner { get; init; }

    /// <summary>Roles in a case that it pays for (D-13, D-14).</summary>
    public IReadOnlyList<ProgrammeRole> Roles { get; init; } = [];

    /// <summary>Versions of the period in which its money may be used (S-13, S-14, A-2).</summary>
    public IReadOnlyList<UsagePeriod> UsagePeriods { get; init; } = [];

    /// <summary>Its Bausteine.</summary>
    public required IReadOnlyList<ProgrammeComponent> Components { get; init; }
}

/// <summary>A role in a case that a programme pays for.</summary>
public sealed record ProgrammeRole : ProfileEntry
{
    /// <summary>Stable key: what other files and services refer to.</summary>
    public required string Key { get; init; }

    /// <summary>Title in German.</summary>
    public required string Title { get; init; }

    /// <summary>Marker of the strategy picture.</summary>
    public string? LegendMarker { get; init; }

    /// <summary>Keys of the positions.</summary>
    public IReadOnlyList<string> Positions { get; init; } = [];
}

/// <summary>A version of a Verwendungszeitraum; each stays when the next one comes.</summary>
public sealed record UsagePeriod : ProfileEntry
{
    /// <summary>Day from which this version was known.</summary>
    public required DateOnly KnownFrom { get; init; }

    /// <summary>First day of use.</summary>
    public required DateOnly From { get; init; }

    /// <summary>First day on which the money may no longer be used.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>Day on which the proof is due.</summary>
    public DateOnly? ProofDueOn { get; init; }
}

/// <summary>A Baustein; it may have no offer at all, and reports say so.</summary>
public sealed record ProgrammeComponent : ProfileEntry
{
    /// <summary>Stable key: what other files and services refer to.</summary>
    public required string Key { get; init; }

    /// <summary>Number within the programme: its place.</summary>
    public required int Number { get; init; }

    /// <summary>What the programme calls it, for example 'Baustein A'.</summary>
    public string? Code { get; init; }

    /// <summary>Key of the component that it is a part of.</summary>
    public string? PartOf { get; init; }

    /// <summary>KIM module.</summary>
    public string? Module { get; init; }

    /// <summary>Title in German.</summary>
    public required string Title { get; init; }

    /// <summary>OFFERED, COMPLETED, NO_OFFER ('kein Angebot') or NOT_STATED.</summary>
    public required string State { get; init; }

    /// <summary>Keys of the offers that carry it out.</summary>
    public required IReadOnlyList<string> Offers { get; init; }

    /// <summary>Who carries it.</summary>
    public required IReadOnlyList<ProgrammeCarrier> Carriers { get; init; }

    /// <summary>First day on which it holds; null is open.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>First day on which it no longer holds (A-4: an end per Baustein); null is open.</summary>
    public DateOnly? ValidUntil { get; init; }
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
