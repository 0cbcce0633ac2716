namespace Kim.Funding.Domain;

/// <summary>The legal form of money: the duties of proof differ (domain.md 2.3).</summary>
public static class Instruments
{
    public const string Zuwendung = "ZUWENDUNG";
    public const string FachbezogenePauschale = "FACHBEZOGENE_PAUSCHALE";
    public const string Zuweisung = "ZUWEISUNG";

    /// <summary>All.</summary>
    public static readonly IReadOnlyList<string> All = [Zuwendung, FachbezogenePauschale, Zuweisung];
}

/// <summary>Which side of the balance of S-08 a grant is on.</summary>
public static class GrantKinds
{
    public const string Foerderung = "FOERDERUNG";

    /// <summary>Counts in the refinancing ratio beside the grants.</summary>
    public const string Integrationspauschale = "INTEGRATIONSPAUSCHALE";

    /// <summary>Both.</summary>
    public static readonly IReadOnlyList<string> All = [Foerderung, Integrationspauschale];
}

/// <summary>Who gives what for which purpose.</summary>
public sealed record GrantFacts
{
    public required string Title { get; init; }

    /// <summary>Key of the programme.</summary>
    public required string Programme { get; init; }

    /// <summary>KIM module, if it pays for one.</summary>
    public string? Module { get; init; }

    /// <summary>Key of the funding organisation.</summary>
    public required string Funder { get; init; }

    /// <summary>Code of <see cref="Instruments"/>.</summary>
    public required string Instrument { get; init; }

    /// <summary>Code of <see cref="GrantKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>File number of the Bescheid.</summary>
    public string? Reference { get; init; }

    /// <summary>Day of the Bescheid.</summary>
    public DateOnly? ApprovedOn { get; init; }

    /// <summary>First day of the Bewilligungszeitraum.</summary>
    public required DateOnly AwardFrom { get; init; }

    /// <summary>First day after the Bewilligungszeitraum; null is open.</summary>
    public DateOnly? AwardUntil { get; init; }

    /// <summary>Document on which the grant rests (Handlungskonzept, S-48).</summary>
    public string? Concept { get; init; }

    /// <summary>Legal basis (S-15).</summary>
    public string? LegalBasis { get; init; }

    /// <summary>Amounts by budget year, in cents exact.</summary>
    public required IReadOnlyList<Instalment> Instalments { get; init; }
}

/// <summary>The amount of a budget year.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="AmountEur">EUR, two decimals.</param>
/// <param name="Demo">Invented.</param>
public sealed record Instalment(int Year, decimal AmountEur, bool Demo = false);

/// <summary>A version of the Verwendungszeitraum: it counts from the day on which it was known (S-13, S-14, A-2).</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="From">First day on which money may be used.</param>
/// <param name="Until">First day on which it may no longer.</param>
/// <param name="ProofDueOn">Last day for the Verwendungsnachweis; null where not known.</param>
/// <param name="KnownFrom">First day on which this version was known.</param>
/// <param name="Reference">What changed it.</param>
/// <param name="Provenance">Sources and marks.</param>
public sealed record UsePeriod(
    int Number, DateOnly From, DateOnly Until, DateOnly? ProofDueOn, DateOnly KnownFrom, string? Reference, Provenance Provenance);

/// <summary>A condition of the Bescheid with what proves it.</summary>
/// <param name="Key">Key within the grant.</param>
/// <param name="Title">German.</param>
/// <param name="Evidence">What proves it; empty while it is open.</param>
/// <param name="Provenance">Sources and marks.</param>
public sealed record GrantCondition(string Key, string Title, IReadOnlyList<Evidence> Evidence, Provenance Provenance);

/// <summary>A proof of a condition.</summary>
/// <param name="Kind">COMMITTEE, RESOLUTION, DOCUMENT or APPRAISAL.</param>
/// <param name="Reference">A link into another service (<c>network:committees/...</c>), a document number or the source of a quotation.</param>
/// <param name="Quote">Quoted words (S-50).</param>
/// <param name="On">Its day.</param>
/// <param name="Recorded">Who entered it.</param>
public sealed record Evidence(string Kind, string Reference, string? Quote, DateOnly? On, Entry Recorded);

/// <summary>A grant (Bewilligung) with its periods and conditions.</summary>
public sealed class Grant
{
    private Grant()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>Key in the profile; null for what the office entered.</summary>
    public string? Key { get; private set; }

    public GrantFacts Facts { get; private set; } = null!;

    /// <summary>Key of the programme, for queries.</summary>
    public string Programme { get; private set; } = "";

    public IReadOnlyList<UsePeriod> Periods { get; private set; } = [];

    public IReadOnlyList<GrantCondition> Conditions { get; private set; } = [];

    public Provenance Provenance { get; private set; } = Provenance.Office;

    /// <summary>Who changed it last.</summary>
    public Entry Recorded { get; private set; } = null!;

    /// <summary>A grant is recorded.</summary>
    public static Grant Record(Guid id, GrantFacts facts, Entry by)
    {
        var grant = new Grant { Id = id };
        grant.Change(facts, by);
        return grant;
    }

    /// <summary>Comes from the profile.</summary>
    public Grant FromProfile(string key, Provenance provenance)
    {
        (Key, Provenance) = (key, provenance);
        return this;
    }

    /// <summary>Other facts.</summary>
    public void Change(GrantFacts facts, Entry by) => (Facts, Programme, Recorded) = (facts, facts.Programme, by);

    /// <summary>Another version of the Verwendungszeitraum; the earlier ones stay. Versions are numbered as they became known.</summary>
    public void Extend(UsePeriod period) => Periods =
    [
        .. Periods.Append(period).OrderBy(known => known.KnownFrom).Select((known, index) => known with { Number = index + 1 }),
    ];

    /// <summary>A condition, with the evidence that is known of it already.</summary>
    public void Require(GrantCondition condition) => Conditions =
    [
        .. Conditions.Where(known => known.Key != condition.Key),
        condition with { Evidence = Conditions.SingleOrDefault(known => known.Key == condition.Key)?.Evidence is { Count: > 0 } proven ? proven : condition.Evidence },
    ];

    /// <summary>Proves a condition; false when there is no such condition.</summary>
    public bool Prove(string condition, Evidence evidence)
    {
        if (Conditions.All(known => known.Key != condition)) return false;
        Conditions = [.. Conditions.Select(known => known.Key == condition ? known with { Evidence = [.. known.Evidence, evidence] } : known)];
        return true;
    }

    /// <summary>The version of the Verwendungszeitraum that was known on a day; null before the first.</summary>
    public UsePeriod? PeriodKnownOn(DateOnly day) => Periods.Where(period => period.KnownFrom <= day).MaxBy(period => (period.KnownFrom, period.Number));

    /// <summary>The amount of a budget year.</summary>
    public decimal AmountIn(int year) => Facts.Instalments.Where(part => part.Year == year).Sum(part => part.AmountEur);
}
