using Kim.Results;

namespace Kim.Naturalisation.Domain.Procedure;

/// <summary>
/// A person whom cases referred, under a reference that only cases can join to a case, and the procedure that may follow. Holds no
/// fact about the person but the days of its steps. Personal data.
/// </summary>
public sealed class Referral
{
    private Referral()
    {
    }

    /// <summary>The reference of the referral, as cases gave it.</summary>
    public Guid Id { get; private set; }

    /// <summary>The day of the referral; null while only its withdrawal has arrived.</summary>
    public DateOnly? ReferredOn { get; private set; }

    /// <summary>Version of the newest referral, 0 while none has arrived.</summary>
    public long ReferredVersion { get; private set; }

    /// <summary>Version of the newest withdrawal of the consent.</summary>
    public long? WithdrawnVersion { get; private set; }

    /// <summary>When the consent was withdrawn.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>One of <see cref="ProcedureStates"/>.</summary>
    public string State { get; private set; } = ProcedureStates.Received;

    /// <summary>Version of the procedure, rising by one with each step.</summary>
    public long Version { get; private set; }

    /// <summary>The day of the last consultation.</summary>
    public DateOnly? CounselledOn { get; private set; }

    /// <summary>The route of the application.</summary>
    public string? Route { get; private set; }

    /// <summary>The day of the application.</summary>
    public DateOnly? AppliedOn { get; private set; }

    /// <summary>The decision.</summary>
    public Decision? Decision { get; private set; }

    /// <summary>The day of the hand-over.</summary>
    public DateOnly? HandedOverOn { get; private set; }

    /// <summary>The newest check.</summary>
    public LastCheck? LastCheck { get; private set; }

    /// <summary>The day on which a restricted file is erased (Art. 18 DSGVO); null while the file is worked with.</summary>
    public DateOnly? RestrictedUntil { get; private set; }

    /// <summary>The duty that keeps a restricted file.</summary>
    public string? RestrictionDuty { get; private set; }

    /// <summary>Whether the consent is withdrawn: no pull, no check, no step of an undecided procedure any more.</summary>
    public bool ConsentWithdrawn => WithdrawnVersion > ReferredVersion;

    /// <summary>Whether the procedure is decided and keeps its record.</summary>
    public bool IsDecided => State is ProcedureStates.Decided or ProcedureStates.HandedOver;

    /// <summary>Whether a check can still change anything.</summary>
    public bool IsOpen => !(ConsentWithdrawn || State == ProcedureStates.HandedOver || Decision is { Outcome: not DecisionOutcomes.Granted });

    /// <summary>The states that may follow.</summary>
    public IReadOnlyList<string> Allowed => ConsentWithdrawn && !IsDecided ? [] : ProcedureStates.NextSteps(State, Decision?.Outcome);

    /// <summary>A reference of which an event has arrived.</summary>
    public static Referral Meet(Guid id) => new() { Id = id };

    /// <summary>Keeps a referral; the newest version counts.</summary>
    public void Refer(long version, DateOnly referredOn)
    {
        if (version > ReferredVersion) (ReferredVersion, ReferredOn) = (version, referredOn);
    }

    /// <summary>Keeps a withdrawal of the consent; the newest version counts.</summary>
    public void Withdraw(long version, DateTimeOffset at)
    {
        if (WithdrawnVersion is null || version > WithdrawnVersion) (WithdrawnVersion, WithdrawnAt) = (version, at);
    }

    /// <summary>Use of the facts, as long as the consent stands and the procedure is open.</summary>
    public Result Use() => ConsentWithdrawn ? ConsentGone : IsOpen ? Result.Success : Blocked("PROCEDURE_ENDED", "The procedure has ended.");

    /// <summary>
    /// The person was erased at cases. A file with an application stays, out of sight, for as long as it must be kept; false when there
    /// is none.
    /// </summary>
    /// <param name="duty">The duty.</param>
    /// <param name="years">Full years after the year of the last step.</param>
    public bool Restrict(string duty, int years)
    {
        if (AppliedOn is not { } applied) return false;
        var last = HandedOverOn ?? Decision?.DecidedOn ?? applied;
        (RestrictedUntil, RestrictionDuty) = (new DateOnly(last.Year + 1, 1, 1).AddYears(years), duty);
        return true;
    }

    /// <summary>Remembers the newest check.</summary>
    public void Checked(LastCheck check) => LastCheck = check;

    /// <summary>Forgets the checks, which go with the facts.</summary>
    public void ForgetChecks() => LastCheck = null;

    /// <summary>A consultation was held; there may be more than one.</summary>
    public Result Counsel(DateOnly heldOn, DateOnly today)
    {
        if (Step(ProcedureStates.Counselled) is { } refused) return refused;
        if (heldOn < ReferredOn || heldOn > today) return Outside("heldOn");
        CounselledOn = heldOn;
        return Enter(ProcedureStates.Counselled);
    }

    /// <summary>An application was filed.</summary>
    public Result Apply(string route, DateOnly filedOn, DateOnly today)
    {
        if (Step(ProcedureStates.Applied) is { } refused) return refused;
        // Who was referred may have filed long before: the day of the application is the person's, not the referral's.
        if (filedOn > today) return Outside("filedOn");
        (Route, AppliedOn) = (route, filedOn);
        return Enter(ProcedureStates.Applied);
    }

    /// <summary>The application was decided, or taken back.</summary>
    public Result Decide(Decision decision, DateOnly today)
    {
        if (Step(ProcedureStates.Decided) is { } refused) return refused;
        if (decision.DecidedOn < AppliedOn || decision.DecidedOn > today) return Outside("decidedOn");
        Decision = decision;
        return Enter(ProcedureStates.Decided);
    }

    /// <summary>The Urkunde was handed over.</summary>
    public Result HandOver(DateOnly handedOverOn, DateOnly today)
    {
        if (Step(ProcedureStates.HandedOver) is { } refused) return refused;
        if (handedOverOn < Decision!.DecidedOn || handedOverOn > today) return Outside("handedOverOn");
        HandedOverOn = handedOverOn;
        return Enter(ProcedureStates.HandedOver);
    }

    /// <summary>Why a step is not possible now; null when it is.</summary>
    public Error? Step(string to)
    {
        if (ConsentWithdrawn && !IsDecided) return ConsentGone;
        return Allowed.Contains(to) ? null : Blocked("STATE_" + State, $"This step does not follow {State}.");
    }

    private static Error ConsentGone { get; } = Error.Conflict("consent-withdrawn", "The consent was withdrawn: its facts may not be used any more.") with { Allowed = [] };

    private Error Blocked(string guard, string title) => Error.Blocked(guard, title, Allowed);

    private static Error Outside(string field) => Error.Invalid("day-out-of-order", "The day lies before the step it follows, or in the future.", field);

    private Result Enter(string state)
    {
        State = state;
        Version++;
        return Result.Success;
    }
}

/// <summary>A decision.</summary>
public sealed record Decision
{
    /// <summary>GRANTED, REFUSED or WITHDRAWN.</summary>
    public required string Outcome { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly DecidedOn { get; init; }

    /// <summary>Why, in the officer's words. Special category: stays in this service.</summary>
    public required string Reason { get; init; }

    /// <summary>The day of the personal interview.</summary>
    public DateOnly? InterviewOn { get; init; }

    /// <summary>Why there was none, where there was none.</summary>
    public string? InterviewWaiver { get; init; }

    /// <summary>The check on which it rests.</summary>
    public Guid? CheckId { get; init; }

    /// <summary>The fee of § 38 in euro.</summary>
    public decimal? FeeEur { get; init; }

    /// <summary>The fee rule.</summary>
    public string? FeeRule { get; init; }
}

/// <summary>The newest check of a referral, for lists and the work list.</summary>
/// <param name="CheckId">The check.</param>
/// <param name="DecisionOn">Its decision day.</param>
/// <param name="RuleSet">Key of the rule set.</param>
/// <param name="Revision">Correction of the rule set.</param>
/// <param name="Overall">What it found, overrulings included.</param>
/// <param name="FirstPossibleOn">First possible day.</param>
public sealed record LastCheck(Guid CheckId, DateOnly DecisionOn, string RuleSet, int Revision, string Overall, DateOnly? FirstPossibleOn);
