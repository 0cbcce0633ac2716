namespace Kim.Naturalisation.Domain.Rules;

/// <summary>What every part of the rules says about itself.</summary>
public abstract record RuleSection
{
    /// <summary>Ids of the sources (docs/sources.md).</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>A parameter that somebody still has to confirm.</summary>
    public bool Assumed { get; init; }

    /// <summary>What a reader should know, in German.</summary>
    public string? Note { get; init; }
}

/// <summary>An age limit.</summary>
public sealed record AgeSection : RuleSection
{
    /// <summary>Completed years of life from which it holds.</summary>
    public required int FromAge { get; init; }
}

/// <summary>Who must sign the commitments, and which.</summary>
public sealed record CommitmentSection : RuleSection
{
    /// <summary>Completed years of life from which they must be signed.</summary>
    public required int FromAge { get; init; }

    /// <summary>Whether the commitment of no. 1a (historical responsibility) is asked for.</summary>
    public required bool Historical { get; init; }
}

/// <summary>The exclusion list of § 10(1) no. 2.</summary>
public sealed record TitleSection : RuleSection
{
    /// <summary>Codes of residence statuses that do not suffice.</summary>
    public required IReadOnlyList<ExcludedTitle> Excluded { get; init; }

    /// <summary>Codes that suffice by the list but that the officer should confirm.</summary>
    public IReadOnlyList<string> ToConfirm { get; init; } = [];

    /// <summary>Whether a permit is excluded on a day.</summary>
    public bool Excludes(string status, DateOnly day) => Excluded.Any(entry => entry.Status == status && (entry.ValidFrom is null || entry.ValidFrom <= day));
}

/// <summary>A title on the exclusion list.</summary>
/// <param name="Status">Code of the residence status.</param>
/// <param name="ValidFrom">The day on which it came onto the list, when that was after the start of the rule set.</param>
public sealed record ExcludedTitle(string Status, DateOnly? ValidFrom = null);

/// <summary>Length and continuity of lawful residence (§ 10(1), (3), § 9, § 12b).</summary>
public sealed record ResidenceSection : RuleSection
{
    /// <summary>Years of lawful residence.</summary>
    public required int Years { get; init; }

    /// <summary>Years after a passed Integrationskurs, where the law shortens for it.</summary>
    public int? CourseYears { get; init; }

    /// <summary>Shortening at discretion for special integration achievements, where there is one.</summary>
    public SpecialSection? Special { get; init; }

    /// <summary>Longest harmless stay abroad, in months.</summary>
    public required int HarmlessAbsenceMonths { get; init; }

    /// <summary>Years of earlier residence that may be credited after a longer absence.</summary>
    public required int CreditYears { get; init; }

    /// <summary>Longest gap, in months, that may come from a late renewal (§ 12b(3)) and is judged by a human.</summary>
    public required int GapReviewMonths { get; init; }
}

/// <summary>Shortening for special integration achievements (§ 10(3)).</summary>
public sealed record SpecialSection : RuleSection
{
    /// <summary>Least years.</summary>
    public required int Years { get; init; }

    /// <summary>Least level of German, if one is asked for.</summary>
    public string? LanguageLevel { get; init; }

    /// <summary>Whether the livelihood must be secured without any exception.</summary>
    public bool LivelihoodNeeded { get; init; }
}

/// <summary>Livelihood without benefits of SGB II and XII, and its exceptions.</summary>
public sealed record LivelihoodSection : RuleSection
{
    /// <summary>Kinds of benefits that count.</summary>
    public required IReadOnlyList<string> HarmfulBenefits { get; init; }

    /// <summary>Whether a benefit that is not the person's own fault is harmless.</summary>
    public required bool NoFaultHarmless { get; init; }

    /// <summary>Relief group: recruited workers and the spouses who joined them (exception a; oral German; no test).</summary>
    public IReadOnlyList<RecruitmentScheme> Recruitment { get; init; } = [];

    /// <summary>Months of full-time work asked for by exceptions b and c; null where they do not exist.</summary>
    public int? FullTimeMonths { get; init; }

    /// <summary>The window in which those months are counted, in months.</summary>
    public int? FullTimeWindowMonths { get; init; }

    /// <summary>The last day of application under which the old no. 3 still holds if more favourable (§ 40a); null where there is no transition.</summary>
    public DateOnly? OldRuleAppliedUntil { get; init; }
}

/// <summary>A scheme of recruitment whose workers have relief.</summary>
/// <param name="Scheme">GASTARBEITER or DDR_VERTRAGSARBEIT.</param>
/// <param name="LastDay">Last day of recruitment or entry.</param>
public sealed record RecruitmentScheme(string Scheme, DateOnly LastDay);

/// <summary>Giving up the previous nationality.</summary>
public sealed record NationalitySection : RuleSection
{
    /// <summary>Whether it must be given up.</summary>
    public required bool Renunciation { get; init; }

    /// <summary>States whose nationals may keep theirs (ISO 3166-1 alpha-3, STATELESS).</summary>
    public IReadOnlyList<string> ExemptStates { get; init; } = [];

    /// <summary>Residence statuses whose holders may keep theirs.</summary>
    public IReadOnlyList<string> ExemptStatuses { get; init; } = [];

    /// <summary>Statuses that follow an exempt one and keep the exemption.</summary>
    public IReadOnlyList<string> ExemptFollowUps { get; init; } = [];
}

/// <summary>Convictions that do not count (§ 12a). One day-fine counts as one day of prison, a month of prison as 30 days.</summary>
public sealed record CrimeSection : RuleSection
{
    /// <summary>Sum of day-fines and days up to which all is ignored.</summary>
    public required int IgnoredUnits { get; init; }

    /// <summary>Excess over it that is slight: an individual decision.</summary>
    public required int SlightExcessUnits { get; init; }
}

/// <summary>Proof of German.</summary>
public sealed record LanguageSection : RuleSection
{
    /// <summary>Least level of a certificate, orally and in writing.</summary>
    public required string Level { get; init; }

    /// <summary>Years of German school with sufficient German that prove it.</summary>
    public required int SchoolYears { get; init; }

    /// <summary>Whether everyday oral German suffices for the relief group (§ 10(4)).</summary>
    public required bool OralRelief { get; init; }

    /// <summary>Whether failed serious efforts open the oral relief of § 10(4a).</summary>
    public required bool HardshipRelief { get; init; }

    /// <summary>Age under which age-appropriate German is asked for.</summary>
    public required int AgeAppropriateUnder { get; init; }
}

/// <summary>Einbürgerungstest.</summary>
public sealed record TestSection : RuleSection
{
    /// <summary>Correct answers that pass.</summary>
    public required int Points { get; init; }

    /// <summary>Questions of the test.</summary>
    public required int Questions { get; init; }

    /// <summary>Completed years of life from which it is asked for.</summary>
    public required int FromAge { get; init; }

    /// <summary>Whether the relief group needs none.</summary>
    public required bool ReliefExempt { get; init; }
}

/// <summary>What excludes a naturalisation.</summary>
public sealed record ExclusionSection : RuleSection
{
    /// <summary>Whether integration into German living conditions is a requirement of its own.</summary>
    public required bool LivingConditions { get; init; }

    /// <summary>Whether polygamy and disregard of equality exclude (§ 11 since StARModG).</summary>
    public required bool Equality { get; init; }
}

/// <summary>The bar after fraud (§ 35a).</summary>
public sealed record BarSection : RuleSection
{
    /// <summary>Its length in years, from the unappealable decision on.</summary>
    public required int Years { get; init; }
}

/// <summary>A route to naturalisation.</summary>
public sealed record RouteSection : RuleSection
{
    /// <summary>STAG_10, STAG_9 or STAG_8.</summary>
    public required string Route { get; init; }

    /// <summary>Requirements that cannot be refused outright on this route: what is not met is a matter of discretion.</summary>
    public IReadOnlyList<string> Discretion { get; init; } = [];

    /// <summary>Years of lawful residence on this route, when other than the general ones.</summary>
    public int? Years { get; init; }

    /// <summary>Years of marriage to a German on this route, when asked for.</summary>
    public int? MarriageYears { get; init; }

    /// <summary>Months after death or divorce within which an application is still possible, with custody of a German child.</summary>
    public int? AfterMarriageMonths { get; init; }
}
