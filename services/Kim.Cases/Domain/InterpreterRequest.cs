namespace Kim.Cases.Domain;

/// <summary>
/// A request for an interpreter from a case and what the pool reported about it. The pool's events may come in any order and more
/// than once: each kind of fact keeps the version it came with, and the state is computed from all facts, so that nothing is lost
/// when 'settled' overtakes 'completed'.
/// </summary>
public sealed class InterpreterRequest
{
    private InterpreterRequest()
    {
    }

    public Guid Id { get; private set; }

    public Guid CaseId { get; private set; }

    /// <summary>The booking as both services know it: random, so that it tells nothing about the case.</summary>
    public Guid BookingRef { get; private set; }

    /// <summary>Version of the request in the events of this service.</summary>
    public long Version { get; private set; } = 1;

    public TalkTerms Talk { get; private set; } = null!;

    public Guid RequestedBy { get; private set; }

    public DateTimeOffset RequestedAt { get; private set; }

    public DateTimeOffset? CancelledAt { get; private set; }

    public long? ConfirmedVersion { get; private set; }

    public long? DeclinedVersion { get; private set; }

    public string? DeclineReason { get; private set; }

    public long? UnservedVersion { get; private set; }

    public long? CompletedVersion { get; private set; }

    public int? CompletedMinutes { get; private set; }

    public long? SettledVersion { get; private set; }

    public Settlement? Settlement { get; private set; }

    public string State { get; private set; } = InterpreterStates.Requested;

    /// <summary>Minutes of the talk: the settled ones count, else those handed in.</summary>
    public int? Minutes => Settlement?.Minutes ?? CompletedMinutes;

    /// <summary>What the funding pots bear together.</summary>
    public decimal? SettledEur => Settlement?.Charges.Sum(charge => charge.AmountEur);

    /// <summary>Whether the talk can still be called off.</summary>
    public bool Open => State is InterpreterStates.Requested or InterpreterStates.Confirmed;

    public static InterpreterRequest Ask(Guid caseId, TalkTerms talk, Act act) => new()
    {
        Id = Guid.CreateVersion7(act.At),
        CaseId = caseId,
        BookingRef = Guid.NewGuid(),
        Talk = talk,
        RequestedBy = act.By,
        RequestedAt = act.At,
    };

    public Result Cancel(DateTimeOffset at)
    {
        if (!Open) return Error.Conflict("request-ended", $"The request is {State} and cannot be cancelled.");
        CancelledAt = at;
        Version++;
        return Derive();
    }

    public void Confirmed(long version)
    {
        if (version > (ConfirmedVersion ?? 0)) ConfirmedVersion = version;
        Derive();
    }

    public void Declined(long version, string reason)
    {
        if (version > (DeclinedVersion ?? 0)) (DeclinedVersion, DeclineReason) = (version, reason);
        Derive();
    }

    public void Unserved(long version)
    {
        if (version > (UnservedVersion ?? 0)) UnservedVersion = version;
        Derive();
    }

    public void Completed(long version, int minutes)
    {
        if (version > (CompletedVersion ?? 0)) (CompletedVersion, CompletedMinutes) = (version, minutes);
        Derive();
    }

    public void SettledWith(long version, Settlement settlement)
    {
        if (version > (SettledVersion ?? 0)) (SettledVersion, Settlement) = (version, settlement);
        Derive();
    }

    // A talk that took place stays so, whatever else arrives; before that our own cancellation ends the matter; else the
    // pool's newest word counts.
    private Result Derive()
    {
        var (confirmed, declined, unserved) = (ConfirmedVersion ?? 0, DeclinedVersion ?? 0, UnservedVersion ?? 0);
        State = this switch
        {
            { SettledVersion: not null } => InterpreterStates.Settled,
            { CompletedVersion: not null } => InterpreterStates.Completed,
            { CancelledAt: not null } => InterpreterStates.Cancelled,
            _ when confirmed > declined && confirmed > unserved => InterpreterStates.Confirmed,
            _ when declined > unserved => InterpreterStates.Declined,
            _ when unserved > 0 => InterpreterStates.Unserved,
            _ => InterpreterStates.Requested,
        };
        return Result.Success;
    }
}

/// <summary>States of an interpreter request as the case shows them.</summary>
public static class InterpreterStates
{
    public const string Requested = "REQUESTED";
    public const string Confirmed = "CONFIRMED";
    public const string Declined = "DECLINED";
    public const string Unserved = "UNSERVED";
    public const string Completed = "COMPLETED";
    public const string Settled = "SETTLED";
    public const string Cancelled = "CANCELLED";
}

/// <summary>The talk for which an interpreter is needed.</summary>
public sealed record TalkTerms
{
    public required string Language { get; init; }

    public string? Dialect { get; init; }

    public required string Mode { get; init; }

    public required DateTimeOffset StartsAt { get; init; }

    public required int DurationMinutes { get; init; }

    public required string Ags { get; init; }

    /// <summary>Place of the agency, never a home address.</summary>
    public required string MeetingPlace { get; init; }

    public required string TopicClass { get; init; }

    public required int RequiredLevel { get; init; }

    public string? Gender { get; init; }

    public bool GenderRequired { get; init; }

    /// <summary>Least level by topic class where none is asked for: legal effect needs a sworn interpreter, medical consent a certified one (domain.md 6.3).</summary>
    public static int DefaultLevel(string topicClass) => topicClass switch
    {
        "LEGAL_EFFECT" => 5,
        "MEDICAL_CONSENT" => 3,
        _ => 1,
    };
}

/// <summary>How the pool paid for a talk.</summary>
public sealed record Settlement(
    int Minutes, string RateRule, DateOnly RateRuleValidFrom, DateOnly SettledOn, IReadOnlyList<Charge> Charges);

/// <summary>What one funding pot bears.</summary>
public sealed record Charge(string Pot, string Kind, decimal AmountEur);
