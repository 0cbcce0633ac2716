using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Kim.Naturalisation.Domain.Facts;

/// <summary>A stay abroad.</summary>
public sealed record Absence
{
    /// <summary>First day abroad.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The day of return; null while it lasts.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Whether the ABH had set a longer period for the return.</summary>
    public bool LongerPeriodSet { get; init; }
}

/// <summary>Marriage or registered partnership with a German (§ 9).</summary>
public sealed record MarriageFact
{
    /// <summary>Day of the marriage.</summary>
    public required DateOnly MarriedOn { get; init; }

    /// <summary>Since when the spouse is German, when that was after the marriage.</summary>
    public DateOnly? PartnerGermanSince { get; init; }

    /// <summary>Day of death or of the final divorce.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>Whether the person has custody of a German child of the marriage.</summary>
    public bool? CustodyOfGermanChild { get; init; }
}

/// <summary>Livelihood, with the prognosis.</summary>
public sealed record LivelihoodFacts
{
    /// <summary>Whether it is secured without SGB II and XII for the foreseeable future (the assessment looks ahead).</summary>
    public bool? Secured { get; init; }

    /// <summary>Benefits; an empty list says that there are none.</summary>
    [MaxLength(50)]
    public IReadOnlyList<Benefit>? Benefits { get; init; }

    /// <summary>Works full-time now.</summary>
    public bool? FullTimeNow { get; init; }

    /// <summary>Months of full-time work in the window of the rule (24 months before the decision).</summary>
    [Range(0, 24)]
    public int? FullTimeMonths { get; init; }

    /// <summary>The same for the spouse or partner, for exception c.</summary>
    public PartnerWork? Partner { get; init; }
}

/// <summary>A benefit.</summary>
public sealed record Benefit
{
    /// <summary>Kind of the benefit; SGB2 and SGB12 count.</summary>
    [Required, AllowedValues("SGB2", "SGB12", "ASYLBLG", "WOHNGELD", "KINDERGELD", "KINDERZUSCHLAG", "ALG1", "BAFOEG", "SONSTIGE")]
    [Description("SGB2, SGB12, ASYLBLG, WOHNGELD, KINDERGELD, KINDERZUSCHLAG, ALG1, BAFOEG, SONSTIGE.")]
    public required string Kind { get; init; }

    /// <summary>First day; null when it is received anyway.</summary>
    public DateOnly? From { get; init; }

    /// <summary>First day without it; null while it is received.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Whether the person is to blame for needing it; null when not judged yet.</summary>
    public bool? OwnFault { get; init; }

    /// <summary>Why it is needed.</summary>
    [AllowedValues("CHILD_CARE", "PENSION", "ILLNESS", "DISABILITY", "CARE_OF_RELATIVES", "TRAINING", "LOW_PAY", "UNEMPLOYMENT", "OTHER", null)]
    [Description("CHILD_CARE, PENSION, ILLNESS, DISABILITY, CARE_OF_RELATIVES, TRAINING, LOW_PAY, UNEMPLOYMENT, OTHER.")]
    public string? Reason { get; init; }

    /// <summary>Whether it is received on a day.</summary>
    public bool ReceivedOn(DateOnly day) => (From is null || From <= day) && (Until is null || day < Until);
}

/// <summary>Work of the spouse or partner, for exception c.</summary>
public sealed record PartnerWork
{
    /// <summary>Works full-time now.</summary>
    public bool? FullTimeNow { get; init; }

    /// <summary>Months of full-time work in the window of the rule.</summary>
    [Range(0, 24)]
    public int? FullTimeMonths { get; init; }

    /// <summary>Lives with the person as a family.</summary>
    public bool? FamilyUnit { get; init; }

    /// <summary>A minor child lives with them.</summary>
    public bool? MinorChild { get; init; }
}

/// <summary>Recruitment of a worker.</summary>
public sealed record RecruitmentFact
{
    /// <summary>GASTARBEITER or DDR_VERTRAGSARBEIT.</summary>
    [Required, AllowedValues("GASTARBEITER", "DDR_VERTRAGSARBEIT"), Description("GASTARBEITER or DDR_VERTRAGSARBEIT.")]
    public required string Scheme { get; init; }

    /// <summary>Day of recruitment or entry of the worker.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Whether the person joined such a worker as the spouse.</summary>
    public bool AsSpouse { get; init; }
}

/// <summary>A conviction.</summary>
public sealed record Conviction
{
    /// <summary>FINE, PRISON (also Jugendstrafe), JUVENILE_MEASURE or SECURITY_MEASURE.</summary>
    [Required, AllowedValues("FINE", "PRISON", "JUVENILE_MEASURE", "SECURITY_MEASURE")]
    [Description("FINE, PRISON (also Jugendstrafe), JUVENILE_MEASURE (Erziehungsmaßregel, Zuchtmittel), SECURITY_MEASURE (§ 61 StGB).")]
    public required string Kind { get; init; }

    /// <summary>Day-fines, or days of prison with a month as 30 days.</summary>
    [Range(0, 20000), Description("Day-fines, or days of prison (a month is 30 days).")]
    public int Units { get; init; }

    /// <summary>Prison: suspended on probation.</summary>
    public bool Suspended { get; init; }

    /// <summary>Prison: remitted after the probation on this day.</summary>
    public DateOnly? RemittedOn { get; init; }

    /// <summary>An antisemitic, racist, xenophobic or other inhuman motive is established in the judgment.</summary>
    public bool? HateMotive { get; init; }

    /// <summary>By a court of another state.</summary>
    public bool Foreign { get; init; }

    /// <summary>The day from which it is, or would be, erasable.</summary>
    public DateOnly? ErasableOn { get; init; }
}

/// <summary>A criminal investigation.</summary>
public sealed record Investigation
{
    /// <summary>Day of its opening.</summary>
    public required DateOnly OpenedOn { get; init; }

    /// <summary>Day of its end; null while it is pending.</summary>
    public DateOnly? ClosedOn { get; init; }
}

/// <summary>German.</summary>
public sealed record LanguageFacts
{
    /// <summary>Overall level of the certificate.</summary>
    [AllowedValues("A1", "A2", "B1", "B2", "C1", "C2", null), Description("Overall level of the certificate, A1 to C2.")]
    public string? Certificate { get; init; }

    /// <summary>Level in writing.</summary>
    [AllowedValues("A1", "A2", "B1", "B2", "C1", "C2", null), Description("Level in writing, A1 to C2.")]
    public string? Writing { get; init; }

    /// <summary>Everyday oral German without notable problems.</summary>
    public bool? OralEveryday { get; init; }

    /// <summary>Serious and lasting efforts are proven (§ 10(4a)).</summary>
    public bool? EffortsProven { get; init; }

    /// <summary>Illness, disability or age make learning impossible (§ 10(6)), with proof.</summary>
    public bool? UnableToLearn { get; init; }

    /// <summary>For children: German that fits the age.</summary>
    public bool? AgeAppropriate { get; init; }
}

/// <summary>School and training in Germany.</summary>
public sealed record SchoolFacts
{
    /// <summary>General school leaving certificate.</summary>
    public bool? LeavingCertificate { get; init; }

    /// <summary>Years of German school with at least 'ausreichend' in German.</summary>
    [Range(0, 20)]
    public int? YearsWithSufficientGerman { get; init; }

    /// <summary>Degree or vocational training in German.</summary>
    public bool? DegreeOrTraining { get; init; }
}

/// <summary>Einbürgerungstest.</summary>
public sealed record TestFacts
{
    /// <summary>Whether it was passed; the points decide where they are given.</summary>
    public bool? Passed { get; init; }

    /// <summary>Correct answers.</summary>
    [Range(0, 100)]
    public int? Points { get; init; }
}

/// <summary>A finding of § 35a.</summary>
public sealed record FraudFinding
{
    /// <summary>WITHDRAWAL, FRAUD, THREAT, BRIBERY or FALSE_STATEMENTS.</summary>
    [Required, AllowedValues("WITHDRAWAL", "FRAUD", "THREAT", "BRIBERY", "FALSE_STATEMENTS")]
    [Description("WITHDRAWAL (of a naturalisation), FRAUD, THREAT, BRIBERY, FALSE_STATEMENTS; attempts as well.")]
    public required string Kind { get; init; }

    /// <summary>The day from which the finding cannot be appealed; null while it can.</summary>
    public DateOnly? UnappealableOn { get; init; }
}
