namespace Kim.Portal.Api;

public sealed record Language
{
    public string Code { get; init; } = "";

    public string? TitleDe { get; init; }

    public string? TitleEn { get; init; }

    public IReadOnlyList<CodeEntry> Dialects { get; init; } = [];
}

public sealed record PoolRequest
{
    public Guid Id { get; init; }

    public string? Language { get; init; }

    public string? Dialect { get; init; }

    public string? Mode { get; init; }

    public DateTimeOffset StartsAt { get; init; }

    public int DurationMinutes { get; init; }

    public string? Ags { get; init; }

    public string? MeetingPlace { get; init; }

    public string? TopicClass { get; init; }

    public int? RequiredLevel { get; init; }

    public string State { get; init; } = "";

    public AssignmentDetails? Assignment { get; init; }

    public SettlementDetails? Settlement { get; init; }
}

/// <summary>Who accepted, and the proof of the hours.</summary>
public sealed record AssignmentDetails
{
    public string? DisplayName { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public int Minutes { get; init; }

    public int? TravelMinutes { get; init; }

    public decimal? TravelKm { get; init; }

    public string? RequesterConfirmedBy { get; init; }
}

public sealed record FundingPot
{
    public string Key { get; init; } = "";

    public string TitleDe { get; init; } = "";
}

public sealed record Candidate
{
    public Guid InterpreterId { get; init; }

    public string? DisplayName { get; init; }

    public bool Eligible { get; init; }

    public int? Rank { get; init; }

    public decimal? Score { get; init; }

    public IReadOnlyList<Reason> ReasonsFor { get; init; } = [];

    public IReadOnlyList<Reason> ReasonsAgainst { get; init; } = [];
}

public sealed record Reason
{
    public string? Code { get; init; }

    public string? TextDe { get; init; }
}

public sealed record OwnOffer
{
    public Guid Id { get; init; }

    public Guid RequestId { get; init; }

    public DateTimeOffset StartsAt { get; init; }

    public int DurationMinutes { get; init; }

    public string? Language { get; init; }

    public string? TopicClass { get; init; }

    public string? Mode { get; init; }

    public string? MeetingPlace { get; init; }

    public DateTimeOffset? RespondBy { get; init; }

    public string? State { get; init; }
}

public sealed record OwnAssignment
{
    public Guid RequestId { get; init; }

    public DateTimeOffset StartsAt { get; init; }

    public int DurationMinutes { get; init; }

    public string? Language { get; init; }

    public string? TopicClass { get; init; }

    public string? Mode { get; init; }

    public string? MeetingPlace { get; init; }

    public string? State { get; init; }
}

public sealed record SettlementDetails
{
    public int Minutes { get; init; }

    public string? RateRule { get; init; }

    public DateOnly? ValidFrom { get; init; }

    public IReadOnlyList<SettlementLine> Lines { get; init; } = [];

    public decimal TotalEur { get; init; }
}

public sealed record SettlementLine
{
    public string? Kind { get; init; }

    public string? Pot { get; init; }

    public decimal Units { get; init; }

    public decimal UnitEur { get; init; }

    public decimal AmountEur { get; init; }
}
