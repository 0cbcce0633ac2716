namespace Kim.Cases.Domain;

/// <summary>The way through the phases, with its guards (domain.md 3.1).</summary>
public sealed partial class Case
{
    /// <summary>Criteria that make an indication without a reasoned override.</summary>
    public const int CriteriaNeeded = 2;

    /// <summary>Whether the case ever left Hilfeplanung forward: from then on its goals count at closing.</summary>
    public bool PlanningPassed { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    public string? ClosureReason { get; private set; }

    public string? ClosureNote { get; private set; }

    /// <summary>The steps that are possible on a day: those of the procedure whose guard holds.</summary>
    public IReadOnlyList<string> AllowedPhases(DateOnly day) => PhaseGuards.Allowed(Facts(day));

    public Result MoveTo(PhaseStep step, Act act)
    {
        if (Refused() is { } closed) return closed;
        if (!Phases.After(Phase).Contains(step.To))
            return Blocked((Guards.Transition, $"The procedure knows no step from {Phase} to {step.To}."), act.Day);
        if (PhaseGuards.Failing(step.To, Facts(act.Day)) is { } failing) return Blocked(failing, act.Day);
        if (step.To == Phases.Abgeschlossen && CheckClosure(step, act.Day) is { } reason) return reason;

        _phaseChanges.Add(new PhaseChange(Id, Phase, step, act));
        if (Phase == Phases.Hilfeplanung && step.To == Phases.Linking) PlanningPassed = true;
        if (Phase == Phases.Monitoring && step.To is Phases.Assessment or Phases.Hilfeplanung) PlanVersion++;
        if (step.To == Phases.Abgeschlossen) (ClosedOn, ClosureReason, ClosureNote) = (act.Day, step.ClosureReason, step.Note);
        Phase = step.To;
        return Touched();
    }

    private Error? CheckClosure(PhaseStep step, DateOnly day)
    {
        if (string.IsNullOrWhiteSpace(step.ClosureReason))
            return Blocked((Guards.ClosureReason, "A case is closed with a reason of the controlled list."), day);
        if (!ClosureReasons.All.Contains(step.ClosureReason))
            return Error.Invalid("unknown-code", "The closure reason is not on the controlled list.", "closureReason");
        return ClosureReasons.NeedsPlan(step.ClosureReason) && !PlanningPassed
            ? Blocked((Guards.ClosureReason, "Goals cannot have been reached: the case never came through Hilfeplanung."), day)
            : null;
    }

    /// <summary>What the guards look at on a day.</summary>
    public PhaseFacts Facts(DateOnly day) => new()
    {
        Phase = Phase,
        ConsentValid = _consents.Exists(consent => consent.ValidOn(day)),
        Indicated = IsIndicated(IndicationCriteria.Count, IndicationOverride),
        Rated = [.. _ratings.Select(rating => rating.Domain)],
        PlanAgreed = PlanAgreedVersion == PlanVersion,
        MeasureStarted = _goals.Exists(goal => goal.Measures.Any(measure => measure.State == Measure.Started)),
        GoalsOpen = PlanningPassed && _goals.Exists(goal => goal.Attainment is null),
    };

    /// <summary>Whether criteria, or a reasoned override, make an indication.</summary>
    public static bool IsIndicated(int criteria, string? overrideReason) => criteria >= CriteriaNeeded || overrideReason is not null;

    private Error Blocked((string Guard, string Title) failing, DateOnly day) =>
        Error.Blocked(failing.Guard, failing.Title, AllowedPhases(day));
}

/// <summary>A step to another phase.</summary>
public sealed record PhaseStep(string To, string? ClosureReason = null, string? Note = null);

/// <summary>A change of phase in the Verlauf of a case; only added, never changed.</summary>
public sealed class PhaseChange
{
    private PhaseChange()
    {
    }

    internal PhaseChange(Guid caseId, string from, PhaseStep step, Act act)
    {
        (Id, CaseId, From, To) = (Guid.CreateVersion7(act.At), caseId, from, step.To);
        (Note, At, By) = (step.Note, act.At, act.By);
    }

    public Guid Id { get; private set; }

    public Guid CaseId { get; private set; }

    public string From { get; private set; } = "";

    public string To { get; private set; } = "";

    public string? Note { get; private set; }

    public DateTimeOffset At { get; private set; }

    public Guid By { get; private set; }
}
