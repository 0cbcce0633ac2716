namespace Kim.Portal.Api;

/// <summary>An exact fraction: two thirds have no decimal form.</summary>
public sealed record Fraction(long Numerator, long Denominator);

/// <summary>Who wrote something, when and why.</summary>
public sealed record RegisterEntry(Guid? By, DateTimeOffset At, string? Reason);

public sealed record PositionRow(
    string Key, string Title, string? Module, IReadOnlyList<string> Programmes, decimal Vzae, decimal FilledVzae, string State, string? Employer,
    IReadOnlyList<string> RegionServed, string? Fachaufsicht, DateOnly FundedFrom, DateOnly? FundedUntil, bool Demo, bool Assumed);

/// <summary>A position with its history.</summary>
public sealed record StaffPosition(
    string Key, string Title, string? Module, IReadOnlyList<string> Programmes, decimal Vzae, decimal FilledVzae, string State, string? Employer,
    IReadOnlyList<string> RegionServed, string? Fachaufsicht, DateOnly FundedFrom, DateOnly? FundedUntil, IReadOnlyList<string> District,
    IReadOnlyList<PositionVersion> Attributes, IReadOnlyList<PositionHolder> Occupancies, IReadOnlyList<string> Sources, bool Demo, string? Note);

public sealed record PositionVersion(
    Guid Id, string Employer, IReadOnlyList<string> RegionServed, string? Fachaufsicht, DateOnly ValidFrom, DateOnly? ValidUntil, string? DecisionKey,
    RegisterEntry? Superseded);

public sealed record PositionHolder(
    Guid Id, Guid? AccountId, decimal Vzae, DateOnly From, DateOnly? Until, string EmploymentType, RegisterEntry? Corrected);

public sealed record StaffingAnswer
{
    public IReadOnlyList<StaffingWarning> Warnings { get; init; } = [];
}

public sealed record StaffingWarning(string Code, string TextDe);

public sealed record QuotaCheck(
    DateOnly AsOf, IReadOnlyList<QuotaModule> Modules, QuotaTotal Total, QuotaOthers OutsideModules, IReadOnlyList<QuotaViolation> Violations,
    IReadOnlyList<QuotaViolation> Warnings);

public sealed record QuotaModule(string Module, string Title, decimal Quota, decimal Planned, decimal Filled, decimal OutsideKi, Fraction? LimitOutsideKi);

public sealed record QuotaTotal(decimal Quota, decimal Planned, decimal Filled);

public sealed record QuotaOthers(int Positions, decimal Planned, decimal Filled);

public sealed record QuotaViolation(
    string Rule, IReadOnlyList<string> Norm, string? Module, string? Position, decimal Vzae, Fraction Limit, DateOnly Since, string TextDe);

public sealed record FundingProgramme(
    string Key, string Title, string? Funder, string? TargetGroup, DateOnly? ValidFrom, DateOnly? ValidUntil, bool Running,
    IReadOnlyList<Baustein> Components, decimal PositionsVzae, IReadOnlyList<string> SharedPositions, IReadOnlyList<string> Sources, bool Demo, string? Note);

public sealed record Baustein(
    string Key, int Number, string Title, string State, string StateDe, IReadOnlyList<string> Offers, IReadOnlyList<Carrier> Carriers, string? Note);

public sealed record Carrier(string Organisation, string Name, decimal? Vzae, DateOnly? ValidFrom, DateOnly? ValidUntil, bool Active);

/// <summary>A decision of Kreistag or Land with every state of the register.</summary>
public sealed record FundingDecision(
    string Key, string Body, string? Organisation, string Title, DateOnly DecidedOn, string? Reference, string? Note, bool Corrected,
    IReadOnlyList<DecisionVersion> Versions, IReadOnlyList<string> Sources, bool Demo);

public sealed record DecisionVersion(
    int Number, string Title, DateOnly DecidedOn, string? Reference, string? Note, RegisterEntry Recorded, IReadOnlyList<string> Sources);
