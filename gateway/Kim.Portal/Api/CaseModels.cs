namespace Kim.Portal.Api;

public sealed record CodeEntry
{
    public required string Code { get; init; }

    public string? TitleDe { get; init; }

    public string? TitleEn { get; init; }
}

public sealed record CodeLists
{
    public IReadOnlyList<CodeEntry> LifeDomains { get; init; } = [];

    public IReadOnlyList<CodeEntry> Rechtskreise { get; init; } = [];

    public IReadOnlyList<CodeEntry> Topics { get; init; } = [];

    public IReadOnlyList<CodeEntry> ResidenceStatuses { get; init; } = [];

    public IReadOnlyList<CodeEntry> ClosureReasons { get; init; } = [];

    public IReadOnlyList<CodeEntry> AccessPaths { get; init; } = [];

    public IReadOnlyList<CodeEntry> AgencyTypes { get; init; } = [];

    public IReadOnlyList<CodeEntry> IndicationCriteria { get; init; } = [];

    public IReadOnlyList<CodeEntry> Phases { get; init; } = [];

    public IReadOnlyList<CodeEntry> DataCategories { get; init; } = [];
}

public sealed record CaseRow
{
    public Guid Id { get; init; }

    public string Number { get; init; } = "";

    public string Phase { get; init; } = "";

    public string? FamilyName { get; init; }

    public string? GivenNames { get; init; }

    public string Ags { get; init; } = "";

    public DateOnly OpenedOn { get; init; }

    public int OpenStructuralNeeds { get; init; }

    public int UnreadNotices { get; init; }
}

public sealed record CaseDetails
{
    public Guid Id { get; init; }

    public string Number { get; init; } = "";

    public string Phase { get; init; } = "";

    public IReadOnlyList<string> AllowedPhases { get; init; } = [];

    public IReadOnlyList<BlockedPhase> BlockedPhases { get; init; } = [];

    public PersonDetails Person { get; init; } = new();

    public string Ags { get; init; } = "";

    public string? Occasion { get; init; }

    public string? AccessPath { get; init; }

    public int HouseholdSize { get; init; }

    public IndicationDetails? Indication { get; init; }

    public IReadOnlyList<ConsentDetails> Consents { get; init; } = [];

    public IReadOnlyList<RatingDetails> Assessment { get; init; } = [];

    public IReadOnlyList<NeedDetails> Needs { get; init; } = [];

    public IReadOnlyList<GoalDetails> Goals { get; init; } = [];

    public AgreementDetails? PlanAgreement { get; init; }

    public IReadOnlyList<ResidenceDetails> ResidencePeriods { get; init; } = [];

    public IReadOnlyList<NationalityDetails> Nationalities { get; init; } = [];

    public IReadOnlyList<InterpreterRequestDetails> InterpreterRequests { get; init; } = [];

    public IReadOnlyList<StructuralNeedDetails> StructuralNeeds { get; init; } = [];

    public IReadOnlyList<NaturalisationReferralDetails> NaturalisationReferrals { get; init; } = [];

    public ClosureDetails? Closure { get; init; }

    public bool IsClosed => Phase == "ABGESCHLOSSEN";
}

/// <summary>A next step of the procedure that a guard keeps shut.</summary>
public sealed record BlockedPhase(string Phase, string Guard);

public sealed record PersonDetails
{
    public string? GivenNames { get; init; }

    public string? FamilyName { get; init; }

    public DateOnly? BirthDate { get; init; }

    public string? Sex { get; init; }

    public IReadOnlyList<string> Languages { get; init; } = [];
}

public sealed record IndicationDetails
{
    public IReadOnlyList<string> Criteria { get; init; } = [];

    public string? OverrideReason { get; init; }
}

public sealed record ConsentDetails
{
    public Guid Id { get; init; }

    public string? Recipient { get; init; }

    public string? RecipientType { get; init; }

    public string? Purpose { get; init; }

    public IReadOnlyList<string> DataCategories { get; init; } = [];

    public string? Direction { get; init; }

    public DateOnly ValidFrom { get; init; }

    public DateOnly? ValidUntil { get; init; }

    public string? Form { get; init; }

    public string? LanguageOfExplanation { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }
}

public sealed record RatingDetails
{
    public string Domain { get; init; } = "";

    public int Level { get; init; }

    public string? Note { get; init; }
}

public sealed record NeedDetails
{
    public Guid Id { get; init; }

    public string? Domain { get; init; }

    public string? Topic { get; init; }

    public string? Rechtskreis { get; init; }

    public string? Description { get; init; }
}

public sealed record GoalDetails
{
    public Guid Id { get; init; }

    public string? Title { get; init; }

    public Guid? NeedId { get; init; }

    public DateOnly? DueOn { get; init; }

    public int? Attainment { get; init; }

    public IReadOnlyList<CaseMeasureDetails> Measures { get; init; } = [];
}

public sealed record CaseMeasureDetails
{
    public Guid Id { get; init; }

    public string? Title { get; init; }

    public Guid? OfferId { get; init; }

    public string? OfferTitle { get; init; }

    public string? Responsible { get; init; }

    public DateOnly? DueOn { get; init; }

    public string? State { get; init; }
}

public sealed record AgreementDetails
{
    public DateOnly? AgreedOn { get; init; }
}

public sealed record ResidenceDetails
{
    public string Status { get; init; } = "";

    public DateOnly ValidFrom { get; init; }

    public DateOnly? ValidUntil { get; init; }

    public string? IssuingAuthority { get; init; }

    public string? IdentityClarified { get; init; }
}

public sealed record NationalityDetails
{
    public string Country { get; init; } = "";

    public DateOnly? ValidFrom { get; init; }

    public string? Proof { get; init; }
}

public sealed record ClosureDetails
{
    public string? Reason { get; init; }

    public DateOnly? ClosedOn { get; init; }

    public string? Note { get; init; }
}
