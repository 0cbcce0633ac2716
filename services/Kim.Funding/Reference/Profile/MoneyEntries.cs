using Kim.ServiceKit.Profile.Model;

namespace Kim.Funding.Reference.Profile;

/// <summary>An entry of <c>decisions.json</c>.</summary>
public sealed record DecisionEntry : ProfileEntry
{
    /// <summary>Stable key.</summary>
    public required string Key { get; init; }

    /// <summary>KREISTAG, KREISAUSSCHUSS, LAND or OTHER.</summary>
    public required string Body { get; init; }

    /// <summary>Key of the organisation that decided.</summary>
    public string? Organisation { get; init; }

    /// <summary>German.</summary>
    public required string Title { get; init; }

    /// <summary>Day of the decision as it is known now.</summary>
    public required DateOnly DecidedOn { get; init; }

    /// <summary>File number.</summary>
    public string? Reference { get; init; }

    /// <summary>What was on record before it was corrected, oldest first.</summary>
    public IReadOnlyList<EarlierDecision> Earlier { get; init; } = [];
}

/// <summary>What a decision was on record with before.</summary>
public sealed record EarlierDecision : ProfileEntry
{
    /// <summary>The day that was on record.</summary>
    public required DateOnly DecidedOn { get; init; }

    /// <summary>Why it was corrected.</summary>
    public required string CorrectedBecause { get; init; }
}

/// <summary>An entry of <c>grants.json</c>.</summary>
public sealed record GrantEntry : ProfileEntry
{
    /// <summary>Stable key.</summary>
    public required string Key { get; init; }

    /// <summary>German.</summary>
    public required string Title { get; init; }

    /// <summary>Key of the programme.</summary>
    public required string Programme { get; init; }

    /// <summary>KIM module.</summary>
    public string? Module { get; init; }

    /// <summary>Key of the funding organisation.</summary>
    public required string Funder { get; init; }

    /// <summary>ZUWENDUNG, FACHBEZOGENE_PAUSCHALE or ZUWEISUNG.</summary>
    public required string Instrument { get; init; }

    /// <summary>FOERDERUNG or INTEGRATIONSPAUSCHALE.</summary>
    public required string Kind { get; init; }

    /// <summary>File number of the Bescheid.</summary>
    public string? Reference { get; init; }

    /// <summary>Day of the Bescheid.</summary>
    public DateOnly? ApprovedOn { get; init; }

    /// <summary>First day of the Bewilligungszeitraum.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Exclusive.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Document on which the grant rests.</summary>
    public string? Concept { get; init; }

    /// <summary>Legal basis.</summary>
    public string? LegalBasis { get; init; }

    /// <summary>Amounts by year.</summary>
    public required IReadOnlyList<InstalmentEntry> Instalments { get; init; }

    /// <summary>Versions of the Verwendungszeitraum.</summary>
    public required IReadOnlyList<UsePeriodEntry> Periods { get; init; }

    /// <summary>Conditions with their evidence.</summary>
    public required IReadOnlyList<ConditionEntry> Conditions { get; init; }
}

/// <summary>An amount of a year.</summary>
public sealed record InstalmentEntry : ProfileEntry
{
    /// <summary>Calendar year.</summary>
    public required int Year { get; init; }

    /// <summary>EUR.</summary>
    public required decimal AmountEur { get; init; }
}

/// <summary>A version of the Verwendungszeitraum.</summary>
public sealed record UsePeriodEntry : ProfileEntry
{
    /// <summary>First day of use.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Exclusive.</summary>
    public required DateOnly ValidUntil { get; init; }

    /// <summary>Last day for the proof.</summary>
    public DateOnly? ProofDueOn { get; init; }

    /// <summary>First day on which this version was known.</summary>
    public required DateOnly KnownFrom { get; init; }

    /// <summary>What changed it.</summary>
    public string? Reference { get; init; }
}

/// <summary>A condition.</summary>
public sealed record ConditionEntry : ProfileEntry
{
    /// <summary>Key within the grant.</summary>
    public required string Key { get; init; }

    /// <summary>German.</summary>
    public required string Title { get; init; }

    /// <summary>What proves it.</summary>
    public required IReadOnlyList<EvidenceEntry> Evidence { get; init; }
}

/// <summary>A proof.</summary>
public sealed record EvidenceEntry : ProfileEntry
{
    /// <summary>COMMITTEE, RESOLUTION, DOCUMENT or APPRAISAL.</summary>
    public required string Kind { get; init; }

    /// <summary>Link or number.</summary>
    public required string Reference { get; init; }

    /// <summary>Quoted words.</summary>
    public string? Quote { get; init; }

    /// <summary>Its day.</summary>
    public DateOnly? On { get; init; }
}

/// <summary>An entry of <c>cost-types.json</c>.</summary>
public sealed record CostTypeEntry : ProfileEntry
{
    /// <summary>Code.</summary>
    public required string Code { get; init; }

    /// <summary>German.</summary>
    public required string Title { get; init; }

    /// <summary>PERSONALKOSTEN, SACHKOSTEN or INTEGRATIONSMASSNAHMEN.</summary>
    public required string Category { get; init; }

    /// <summary>Whether it is a Pensionsrückstellung.</summary>
    public bool PensionProvision { get; init; }

    /// <summary>Which programmes pay for it when.</summary>
    public required IReadOnlyList<EligibilityEntry> Eligibility { get; init; }
}

/// <summary>A rule of eligibility.</summary>
public sealed record EligibilityEntry : ProfileEntry
{
    /// <summary>Key of the programme; absent means any.</summary>
    public string? Programme { get; init; }

    /// <summary>Whether it pays.</summary>
    public required bool Eligible { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Exclusive.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>How many persons it concerns, where a source says so.</summary>
    public int? Headcount { get; init; }
}

/// <summary>An entry of <c>costs.json</c>: invented bookings of the demo.</summary>
public sealed record CostEntry : ProfileEntry
{
    /// <summary>Stable key.</summary>
    public required string Key { get; init; }

    /// <summary>Number of the voucher.</summary>
    public required string Voucher { get; init; }

    /// <summary>Line of the voucher.</summary>
    public required int Line { get; init; }

    /// <summary>Code of the cost type.</summary>
    public required string Type { get; init; }

    /// <summary>EUR.</summary>
    public required decimal AmountEur { get; init; }

    /// <summary>Day of use, also of the booking.</summary>
    public required DateOnly SpentOn { get; init; }

    /// <summary>Key of the grant.</summary>
    public string? Grant { get; init; }

    /// <summary>Key of the position.</summary>
    public string? Position { get; init; }

    /// <summary>Municipality that benefits.</summary>
    public string? Ags { get; init; }
}

/// <summary><c>lump-sums.json</c> as a whole.</summary>
public sealed record LumpSumsFile
{
    /// <summary>How a year is cut by the time of occupancy.</summary>
    public required IReadOnlyList<ProRatingEntry> ProRating { get; init; }

    /// <summary>The lump sums.</summary>
    public required IReadOnlyList<LumpSumEntry> Items { get; init; }
}

/// <summary>A pro-rating rule.</summary>
public sealed record ProRatingEntry : ProfileEntry
{
    /// <summary>WHOLE_MONTHS, STARTED_MONTHS or DAILY.</summary>
    public required string Rule { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Exclusive.</summary>
    public DateOnly? ValidUntil { get; init; }
}

/// <summary>A lump sum.</summary>
public sealed record LumpSumEntry : ProfileEntry
{
    /// <summary>Stable key.</summary>
    public required string Key { get; init; }

    /// <summary>POSITION, ASSISTANCE or WORKPLACE.</summary>
    public required string Kind { get; init; }

    /// <summary>Modules.</summary>
    public required IReadOnlyList<string> Modules { get; init; }

    /// <summary>EUR per year.</summary>
    public required decimal YearlyEur { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Exclusive.</summary>
    public DateOnly? ValidUntil { get; init; }
}
