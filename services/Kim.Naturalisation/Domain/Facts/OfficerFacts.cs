using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Kim.Naturalisation.Domain.Facts;

/// <summary>
/// What the officer adds in the form of the check. Each fact may be unknown (null), which is never taken for a good one: the verdict
/// names it as missing. An empty list says 'there are none'. Personal data, special category.
/// </summary>
public sealed record OfficerFacts
{
    /// <summary>For a person under 16: represented by the parents or a guardian.</summary>
    [Description("For a person under 16: represented by the parents or a guardian.")]
    public bool? Represented { get; init; }

    /// <summary>Identity clarified: YES, NO, PARTLY.</summary>
    [AllowedValues("YES", "NO", "PARTLY", null), Description("YES, NO or PARTLY.")]
    public string? IdentityClarified { get; init; }

    /// <summary>Nationality clarified: YES, NO, PARTLY.</summary>
    [AllowedValues("YES", "NO", "PARTLY", null), Description("YES, NO or PARTLY.")]
    public string? NationalityClarified { get; init; }

    /// <summary>Day of the commitment to the free democratic basic order with the Loyalitätserklärung.</summary>
    [Description("Commitment to the free democratic basic order and Loyalitätserklärung: the day of the signature.")]
    public DateOnly? FdgoSignedOn { get; init; }

    /// <summary>Day of the commitment of § 10(1) no. 1a.</summary>
    [Description("Commitment of § 10(1) no. 1a (historical responsibility): the day of the signature.")]
    public DateOnly? HistSignedOn { get; init; }

    /// <summary>Whether the title of a family member of an EU citizen is a durable one.</summary>
    [Description("EU_FAM only: whether the right of the family member is a durable one.")]
    public bool? FamilyTitleDurable { get; init; }

    /// <summary>Stays abroad.</summary>
    [MaxLength(100), Description("Stays abroad; an empty list says that there were none.")]
    public IReadOnlyList<Absence>? Absences { get; init; }

    /// <summary>Whether an Integrationskurs was passed.</summary>
    public bool? IntegrationCoursePassed { get; init; }

    /// <summary>Special integration achievements.</summary>
    [MaxLength(10), Description("JOB, SCHOOL, VOLUNTEERING, HIGHER_GERMAN; an empty list says that there are none.")]
    public IReadOnlyList<string>? SpecialAchievements { get; init; }

    /// <summary>Marriage or registered partnership with a German.</summary>
    public MarriageFact? Marriage { get; init; }

    /// <summary>Livelihood.</summary>
    public LivelihoodFacts? Livelihood { get; init; }

    /// <summary>Recruited as Gastarbeiter or DDR-Vertragsarbeitnehmer.</summary>
    public RecruitmentFact? Recruitment { get; init; }

    /// <summary>Whether the previous nationality will be given up (decisions before 2024-06-27).</summary>
    public bool? RenunciationWilling { get; init; }

    /// <summary>Whether the other state does not let its nationals go, or only on unacceptable terms.</summary>
    public bool? RenunciationImpossible { get; init; }

    /// <summary>Convictions.</summary>
    [MaxLength(50), Description("Convictions; an empty list says that the register has none.")]
    public IReadOnlyList<Conviction>? Convictions { get; init; }

    /// <summary>Investigations.</summary>
    [MaxLength(50), Description("Criminal investigations; an empty list says that the query found none.")]
    public IReadOnlyList<Investigation>? Investigations { get; init; }

    /// <summary>German.</summary>
    public LanguageFacts? Language { get; init; }

    /// <summary>School and training in Germany.</summary>
    public SchoolFacts? School { get; init; }

    /// <summary>Einbürgerungstest.</summary>
    public TestFacts? Test { get; init; }

    /// <summary>Findings of extremism or danger to security (§ 11).</summary>
    public bool? ExtremismFindings { get; init; }

    /// <summary>Married to more than one spouse at the same time.</summary>
    public bool? Polygamous { get; init; }

    /// <summary>Shows by conduct disregard of the equality of women and men.</summary>
    public bool? DisregardsEquality { get; init; }

    /// <summary>Findings of § 35a.</summary>
    [MaxLength(20), Description("Findings of § 35a; an empty list says that the register has none.")]
    public IReadOnlyList<FraudFinding>? FraudFindings { get; init; }
}
