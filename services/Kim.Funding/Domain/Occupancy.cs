using Kim.Results;

namespace Kim.Funding.Domain;

/// <summary>How somebody is employed: Beamte have Pensionsrückstellungen, which no programme pays (S-12).</summary>
public static class EmploymentTypes
{
    public const string Beamter = "BEAMTER";
    public const string Tarif = "TARIF";

    /// <summary>Both.</summary>
    public static readonly IReadOnlyList<string> All = [Beamter, Tarif];
}

/// <summary>The facts of an occupancy.</summary>
/// <param name="AccountId">The account that holds it; null for somebody without one (staff of a carrier).</param>
/// <param name="Vzae">Share in VZÄ, more than 0, two decimals; at most 1 with an account.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Exclusive; null is open.</param>
/// <param name="EmploymentType">BEAMTER or TARIF.</param>
public sealed record OccupancyFacts(Guid? AccountId, decimal Vzae, DateOnly From, DateOnly? Until, string EmploymentType);

/// <summary>Who holds a part of a position from a day on. A wrong row is corrected by another one and stays.</summary>
public sealed class Occupancy
{
    private Occupancy()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>Key of the position.</summary>
    public string Position { get; private set; } = "";

    /// <summary>Key in the profile; null for what the office entered.</summary>
    public string? ProfileKey { get; private set; }

    public Guid? AccountId { get; private set; }

    /// <summary>VZÄ, two decimals.</summary>
    public decimal Vzae { get; private set; }

    public DateOnly From { get; private set; }

    /// <summary>Exclusive; null is open.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>BEAMTER or TARIF.</summary>
    public string EmploymentType { get; private set; } = EmploymentTypes.Tarif;

    public Provenance Provenance { get; private set; } = Provenance.Office;

    public Entry Recorded { get; private set; } = null!;

    /// <summary>Who corrected it, when and why; null while it stands.</summary>
    public Entry? Corrected { get; private set; }

    /// <summary>The row that took its place; null while it stands, or when it never happened.</summary>
    public Guid? CorrectedBy { get; private set; }

    /// <summary>Whether it stands: rows that do not are history and count nowhere.</summary>
    public bool Stands => Corrected is null;

    /// <summary>Records an occupancy.</summary>
    public static Occupancy Of(Guid id, string position, OccupancyFacts facts, Entry recorded) => new()
    {
        Id = id,
        Position = position,
        AccountId = facts.AccountId,
        Vzae = facts.Vzae,
        From = facts.From,
        Until = facts.Until,
        EmploymentType = facts.EmploymentType,
        Recorded = recorded,
    };

    /// <summary>Comes from the profile.</summary>
    public Occupancy FromProfile(string key, Provenance provenance)
    {
        (ProfileKey, Provenance) = (key, provenance);
        return this;
    }

    /// <summary>The facts as they stand.</summary>
    public OccupancyFacts Facts => new(AccountId, Vzae, From, Until, EmploymentType);

    /// <summary>Whether it counts on a day.</summary>
    public bool HoldsOn(DateOnly day) => Stands && Period.Holds(From, Until, day);

    /// <summary>Somebody leaves.</summary>
    public Result End(DateOnly until)
    {
        if (!Stands || Until is not null) return Error.Blocked("OCCUPANCY_ENDED", "The occupancy has an end already; correct it if it is wrong.", ["CORRECTION"]);
        if (until <= From) return Error.Invalid("period-empty", "The end lies after the first day; what never happened is a correction.", "until");
        Until = until;
        return Result.Success;
    }

    /// <summary>Another row takes its place (null: it never happened).</summary>
    public void CorrectWith(Guid? other, Entry by) => (Corrected, CorrectedBy) = (by, other);
}
