namespace Kim.ServiceKit.Profile.Model;

/// <summary><c>consultations.json</c> as a whole: who said what about the concept.</summary>
public sealed record ConsultationsFile
{
    /// <summary>The groups that were heard.</summary>
    public required IReadOnlyList<StakeholderEntry> Stakeholders { get; init; }

    /// <summary>What they said.</summary>
    public required IReadOnlyList<ConsultationEntry> Items { get; init; }
}

/// <summary>A group that was heard (S-51).</summary>
public sealed record StakeholderEntry : ProfileEntry
{
    /// <summary>Stable key: what other files and services refer to.</summary>
    public required string Key { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Code of <see cref="Contracts.Vocabulary.ActorTypes"/>, where one fits.</summary>
    public string? ActorType { get; init; }
}

/// <summary>A statement of the consultation log (S-51 to S-63).</summary>
public sealed record ConsultationEntry : ProfileEntry
{
    /// <summary>Stable key: what other files and services refer to.</summary>
    public required string Key { get; init; }

    /// <summary>SUPPORT, WORRY, REJECTION, REQUEST or NEUTRAL (shown and discussed, no attitude recorded).</summary>
    public required string Attitude { get; init; }

    /// <summary>What it is about, a code.</summary>
    public required string Topic { get; init; }

    /// <summary>What was said, in German.</summary>
    public required string Statement { get; init; }

    /// <summary>Who said it; empty where the source names nobody.</summary>
    public required IReadOnlyList<VoiceEntry> Voices { get; init; }

    /// <summary>Day of the talk, if known.</summary>
    public DateOnly? HeldOn { get; init; }
}

/// <summary>How many of a group said it.</summary>
public sealed record VoiceEntry
{
    /// <summary>Key of the group.</summary>
    public required string Stakeholder { get; init; }

    /// <summary>How many; null where the source gives no number.</summary>
    public int? Count { get; init; }

    /// <summary>The words of the source, for example '(nahezu) alle'.</summary>
    public string? Note { get; init; }
}

/// <summary>A next step (S-64 to S-67).</summary>
public sealed record NextStepEntry : ProfileEntry
{
    /// <summary>Stable key: what other files and services refer to.</summary>
    public required string Key { get; init; }

    /// <summary>Title in German.</summary>
    public required string Title { get; init; }

    /// <summary>MEETING, WORKING_GROUP, STAFFING, DISTRICTS or OTHER.</summary>
    public required string Kind { get; init; }

    /// <summary>OPEN, IN_PROGRESS, DONE or DROPPED, as the source has it.</summary>
    public required string State { get; init; }

    /// <summary>Day on which it is due, if named.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Key of the committee concerned.</summary>
    public string? Committee { get; init; }

    /// <summary>What is still to be answered.</summary>
    public string? OpenQuestion { get; init; }

    /// <summary>What later papers answer.</summary>
    public string? Answer { get; init; }
}

/// <summary>A conference or an external evaluation (S-04, S-50).</summary>
public sealed record ConferenceEntry : ProfileEntry
{
    /// <summary>Stable key: what other files and services refer to.</summary>
    public required string Key { get; init; }

    /// <summary>CONFERENCE or EVALUATION.</summary>
    public required string Kind { get; init; }

    /// <summary>Title in German.</summary>
    public required string Title { get; init; }

    /// <summary>What it was about.</summary>
    public string? Subject { get; init; }

    /// <summary>Day, if known.</summary>
    public DateOnly? HeldOn { get; init; }

    /// <summary>Keys of the organisations that held it or took part.</summary>
    public required IReadOnlyList<string> Organisations { get; init; }

    /// <summary>Who spoke or wrote.</summary>
    public required IReadOnlyList<SpeakerEntry> Speakers { get; init; }

    /// <summary>What was said, word by word.</summary>
    public required IReadOnlyList<string> Quotes { get; init; }

    /// <summary>Where it can be read.</summary>
    public string? Url { get; init; }
}

/// <summary>A speaker or author.</summary>
public sealed record SpeakerEntry
{
    /// <summary>Name as published.</summary>
    public required string Name { get; init; }

    /// <summary>Key of the organisation.</summary>
    public string? Organisation { get; init; }
}

/// <summary>A text that guides the work (S-02, S-16, S-33 to S-38, S-45).</summary>
public sealed record TextEntry : ProfileEntry
{
    /// <summary>Stable key: what other files and services refer to.</summary>
    public required string Key { get; init; }

    /// <summary>GUIDING_IDEA, MANDATE, PURPOSE, GOAL, METHOD or DUTY.</summary>
    public required string Kind { get; init; }

    /// <summary>Mandate area (S-16): BILDUNG, TEILHABE or INTEGRATION.</summary>
    public string? Area { get; init; }

    /// <summary>The text in German.</summary>
    public required string Text { get; init; }

    /// <summary>Key of the programme that it belongs to.</summary>
    public string? Programme { get; init; }

    /// <summary>The actor types that it names (S-36).</summary>
    public IReadOnlyList<string> ActorTypes { get; init; } = [];
}

/// <summary>A film, picture, catalogue or page (S-03, S-06, S-52, D-17).</summary>
public sealed record MediaEntry : ProfileEntry
{
    /// <summary>Stable key: what other files and services refer to.</summary>
    public required string Key { get; init; }

    /// <summary>FILM, IMAGE, CATALOGUE or HOMEPAGE.</summary>
    public required string Kind { get; init; }

    /// <summary>Title in German.</summary>
    public required string Title { get; init; }

    /// <summary>What it shows.</summary>
    public string? Description { get; init; }

    /// <summary>Key of the programme on whose page it belongs.</summary>
    public string? Programme { get; init; }

    /// <summary>Key of the organisation that made it.</summary>
    public string? Organisation { get; init; }

    /// <summary>Where it is; null while nobody has entered the link.</summary>
    public string? Url { get; init; }
}
