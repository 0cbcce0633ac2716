namespace Kim.Portal.Api;

public sealed record GuidingText(string Key, string Kind, string? Area, string Text, string? Note, IReadOnlyList<string> Sources);

public sealed record Conference(
    string Key, string Kind, string Title, string? Subject, DateOnly? HeldOn, IReadOnlyList<string> Organisations, IReadOnlyList<Speaker> Speakers,
    IReadOnlyList<string> Quotes, string? Url, string? Note, IReadOnlyList<string> Sources);

public sealed record Speaker(string Name, string? Organisation);

public sealed record NextStepRow(
    string Key, string Title, string Kind, string State, DateOnly? ChangedOn, DateOnly? DueOn, string? Committee, string? OpenQuestion, string? Answer,
    string? Note, IReadOnlyList<string> Sources);

/// <summary>A next step with what may follow and what the staff changed.</summary>
public sealed record NextStep(
    string Key, string Title, string Kind, string State, IReadOnlyList<string> Allowed, IReadOnlyList<StepChange> History, DateOnly? DueOn,
    string? Committee, string? OpenQuestion, string? Answer, string? Note);

public sealed record StepChange(string From, string To, DateOnly On, string? Note);

public sealed record Stakeholder(string Key, string Name);

/// <summary>A statement of the consultation log; a voice without a number is one that nobody counted.</summary>
public sealed record Consultation(
    Guid Id, string Attitude, string Topic, string Statement, IReadOnlyList<Voice> Voices, DateOnly? HeldOn, string? Note, IReadOnlyList<string> Sources);

public sealed record Voice(string Stakeholder, int? Count, string? Note);

public sealed record ConsultationCounts(IReadOnlyList<AttitudeCount> Attitudes);

public sealed record AttitudeCount(string Attitude, int Statements, int Voices, int Uncounted);
