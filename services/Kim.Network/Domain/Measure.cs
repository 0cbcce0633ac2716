using Kim.Results;

namespace Kim.Network.Domain;

/// <summary>What a resolution ordered, who owns it and how far it is.</summary>
internal sealed class Measure
{
    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The resolution that ordered it.</summary>
    public Guid ResolutionId { get; private set; }

    /// <summary>Number of the resolution, as people call it.</summary>
    public string ResolutionNumber { get; private set; } = "";

    /// <summary>The theme.</summary>
    public Guid ThemeId { get; private set; }

    /// <summary>What is to be done.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Key of the organisation that owns it.</summary>
    public string Owner { get; private set; } = "";

    /// <summary>Name of the organisation on the day of the resolution.</summary>
    public string OwnerName { get; private set; } = "";

    /// <summary>Not begun before this day.</summary>
    public DateOnly DecidedOn { get; private set; }

    /// <summary>Due.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>State code.</summary>
    public string State { get; private set; } = MeasureState.Decided;

    /// <summary>When work began.</summary>
    public DateOnly? StartedOn { get; private set; }

    /// <summary>When it was done.</summary>
    public DateOnly? CompletedOn { get; private set; }

    /// <summary>What is different now.</summary>
    public string? Outcome { get; private set; }

    /// <summary>Rises by one with each change that others are told.</summary>
    public long Version { get; private set; }

    /// <summary>The measure that an adopted resolution orders.</summary>
    public static Measure Order(Guid id, Resolution resolution, MeasureOrder order, string ownerName) => new()
    {
        Id = id,
        ResolutionId = resolution.Id,
        ResolutionNumber = resolution.Number,
        ThemeId = resolution.ThemeId,
        Title = order.Title,
        Owner = order.Owner,
        OwnerName = ownerName,
        DecidedOn = resolution.AdoptedOn,
        DueOn = order.DueOn,
        Version = 1,
    };

    /// <summary>Work begins.</summary>
    public Result Start(DateOnly on, DateOnly today)
    {
        if (State != MeasureState.Decided) return Error.Blocked("MEASURE_DECIDED", "Only a measure that has not begun can start.", Next());
        if (on > today) return Error.Invalid("date-in-future", "The start lies in the future.", "startedOn");
        if (on < DecidedOn) return Error.Invalid("start-before-resolution", "The measure cannot start before its resolution.", "startedOn");
        (State, StartedOn, Version) = (MeasureState.Started, on, Version + 1);
        return Result.Success;
    }

    /// <summary>The measure is done; its outcome is what the affected cases will read.</summary>
    public Result Complete(DateOnly on, string outcome, DateOnly today)
    {
        if (State != MeasureState.Started) return Error.Blocked("MEASURE_STARTED", "Only a measure that has begun can be completed.", Next());
        if (on > today) return Error.Invalid("date-in-future", "The completion lies in the future.", "completedOn");
        if (on < StartedOn) return Error.Invalid("completion-before-start", "The measure cannot be completed before it started.", "completedOn");
        if (string.IsNullOrWhiteSpace(outcome)) return Error.Invalid("outcome-missing", "A completed measure needs an outcome.", "outcome");
        (State, CompletedOn, Outcome, Version) = (MeasureState.Completed, on, outcome, Version + 1);
        return Result.Success;
    }

    private IReadOnlyList<string> Next() => State switch
    {
        MeasureState.Decided => [MeasureState.Started],
        MeasureState.Started => [MeasureState.Completed],
        _ => [],
    };
}
