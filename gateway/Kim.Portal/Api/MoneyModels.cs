namespace Kim.Portal.Api;

/// <summary>A grant; the period is the one that is known today.</summary>
public sealed record Grant(
    Guid Id, string Title, string Programme, string? Module, string Funder, string Instrument, string Kind, string? Reference, DateOnly? ApprovedOn,
    DateOnly AwardFrom, DateOnly? AwardUntil, string? Concept, string? LegalBasis, decimal? AmountEur, IReadOnlyList<Instalment> Instalments,
    UsePeriod? Period, IReadOnlyList<UsePeriod> Periods, IReadOnlyList<GrantCondition> Conditions, IReadOnlyList<string> Sources, bool Demo);

public sealed record Instalment(int Year, decimal AmountEur, bool Demo);

public sealed record UsePeriod(int Number, DateOnly From, DateOnly Until, DateOnly? ProofDueOn, DateOnly KnownFrom, string? Reference);

public sealed record GrantCondition(string Key, string Title, string State, IReadOnlyList<Evidence> Evidence);

public sealed record Evidence(string Kind, string Reference, string? Quote, DateOnly? On);

public sealed record CostType(string Code, string Title, string Category, bool PensionProvision);

/// <summary>A booked cost; a reversal is a line of its own with a negative amount.</summary>
public sealed record Cost(
    Guid Id, string Voucher, int Line, string Type, string Category, decimal AmountEur, DateOnly SpentOn, DateOnly BookedOn, Guid? GrantId,
    string? Position, string? Ags, bool Eligible, IReadOnlyList<CostReason> Reasons, int? PeriodNumber, Guid? Reverses, Guid? ReversedBy);

public sealed record CostReason(string Code, string TextDe);

public sealed record YearBalance(
    int Year, decimal GrantsEur, decimal IntegrationspauschaleEur, decimal CostEur, decimal PensionProvisionsEur, decimal NetBalanceEur,
    decimal? RefinancingRatio, decimal OwnShareEur, bool OwnShareRemains, decimal NotEligibleEur, IReadOnlyList<CategorySum> Categories,
    IReadOnlyList<MunicipalitySum> ByMunicipality, IReadOnlyList<PositionShortfall> Shortfalls);

public sealed record CategorySum(string Code, decimal AmountEur);

public sealed record MunicipalitySum(string? Ags, string Name, decimal AmountEur);

public sealed record PositionShortfall(string Position, decimal GrossEur, decimal LumpSumEur, decimal VzaeMonths, decimal UncoveredEur);

public sealed record PotRow(
    string Key, string TitleDe, string Funder, decimal BudgetEur, decimal SpentEur, decimal RemainingEur, decimal FlaggedEur, IReadOnlyList<PotFlag> Flags);

public sealed record PotFlag(string Code, string TextDe, int Lines);

public sealed record PotSettlement(DateOnly SettledOn, int Minutes, string RateRule, decimal TotalEur, IReadOnlyList<PotLine> Lines);

public sealed record PotLine(string Pot, string Kind, decimal AmountEur, string? Flag, string? FlagDe);
