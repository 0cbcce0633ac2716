using System.Text.Json;
using Kim.Cases.Domain;

namespace Kim.Cases.Data;

/// <summary>A goal of <see cref="CaseSheet"/>.</summary>
internal sealed record GoalRow(Guid Id, string Title, Guid? NeedId, DateOnly DueOn, int? Attainment, DateOnly? RatedOn);

/// <summary>A measure of a goal.</summary>
internal sealed record MeasureRow(
    Guid Id, Guid GoalId, string Title, Guid? OfferId, string? OfferTitle, string Responsible, DateOnly DueOn, string State, DateOnly? StartedOn);

/// <summary>A talk with an interpreter.</summary>
internal sealed record TalkRow(
    Guid Id, string Language, string? Dialect, string Mode, DateTimeOffset StartsAt, int DurationMinutes, string MeetingPlace, string TopicClass,
    int RequiredLevel, string State, string? DeclineReason, int? CompletedMinutes, JsonElement? Settlement);

/// <summary>A structural need with its theme and what was decided.</summary>
internal sealed record NeedRow(
    Guid Id, string Topic, string Rechtskreis, string AgencyType, IReadOnlyList<string> Ags, string Effect, string State, DateOnly ReportedOn,
    string? ThemeTitle, string? ThemeState, IReadOnlyList<DecisionRow>? Decisions);

/// <summary>A decision with the progress of its measure.</summary>
internal sealed record DecisionRow(
    Guid ResolutionId, string Number, string Title, string CommitteeName, DateOnly AdoptedOn, Guid MeasureId, string MeasureTitle, string MeasureOwnerName,
    DateOnly DueOn, long? StartedVersion, DateOnly? StartedOn, long? CompletedVersion, DateOnly? CompletedOn, string? Outcome, string? TraceId);

/// <summary>A referral to the EBH with its steps in their order.</summary>
internal sealed record ReferralRow(Guid Id, DateOnly ReferredOn, Guid ConsentId, DateTimeOffset? ConsentEndedAt, IReadOnlyList<ReferralStep>? Steps);
