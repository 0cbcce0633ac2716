using Kim.Contracts.Vocabulary;

namespace Kim.Identity.Domain;

/// <summary>
/// One fact of funding about a position: that an account fills it from a day on, or that it left it. Facts are only added, so that any
/// order and any number of deliveries end in the same set; what holds on a day is computed from all of them.
/// </summary>
public sealed class OccupancyFact
{
    /// <summary>Key of the position.</summary>
    public required string Position { get; init; }

    /// <summary>Version of the position's occupancy with which the fact came.</summary>
    public required long Version { get; init; }

    /// <summary>Whether the account left the position.</summary>
    public required bool Vacated { get; init; }

    /// <summary>The account.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>Module of the position, if it belongs to KIM.</summary>
    public string? Module { get; init; }

    /// <summary>Key of the organisation with the Fachaufsicht.</summary>
    public string? Fachaufsicht { get; init; }

    /// <summary>First day on which it is filled, or of a vacating the first day on which it is vacant.</summary>
    public required DateOnly From { get; init; }

    /// <summary>First day on which it is no longer filled; null while open.</summary>
    public DateOnly? Until { get; init; }
}

/// <summary>What an account gets from the positions that it holds on a day.</summary>
/// <param name="Position">Key of the position; of several the one held longest.</param>
/// <param name="Module">Its module.</param>
/// <param name="Fachaufsicht">Organisation with the Fachaufsicht over it.</param>
/// <param name="Roles">Roles that the modules of all positions held give.</param>
internal sealed record Held(string? Position, string? Module, string? Fachaufsicht, IReadOnlyList<string> Roles)
{
    public static readonly Held Nothing = new(null, null, null, []);

    /// <summary>What the facts of one account give on a day.</summary>
    public static Held On(IEnumerable<OccupancyFact> facts, DateOnly day)
    {
        var filled = facts.GroupBy(fact => fact.Position, StringComparer.Ordinal).SelectMany(position => Filled(position, day))
            .OrderBy(fact => fact.From).ThenBy(fact => fact.Position, StringComparer.Ordinal).ToList();
        if (filled.Count == 0) return Nothing;
        return new Held(filled[0].Position, filled[0].Module, filled[0].Fachaufsicht, [.. filled.Select(fact => ModuleRoles.Of(fact.Module)).OfType<string>().Distinct()]);
    }

    // The next fact about the same account and position ends this one: a vacating on its day, a new filling as a whole (it corrects).
    private static IEnumerable<OccupancyFact> Filled(IEnumerable<OccupancyFact> ofPosition, DateOnly day)
    {
        var known = ofPosition.OrderBy(fact => fact.Version).ToList();
        return known.Where((fact, index) => !fact.Vacated && fact.From <= day && !(day >= fact.Until) && GoesOn(known.ElementAtOrDefault(index + 1), day));
    }

    private static bool GoesOn(OccupancyFact? next, DateOnly day) => next is null || (next.Vacated && day < next.From);
}

/// <summary>Which role the module of a position gives to its holder (domain.md 3.5, S-39 to S-44).</summary>
internal static class ModuleRoles
{
    private static readonly Dictionary<string, string> Table = new(StringComparer.Ordinal)
    {
        ["MODUL_I"] = Roles.Coordinator,
        ["MODUL_II"] = Roles.CaseManager,
        ["MODUL_III"] = Roles.NaturalisationOfficer,
    };

    /// <summary>The role, or null for a position outside KIM.</summary>
    public static string? Of(string? module) => module is null ? null : Table.GetValueOrDefault(module);
}
