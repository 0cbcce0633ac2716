using Kim.ServiceKit.Profile.Model;

namespace Kim.Funding.Reference.Profile;

/// <summary><c>occupancies.json</c>: who holds a position when an installation starts. Afterwards the register rules.</summary>
public sealed record OccupancyEntry : ProfileEntry
{
    /// <summary>Stable key.</summary>
    public required string Key { get; init; }

    /// <summary>Key of the position.</summary>
    public required string Position { get; init; }

    /// <summary>The account that holds it; absent for staff without one.</summary>
    public Guid? Account { get; init; }

    /// <summary>VZÄ.</summary>
    public required decimal Fte { get; init; }

    /// <summary>BEAMTER or TARIF.</summary>
    public required string EmploymentType { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Exclusive; absent is open.</summary>
    public DateOnly? ValidUntil { get; init; }
}
