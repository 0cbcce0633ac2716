namespace Kim.Contracts.Interpreters;

/// <summary>An interpreter is assigned and the pool confirmed it. Published by interpreters for cases and funding.</summary>
[WireName("kim.interpreters.booking-confirmed")]
public sealed record BookingConfirmed
{
    /// <summary>The booking.</summary>
    [PersonReference]
    public required Guid BookingRef { get; init; }

    /// <summary>Version of the booking at the pool, shared by all events of the booking that the pool publishes.</summary>
    public required long Version { get; init; }

    /// <summary>Start of the talk, UTC.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>Planned length in minutes.</summary>
    public required int DurationMinutes { get; init; }

    /// <summary>Mode code.</summary>
    public required string Mode { get; init; }

    /// <summary>ISO 639-3 code of the language.</summary>
    public required string Language { get; init; }
}

/// <summary>The pool refused the request (excluded talk, lead time, no entitlement). Published by interpreters for cases and funding.</summary>
[WireName("kim.interpreters.booking-declined")]
public sealed record BookingDeclined
{
    /// <summary>The booking.</summary>
    [PersonReference]
    public required Guid BookingRef { get; init; }

    /// <summary>Version of the booking at the pool.</summary>
    public required long Version { get; init; }

    /// <summary>Reason code of the pool's rules.</summary>
    public required string Reason { get; init; }

    /// <summary>ISO 639-3 code of the language; funding counts requests by it.</summary>
    public string? Language { get; init; }

    /// <summary>The day of the refusal: the period in which funding counts it.</summary>
    public DateOnly? DeclinedOn { get; init; }
}

/// <summary>Nobody could be found: the request stays unserved and counts as such. Published by interpreters for cases and funding.</summary>
[WireName("kim.interpreters.booking-unserved")]
public sealed record BookingUnserved
{
    /// <summary>The booking.</summary>
    [PersonReference]
    public required Guid BookingRef { get; init; }

    /// <summary>Version of the booking at the pool.</summary>
    public required long Version { get; init; }

    /// <summary>ISO 639-3 code of the language that could not be served.</summary>
    public required string Language { get; init; }

    /// <summary>The day on which it was given up: the period in which funding counts it.</summary>
    public DateOnly? UnservedOn { get; init; }
}

/// <summary>The talk took place and its hours were handed in. Published by interpreters for cases and funding.</summary>
[WireName("kim.interpreters.assignment-completed")]
public sealed record AssignmentCompleted
{
    /// <summary>The booking.</summary>
    [PersonReference]
    public required Guid BookingRef { get; init; }

    /// <summary>Version of the booking at the pool.</summary>
    public required long Version { get; init; }

    /// <summary>Length of the talk in minutes, travel not included.</summary>
    public required int Minutes { get; init; }

    /// <summary>Mode code.</summary>
    public required string Mode { get; init; }

    /// <summary>ISO 639-3 code of the language.</summary>
    public required string Language { get; init; }

    /// <summary>The day of the talk: the period in which funding counts it.</summary>
    public DateOnly? HeldOn { get; init; }
}

/// <summary>The assignment was paid by a dated rate rule and charged to funding pots. Published by interpreters for cases and funding.</summary>
[WireName("kim.interpreters.assignment-settled")]
public sealed record AssignmentSettled
{
    /// <summary>The booking.</summary>
    [PersonReference]
    public required Guid BookingRef { get; init; }

    /// <summary>Version of the booking at the pool.</summary>
    public required long Version { get; init; }

    /// <summary>Length of the talk in minutes, travel not included.</summary>
    public required int Minutes { get; init; }

    /// <summary>Key of the rate rule in force on the day of the talk.</summary>
    public required string RateRule { get; init; }

    /// <summary>First day of that rule's validity.</summary>
    public required DateOnly RateRuleValidFrom { get; init; }

    /// <summary>The day of the settlement.</summary>
    public required DateOnly SettledOn { get; init; }

    /// <summary>Amounts by funding pot; each line is rounded to the cent, half away from zero, before it is summed.</summary>
    public required IReadOnlyList<PotCharge> Charges { get; init; }
}

/// <summary>What one funding pot bears of a settlement.</summary>
public sealed record PotCharge
{
    /// <summary>Key of the funding pot.</summary>
    public required string Pot { get; init; }

    /// <summary>Kind of cost: ALLOWANCE or TRAVEL. The Land's money bears no travel cost (domain.md 6.1).</summary>
    public required string Kind { get; init; }

    /// <summary>EUR, two decimals.</summary>
    public required decimal AmountEur { get; init; }
}
