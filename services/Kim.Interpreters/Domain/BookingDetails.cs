namespace Kim.Interpreters.Domain;

/// <summary>What the requester asked for: facts of the newest request event, never changed by the pool. Holds no client data.</summary>
public sealed record BookingDetails
{
    /// <summary>Version of the request at the requester's service.</summary>
    public required long RequestVersion { get; init; }

    /// <summary>The pool's own random reference of the case: continuity, nothing else.</summary>
    public required Guid CaseRef { get; init; }

    /// <summary>ISO 639-3 code.</summary>
    public required string Language { get; init; }

    /// <summary>Dialect code, if it matters.</summary>
    public string? Dialect { get; init; }

    /// <summary>ON_SITE, PHONE or VIDEO.</summary>
    public required string Mode { get; init; }

    /// <summary>Start of the talk.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>Planned length.</summary>
    public required int DurationMinutes { get; init; }

    /// <summary>Municipality of the talk.</summary>
    public required string Ags { get; init; }

    /// <summary>Meeting place of the agency.</summary>
    public required string MeetingPlace { get; init; }

    /// <summary>Position to contact on site.</summary>
    public string? ContactPosition { get; init; }

    /// <summary>Topic class: an interpreter may decline some, some need a higher level.</summary>
    public required string TopicClass { get; init; }

    /// <summary>Least qualification level the requester asked for.</summary>
    public required int RequiredLevel { get; init; }

    /// <summary>Wished gender of the interpreter.</summary>
    public string? Gender { get; init; }

    /// <summary>Whether the gender is a must.</summary>
    public bool GenderRequired { get; init; }

    /// <summary>Planned end.</summary>
    public DateTimeOffset EndsAt => StartsAt.AddMinutes(DurationMinutes);

    /// <summary>Day of the talk in the Kreis.</summary>
    public DateOnly Day => LocalTime.DayOf(StartsAt);
}
