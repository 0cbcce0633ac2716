namespace Kim.Portal.Api;

/// <summary>Facts of a person: what cases disclosed, or what is typed into a quick check. Names nobody.</summary>
public sealed record PersonFacts
{
    public DateOnly? BirthDate { get; set; }

    public List<NationalityFact> Nationalities { get; set; } = [];

    public List<ResidenceFact> ResidencePeriods { get; set; } = [];

    public string? Ags { get; set; }

    public string? FamilyStatus { get; set; }
}

public sealed record NationalityFact
{
    public string? Country { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? Until { get; set; }
}

public sealed record ResidenceFact
{
    public string? Status { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? Until { get; set; }

    public string? IssuedBy { get; set; }
}

/// <summary>What the officer adds. Null is unknown, which is never taken for a good fact; an empty list says 'there are none'.</summary>
public sealed record OfficerFacts
{
    public bool? Represented { get; set; }

    public string? IdentityClarified { get; set; }

    public string? NationalityClarified { get; set; }

    public DateOnly? FdgoSignedOn { get; set; }

    public DateOnly? HistSignedOn { get; set; }

    public bool? FamilyTitleDurable { get; set; }

    public List<Absence>? Absences { get; set; }

    public bool? IntegrationCoursePassed { get; set; }

    public List<string>? SpecialAchievements { get; set; }

    public MarriageFact? Marriage { get; set; }

    public LivelihoodFacts? Livelihood { get; set; }

    public RecruitmentFact? Recruitment { get; set; }

    public bool? RenunciationWilling { get; set; }

    public bool? RenunciationImpossible { get; set; }

    public List<Conviction>? Convictions { get; set; }

    public List<Investigation>? Investigations { get; set; }

    public LanguageFacts? Language { get; set; }

    public SchoolFacts? School { get; set; }

    public TestFacts? Test { get; set; }

    public bool? ExtremismFindings { get; set; }

    public bool? Polygamous { get; set; }

    public bool? DisregardsEquality { get; set; }

    public List<FraudFinding>? FraudFindings { get; set; }
}

public sealed record Absence
{
    public DateOnly? From { get; set; }

    public DateOnly? Until { get; set; }

    public bool LongerPeriodSet { get; set; }
}

public sealed record MarriageFact
{
    public DateOnly? MarriedOn { get; set; }

    public DateOnly? PartnerGermanSince { get; set; }

    public DateOnly? EndedOn { get; set; }

    public bool? CustodyOfGermanChild { get; set; }
}

public sealed record LivelihoodFacts
{
    public bool? Secured { get; set; }

    public List<Benefit>? Benefits { get; set; }

    public bool? FullTimeNow { get; set; }

    public int? FullTimeMonths { get; set; }

    public PartnerWork? Partner { get; set; }
}

public sealed record Benefit
{
    public string? Kind { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? Until { get; set; }

    public bool? OwnFault { get; set; }

    public string? Reason { get; set; }
}

public sealed record PartnerWork
{
    public bool? FullTimeNow { get; set; }

    public int? FullTimeMonths { get; set; }

    public bool? FamilyUnit { get; set; }

    public bool? MinorChild { get; set; }
}

public sealed record RecruitmentFact
{
    public string? Scheme { get; set; }

    public DateOnly? On { get; set; }

    public bool AsSpouse { get; set; }
}

public sealed record Conviction
{
    public string? Kind { get; set; }

    public int? Units { get; set; }

    public bool Suspended { get; set; }

    public DateOnly? RemittedOn { get; set; }

    public bool? HateMotive { get; set; }

    public bool Foreign { get; set; }

    public DateOnly? ErasableOn { get; set; }
}

public sealed record Investigation
{
    public DateOnly? OpenedOn { get; set; }

    public DateOnly? ClosedOn { get; set; }
}

public sealed record LanguageFacts
{
    public string? Certificate { get; set; }

    public string? Writing { get; set; }

    public bool? OralEveryday { get; set; }

    public bool? EffortsProven { get; set; }

    public bool? UnableToLearn { get; set; }

    public bool? AgeAppropriate { get; set; }
}

public sealed record SchoolFacts
{
    public bool? LeavingCertificate { get; set; }

    public int? YearsWithSufficientGerman { get; set; }

    public bool? DegreeOrTraining { get; set; }
}

public sealed record TestFacts
{
    public bool? Passed { get; set; }

    public int? Points { get; set; }
}

public sealed record FraudFinding
{
    public string? Kind { get; set; }

    public DateOnly? UnappealableOn { get; set; }
}
