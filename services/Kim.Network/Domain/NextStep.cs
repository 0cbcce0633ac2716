using Kim.Results;

namespace Kim.Network.Domain;

/// <summary>A next step. The profile brings it; from its first change on, its state belongs to the staff.</summary>
internal sealed class NextStep
{
    /// <summary>Key.</summary>
    public Guid Id { get; set; }

    /// <summary>Key in the profile.</summary>
    public required string Key { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>MEETING, WORKING_GROUP, STAFFING, DISTRICTS or OTHER.</summary>
    public required string Kind { get; init; }

    /// <summary>State code.</summary>
    public required string State { get; set; }

    /// <summary>Day of the last change by the staff; null while the state is the one of the profile.</summary>
    public DateOnly? ChangedOn { get; set; }

    /// <summary>Each change by the staff, oldest first.</summary>
    public List<StepChange> History { get; set; } = [];

    /// <summary>Day on which it is due, if named.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Key of the committee concerned.</summary>
    public string? Committee { get; init; }

    /// <summary>What is still to be answered.</summary>
    public string? OpenQuestion { get; init; }

    /// <summary>What later papers answer.</summary>
    public string? Answer { get; init; }

    /// <summary>What a reader should know.</summary>
    public string? Note { get; init; }

    /// <summary>Where it stands.</summary>
    public List<string> Sources { get; init; } = [];

    /// <summary>Place in the list.</summary>
    public int Position { get; init; }

    /// <summary>Invented for the demo.</summary>
    public bool Demo { get; init; }

    /// <summary>Keeps what the staff made of it when the profile comes again.</summary>
    public NextStep Over(NextStep known)
    {
        Id = known.Id;
        if (known.ChangedOn is not null) (State, ChangedOn, History) = (known.State, known.ChangedOn, known.History);
        return this;
    }

    /// <summary>Moves on.</summary>
    /// <param name="to">State code.</param>
    /// <param name="note">Why; a step is given up with a reason only.</param>
    /// <param name="today">The day.</param>
    public Result Move(string to, string? note, DateOnly today)
    {
        if (!StepState.After(State).Contains(to, StringComparer.Ordinal))
            return Error.Blocked("TRANSITION", $"A step that is {State} cannot become {to}.", StepState.After(State));
        if (to == StepState.Dropped && string.IsNullOrWhiteSpace(note)) return Error.Invalid("note-missing", "A step is given up with a reason.", "note");
        History = [.. History, new StepChange(State, to, today, note)];
        (State, ChangedOn) = (to, today);
        return Result.Success;
    }
}

/// <summary>A change of a step.</summary>
/// <param name="From">State before.</param>
/// <param name="To">State after.</param>
/// <param name="On">Day.</param>
/// <param name="Note">Why.</param>
public sealed record StepChange(string From, string To, DateOnly On, string? Note);
