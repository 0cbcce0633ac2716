namespace Kim.Contracts.Cases;

/// <summary>
/// A case manager needs an interpreter for a talk. Published by cases for interpreters. Carries what matching needs and no
/// client data: interpreters know the case only under their own random reference.
/// </summary>
[WireName("kim.cases.interpreter-requested")]
public sealed record InterpreterRequested
{
    /// <summary>The booking, a random reference (UUIDv4) shared by cases and interpreters alone.</summary>
    [PersonReference]
    public required Guid BookingRef { get; init; }

    /// <summary>Version of the request, rising by one with each change.</summary>
    public required long Version { get; init; }

    /// <summary>The interpreters' own random reference of the case: continuity and exclusions, nothing else.</summary>
    [PersonReference]
    public required Guid CaseRef { get; init; }

    /// <summary>ISO 639-3 code of the language, chosen, never inferred from a nationality.</summary>
    public required string Language { get; init; }

    /// <summary>Dialect code of the profile's language list, if it matters.</summary>
    public string? Dialect { get; init; }

    /// <summary>Mode code, see <see cref="Vocabulary.InterpretingModes"/>.</summary>
    public required string Mode { get; init; }

    /// <summary>Start of the talk, UTC.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>Planned length in minutes, 15 to 480.</summary>
    public required int DurationMinutes { get; init; }

    /// <summary>AGS of the place of the talk.</summary>
    public required string Ags { get; init; }

    /// <summary>Meeting place of the agency (never a client's home address).</summary>
    public required string MeetingPlace { get; init; }

    /// <summary>Key of the position to contact on site, if known.</summary>
    public string? ContactPosition { get; init; }

    /// <summary>Topic class code, see <see cref="Vocabulary.TopicClasses"/>: lets an interpreter decline topics.</summary>
    public required string TopicClass { get; init; }

    /// <summary>Least qualification level, 1 (lay) to 5 (sworn), domain.md 6.3.</summary>
    public required int RequiredLevel { get; init; }

    /// <summary>Wished gender of the interpreter (FEMALE, MALE, DIVERSE), if any.</summary>
    public string? Gender { get; init; }

    /// <summary>True when <see cref="Gender"/> is a must, false when it is a wish.</summary>
    public required bool GenderRequired { get; init; }
}
