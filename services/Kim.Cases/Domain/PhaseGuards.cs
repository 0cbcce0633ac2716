namespace Kim.Cases.Domain;

/// <summary>What the guards of the phases look at, of a case on a day (domain.md 3.1).</summary>
public sealed record PhaseFacts
{
    public required string Phase { get; init; }

    /// <summary>Whether a consent of the person is valid on the day.</summary>
    public required bool ConsentValid { get; init; }

    /// <summary>Whether criteria or a reasoned override make an indication.</summary>
    public required bool Indicated { get; init; }

    /// <summary>Life domains that are rated.</summary>
    public required IReadOnlyList<string> Rated { get; init; }

    /// <summary>Whether the person has agreed to the plan in its present version.</summary>
    public required bool PlanAgreed { get; init; }

    /// <summary>Whether a measure has been started.</summary>
    public required bool MeasureStarted { get; init; }

    /// <summary>Whether goals count at closing and one of them is not rated.</summary>
    public required bool GoalsOpen { get; init; }
}

/// <summary>A phase that comes next in the procedure, and the guard that keeps it shut.</summary>
public sealed record BlockedPhase(string Phase, string Guard);

/// <summary>The guards between the phases (domain.md 3.1).</summary>
public static class PhaseGuards
{
    /// <summary>The steps that are possible: those of the procedure whose guard holds.</summary>
    public static IReadOnlyList<string> Allowed(PhaseFacts facts) => [.. Phases.After(facts.Phase).Where(to => Failing(to, facts) is null)];

    /// <summary>The steps of the procedure that a guard keeps shut.</summary>
    public static IReadOnlyList<BlockedPhase> Blocked(PhaseFacts facts) =>
    [
        .. Phases.After(facts.Phase)
            .Select(to => (to, failing: Failing(to, facts)))
            .Where(step => step.failing is not null)
            .Select(step => new BlockedPhase(step.to, step.failing!.Value.Guard)),
    ];

    /// <summary>The guard that keeps a step shut, in words too, or null.</summary>
    public static (string Guard, string Title)? Failing(string to, PhaseFacts facts) => to switch
    {
        Phases.Assessment when !facts.ConsentValid => (Guards.ConsentValid, "No consent of the person is valid today."),
        Phases.Assessment when !facts.Indicated => (Guards.Indication, "The indication needs two criteria or a reasoned override."),
        Phases.Hilfeplanung when LifeDomains.Mandatory.Except(facts.Rated).Any() => (Guards.DomainsRated, "Not all mandatory life domains are rated."),
        Phases.Linking when !facts.PlanAgreed => (Guards.PlanAgreed, "The person's agreement to the plan is not recorded."),
        Phases.Monitoring when !facts.MeasureStarted => (Guards.MeasureStarted, "No measure has been started."),
        Phases.Abgeschlossen when facts.GoalsOpen => (Guards.GoalsRated, "Not every goal is rated."),
        _ => null,
    };
}
