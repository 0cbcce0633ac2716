namespace Kim.Portal.Api;

/// <summary>A requirement that stands against a step.</summary>
public sealed record OpenRequirement(string Code, string Outcome, string? Norm, CheckHint? Hint);

/// <summary>A referral in the list, without any fact about a person.</summary>
public sealed record ReferralRow(
    Guid Id, DateOnly ReferredOn, string State, bool ConsentWithdrawn, string? Route, DateOnly? AppliedOn, string? Outcome, DateOnly? HandedOverOn,
    DateOnly? LastCheckedFor, string? LastOverall, DateOnly? FirstPossibleOn);

/// <summary>A check to look at again.</summary>
public sealed record WorkItem(Guid ReferralId, string Reason, string State, Guid CheckId, DateOnly CheckedFor, string CheckedUnder, string RulesNow, string Overall);

/// <summary>A referral with its procedure.</summary>
public sealed record Referral(
    Guid Id, DateOnly ReferredOn, string State, IReadOnlyList<string> Allowed, bool ConsentWithdrawn, DateTimeOffset? ConsentWithdrawnAt,
    DateOnly? CounselledOn, string? Route, DateOnly? AppliedOn, NaturalisationDecision? Decision, DateOnly? HandedOverOn, LastCheck? LastCheck,
    PulledSnapshot? Facts, IReadOnlyList<BarEntry> BarEntries)
{
    /// <summary>Whether a check can still change anything.</summary>
    public bool IsOpen => !ConsentWithdrawn && State != "AUSHAENDIGUNG" && Decision is null or { Outcome: "GRANTED" };
}

public sealed record NaturalisationDecision(
    string Outcome, DateOnly DecidedOn, string? Reason, DateOnly? InterviewOn, string? InterviewWaiver, Guid? CheckId, decimal? FeeEur, string? FeeRule);

public sealed record LastCheck(Guid CheckId, DateOnly DecisionOn, string RuleSet, int Revision, string Overall, DateOnly? FirstPossibleOn);

/// <summary>What cases disclosed under the consent, and when.</summary>
public sealed record PulledSnapshot(Guid Id, DateTimeOffset PulledAt, Disclosure Disclosure);

public sealed record Disclosure(Guid ConsentId, DateOnly? ConsentValidUntil, IReadOnlyList<string> DataCategories, PersonFacts Facts);

/// <summary>An entry of § 35a; <c>Until</c> is the first day after the bar.</summary>
public sealed record BarEntry(Guid Id, string Kind, DateOnly? UnappealableOn, DateOnly? Until);

public sealed record CheckRow(
    Guid Id, string Kind, DateTimeOffset CheckedAt, DateOnly DecisionOn, DateOnly? ApplicationOn, string Route, string RuleSet, string RuleVersion,
    string Overall, string EffectiveOverall, DateOnly? FirstPossibleOn);

/// <summary>A check with its facts and the officer's judgements beside the verdicts.</summary>
public sealed record Check(
    Guid Id, Guid ReferralId, string Kind, DateTimeOffset CheckedAt, DateTimeOffset FactsOf, CheckFacts Facts, CheckResult Result,
    IReadOnlyList<Overruling> Overrulings, string EffectiveOverall, IReadOnlyList<EffectiveOutcome> Effective);

public sealed record CheckFacts(PersonFacts Person, OfficerFacts Officer);

public sealed record Overruling(Guid Id, string Requirement, string MachineOutcome, string Outcome, string Reason, DateTimeOffset At, Guid? CarriedFrom);

public sealed record EffectiveOutcome(string Code, string Outcome);

/// <summary>What the engine found: a prognosis, which binds nobody.</summary>
public sealed record CheckResult(
    DateOnly DecisionOn, DateOnly? ApplicationOn, string Route, string RuleSet, string RuleVersion, string Overall, DateOnly? FirstPossibleOn,
    DateOnly? FirstCertainOn, IReadOnlyList<Verdict> Requirements, IReadOnlyList<Alternative> Alternatives);

public sealed record Verdict(
    string Code, string Outcome, string Norm, string RuleId, string RuleVersion, IReadOnlyList<FactUsed> FactsUsed, IReadOnlyList<string> FactsMissing,
    DateOnly? FirstPossibleOn, DateOnly? FirstCertainOn, CheckHint? Hint);

public sealed record FactUsed(string Path, string? Value);

public sealed record CheckHint(string Code, string TextDe);

public sealed record Alternative(string Route, string Outcome, string Norm, CheckHint Hint);

/// <summary>Parameters of the StAG in one period of decision days, as far as a page shows them.</summary>
public sealed record RuleSet(
    string Key, int Revision, string Title, DateOnly ValidFrom, DateOnly? ValidUntil, IReadOnlyList<string> Sources, CommitmentRule Commitment,
    ResidenceRule Residence, LivelihoodRule Livelihood, NationalityRule Nationality, CrimeRule Crime, LanguageRule Language, TestRule Test, BarRule? Bar,
    IReadOnlyList<RouteRule> Routes);

public sealed record CommitmentRule(int FromAge, bool Historical);

public sealed record ResidenceRule(int Years, int? CourseYears, SpecialRule? Special, int HarmlessAbsenceMonths);

public sealed record SpecialRule(int Years, string? LanguageLevel);

public sealed record LivelihoodRule(bool NoFaultHarmless, int? FullTimeMonths, int? FullTimeWindowMonths, DateOnly? OldRuleAppliedUntil);

public sealed record NationalityRule(bool Renunciation);

public sealed record CrimeRule(int IgnoredUnits, int SlightExcessUnits);

public sealed record LanguageRule(string Level);

public sealed record TestRule(int Points, int Questions);

public sealed record BarRule(int Years);

public sealed record RouteRule(string Route, int? Years, int? MarriageYears);
