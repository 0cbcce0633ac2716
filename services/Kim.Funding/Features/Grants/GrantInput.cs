namespace Kim.Funding.Features;

/// <summary>A grant as requests say it.</summary>
public sealed record GrantInput(
    [property: Required, StringLength(300, MinimumLength = 3), Description("German.")] string Title = "",
    [property: Required, StringLength(80), Description("Key of the programme.")] string Programme = "",
    [property: AllowedValues(null, "MODUL_I", "MODUL_II", "MODUL_III")] string? Module = null,
    [property: Required, StringLength(80), Description("Key of the funding organisation.")] string Funder = "",
    [property: Required, AllowedValues(Instruments.Zuwendung, Instruments.FachbezogenePauschale, Instruments.Zuweisung), Description("ZUWENDUNG, FACHBEZOGENE_PAUSCHALE or ZUWEISUNG: the duties of proof differ.")] string Instrument = "",
    [property: Required, AllowedValues(GrantKinds.Foerderung, GrantKinds.Integrationspauschale), Description("FOERDERUNG or INTEGRATIONSPAUSCHALE (S-08).")] string Kind = "",
    [property: StringLength(100), Description("File number of the Bescheid.")] string? Reference = null,
    [property: Description("Day of the Bescheid.")] DateOnly? ApprovedOn = null,
    [property: Required, Description("First day of the Bewilligungszeitraum.")] DateOnly? AwardFrom = null,
    [property: Description("First day after it; absent is open.")] DateOnly? AwardUntil = null,
    [property: StringLength(300), Description("Document on which it rests (Handlungskonzept, S-48).")] string? Concept = null,
    [property: StringLength(300), Description("Legal basis (S-15).")] string? LegalBasis = null,
    [property: Required, Description("Amounts by budget year; each year once.")] IReadOnlyList<InstalmentInput>? Instalments = null)
{
    /// <summary>The facts, or what is wrong with them.</summary>
    internal async Task<Result<GrantFacts>> ReadAsync(FundingWork work, CancellationToken ct)
    {
        var parts = Instalments ?? [];
        if (AwardUntil <= AwardFrom) return Error.Invalid("period-empty", "The last bound lies after the first day.", "awardUntil");
        if (parts.DistinctBy(part => part.Year).Count() < parts.Count) return Error.Invalid("year-twice", "Each year stands once.", "instalments");
        if (parts.Any(part => !Money.IsInCents(part.AmountEur!.Value))) return Error.Invalid("amount-decimals", "Amounts have two decimals.", "instalments");
        if (!await work.Db.Programmes.AnyAsync(row => row.Key == Programme, ct)) return Error.Invalid("programme-unknown", "The profile has no such programme.", "programme");
        if (!await work.Db.Organisations.AnyAsync(row => row.Key == Funder, ct)) return Error.Invalid("organisation-unknown", "The directory has no such organisation.", "funder");
        return new GrantFacts
        {
            Title = Title,
            Programme = Programme,
            Module = Module,
            Funder = Funder,
            Instrument = Instrument,
            Kind = Kind,
            Reference = Reference,
            ApprovedOn = ApprovedOn,
            AwardFrom = AwardFrom!.Value,
            AwardUntil = AwardUntil,
            Concept = Concept,
            LegalBasis = LegalBasis,
            Instalments = [.. parts.OrderBy(part => part.Year).Select(part => new Instalment(part.Year!.Value, part.AmountEur!.Value))],
        };
    }
}

/// <summary>The amount of a budget year.</summary>
public sealed record InstalmentInput(
    [property: Required, Range(2000, 2100)] int? Year = null,
    [property: Required, Range(typeof(decimal), "0", "1000000000", ParseLimitsInInvariantCulture = true), Description("EUR, two decimals.")] decimal? AmountEur = null);

/// <summary>A version of the Verwendungszeitraum as requests say it.</summary>
public sealed record UsePeriodInput(
    [property: Required, Description("First day on which money may be used.")] DateOnly? From = null,
    [property: Required, Description("First day on which it may no longer.")] DateOnly? Until = null,
    [property: Required, Description("First day on which this version was known: bookings of earlier days are judged by the version before.")] DateOnly? KnownFrom = null,
    [property: Description("Last day for the Verwendungsnachweis.")] DateOnly? ProofDueOn = null,
    [property: StringLength(200), Description("What changed it.")] string? Reference = null)
{
    internal UsePeriod Read() => new(0, From!.Value, Until!.Value, ProofDueOn, KnownFrom!.Value, Reference, Provenance.Office);
}
