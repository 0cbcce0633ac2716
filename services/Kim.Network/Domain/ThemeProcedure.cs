using Kim.Results;

namespace Kim.Network.Domain;

/// <summary>A step of the procedure and the guard that must hold for it.</summary>
/// <param name="From">State before.</param>
/// <param name="To">State after.</param>
/// <param name="By">What causes the step.</param>
internal sealed record ThemeStep(string From, string To, string By);

/// <summary>The procedure of a theme as data (domain.md 3.6): which step is allowed from where, and what causes it.</summary>
internal static class ThemeProcedure
{
    /// <summary>The number of open needs reached or left the threshold.</summary>
    public const string ByNeeds = "NEEDS";

    /// <summary>The office put the theme on an agenda.</summary>
    public const string ByAgenda = "AGENDA";

    /// <summary>The committee met or decided.</summary>
    public const string ByCommittee = "COMMITTEE";

    /// <summary>Work on the measure began.</summary>
    public const string ByMeasure = "MEASURE";

    /// <summary>A coordinator judged.</summary>
    public const string ByCoordinator = "COORDINATOR";

    /// <summary>All steps.</summary>
    public static readonly IReadOnlyList<ThemeStep> Steps =
    [
        new(ThemeState.Gemeldet, ThemeState.Gebuendelt, ByNeeds),
        new(ThemeState.Gebuendelt, ThemeState.Gemeldet, ByNeeds),
        new(ThemeState.Gebuendelt, ThemeState.Eingebracht, ByAgenda),
        new(ThemeState.Zurueckgestellt, ThemeState.Eingebracht, ByAgenda),
        new(ThemeState.Beraten, ThemeState.Eingebracht, ByAgenda),
        new(ThemeState.Eingebracht, ThemeState.Beraten, ByCommittee),
        new(ThemeState.Beraten, ThemeState.Beraten, ByCommittee),
        new(ThemeState.Eingebracht, ThemeState.Beschlossen, ByCommittee),
        new(ThemeState.Beraten, ThemeState.Beschlossen, ByCommittee),
        new(ThemeState.Eingebracht, ThemeState.Abgelehnt, ByCommittee),
        new(ThemeState.Beraten, ThemeState.Abgelehnt, ByCommittee),
        new(ThemeState.Eingebracht, ThemeState.Zurueckgestellt, ByCommittee),
        new(ThemeState.Beraten, ThemeState.Zurueckgestellt, ByCommittee),
        new(ThemeState.Beschlossen, ThemeState.InUmsetzung, ByMeasure),
        new(ThemeState.Gebuendelt, ThemeState.Zurueckgestellt, ByCoordinator),
        new(ThemeState.Zurueckgestellt, ThemeState.Gebuendelt, ByCoordinator),
        new(ThemeState.Beraten, ThemeState.AnLandAdressiert, ByCoordinator),
        new(ThemeState.Beschlossen, ThemeState.AnLandAdressiert, ByCoordinator),
        new(ThemeState.InUmsetzung, ThemeState.AnLandAdressiert, ByCoordinator),
        new(ThemeState.AnLandAdressiert, ThemeState.WirksamGeprueft, ByCoordinator),
        new(ThemeState.InUmsetzung, ThemeState.WirksamGeprueft, ByCoordinator),
    ];

    /// <summary>The states that the given cause may lead to.</summary>
    public static IReadOnlyList<string> Next(string from, string by) =>
        [.. Steps.Where(step => step.From == from && step.By == by).Select(step => step.To)];

    /// <summary>All states that may follow, whatever the cause.</summary>
    public static IReadOnlyList<string> Next(string from) =>
        [.. Steps.Where(step => step.From == from).Select(step => step.To).Distinct(StringComparer.Ordinal)];

    /// <summary>Null when the step is allowed, else why not, with the steps that are.</summary>
    public static Error? Refuse(string from, string to, string by)
    {
        if (Steps.Contains(new ThemeStep(from, to, by))) return null;
        return Error.Blocked($"{by}_STEP", $"A theme in state {from} cannot go to {to} by {by}.", Next(from, by));
    }
}
