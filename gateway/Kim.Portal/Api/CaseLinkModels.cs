namespace Kim.Portal.Api;

/// <summary>An interpreter request as its case shows it: state, minutes and cost come back from the pool.</summary>
public sealed record InterpreterRequestDetails
{
    public Guid Id { get; init; }

    public string? Language { get; init; }

    public string? Dialect { get; init; }

    public string? Mode { get; init; }

    public DateTimeOffset StartsAt { get; init; }

    public int DurationMinutes { get; init; }

    public string? MeetingPlace { get; init; }

    public string? State { get; init; }

    public int? Minutes { get; init; }

    public decimal? SettledEur { get; init; }

    public IReadOnlyList<ChargeDetails> Charges { get; init; } = [];
}

public sealed record ChargeDetails
{
    public string? Pot { get; init; }

    public string? Kind { get; init; }

    public decimal AmountEur { get; init; }
}

/// <summary>A structural need with what the network decided about it.</summary>
public sealed record StructuralNeedDetails
{
    public Guid Id { get; init; }

    public string? Topic { get; init; }

    public string? Rechtskreis { get; init; }

    public string? AgencyType { get; init; }

    public IReadOnlyList<string> Ags { get; init; } = [];

    public string? State { get; init; }

    public DateOnly? ReportedOn { get; init; }

    public string? ThemeTitle { get; init; }

    public IReadOnlyList<DecisionDetails> Decisions { get; init; } = [];
}

public sealed record DecisionDetails
{
    public Guid ResolutionId { get; init; }

    public string? Number { get; init; }

    public string? Title { get; init; }

    public string? CommitteeName { get; init; }

    public DateOnly? AdoptedOn { get; init; }

    public Guid? MeasureId { get; init; }

    public string? MeasureTitle { get; init; }

    public string? MeasureOwnerName { get; init; }

    public DateOnly? DueOn { get; init; }

    public string? MeasureState { get; init; }

    public DateOnly? CompletedOn { get; init; }

    public string? Outcome { get; init; }
}

public sealed record NoticeRow
{
    public Guid Id { get; init; }

    public Guid CaseId { get; init; }

    public string? CaseNumber { get; init; }

    public string Kind { get; init; } = "";

    public string? TitleDe { get; init; }

    public DateTimeOffset At { get; init; }

    public bool Read { get; init; }
}

public sealed record OfferRow
{
    public Guid Id { get; init; }

    public string? Key { get; init; }

    public string? Title { get; init; }

    public IReadOnlyList<string> Topics { get; init; } = [];

    public string? TargetGroup { get; init; }

    public IReadOnlyList<string> Ags { get; init; } = [];

    public IReadOnlyList<string> Languages { get; init; } = [];

    public string? ProviderName { get; init; }

    public int? Capacity { get; init; }

    public bool Available { get; init; }
}

/// <summary>A referral to the Einbürgerungsbehörde: how far it is, without any reason of the authority.</summary>
public sealed record NaturalisationReferralDetails
{
    public Guid Id { get; init; }

    public DateOnly ReferredOn { get; init; }

    public string State { get; init; } = "";

    public string? Route { get; init; }

    public Guid ConsentId { get; init; }

    public DateTimeOffset? ConsentEndedAt { get; init; }

    public IReadOnlyList<NaturalisationStepDetails> Steps { get; init; } = [];
}

public sealed record NaturalisationStepDetails(string Kind, DateOnly On, string? Route, string? Outcome);
