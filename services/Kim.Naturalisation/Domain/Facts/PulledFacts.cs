using System.ComponentModel.DataAnnotations;

namespace Kim.Naturalisation.Domain.Facts;

/// <summary>
/// What cases discloses under the consent, or what is typed into a quick check. Personal data, special category: a residence status
/// tells of flight and persecution.
/// </summary>
public sealed record PulledFacts
{
    /// <summary>Day of birth.</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>Nationalities with their periods.</summary>
    [MaxLength(20)]
    public IReadOnlyList<NationalityFact> Nationalities { get; init; } = [];

    /// <summary>Periods of residence.</summary>
    [MaxLength(100)]
    public IReadOnlyList<ResidenceFact> ResidencePeriods { get; init; } = [];

    /// <summary>AGS of the municipality of residence.</summary>
    [RegularExpression("^[0-9]{8}$")]
    public string? Ags { get; init; }

    /// <summary>Family status as cases tells it, if the consent covers it.</summary>
    [MaxLength(200)]
    public string? FamilyStatus { get; init; }
}

/// <summary>A nationality.</summary>
public sealed record NationalityFact
{
    /// <summary>ISO 3166-1 alpha-3, STATELESS or UNKNOWN.</summary>
    [Required, RegularExpression("^([A-Z]{3}|STATELESS|UNKNOWN)$")]
    public required string Country { get; init; }

    /// <summary>First day; null when not known.</summary>
    public DateOnly? From { get; init; }

    /// <summary>First day without it; null while it lasts.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Whether it is held on a day.</summary>
    public bool HeldOn(DateOnly day) => (From is null || From <= day) && (Until is null || day < Until);
}

/// <summary>A period of residence under one status.</summary>
public sealed record ResidenceFact
{
    /// <summary>Code of domain.md 4.2.</summary>
    [Required, StringLength(30, MinimumLength = 2)]
    public required string Status { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>First day after it; null while it lasts.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The authority that issued the title.</summary>
    [MaxLength(200)]
    public string? IssuedBy { get; init; }

    /// <summary>Whether it covers a day.</summary>
    public bool Covers(DateOnly day) => From <= day && (Until is null || day < Until);
}
