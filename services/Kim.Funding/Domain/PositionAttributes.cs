namespace Kim.Funding.Domain;

/// <summary>
/// Who employs, which region is served and who has the Fachaufsicht: three different things (domain.md 2.3), together one
/// version while valid. A version that was wrong is superseded and stays.
/// </summary>
public sealed class PositionAttributes
{
    private PositionAttributes()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>Key of the position.</summary>
    public string Position { get; private set; } = "";

    /// <summary>Key of the employing organisation (Dienstaufsicht).</summary>
    public string Employer { get; private set; } = "";

    /// <summary>AGS of the municipalities served; empty means the whole Kreis.</summary>
    public IReadOnlyList<string> RegionServed { get; private set; } = [];

    /// <summary>Key of the organisation with the Fachaufsicht, whoever employs; null where nobody has it.</summary>
    public string? Fachaufsicht { get; private set; }

    /// <summary>First day.</summary>
    public DateOnly ValidFrom { get; private set; }

    /// <summary>First day on which it no longer holds; null is open.</summary>
    public DateOnly? ValidUntil { get; private set; }

    /// <summary>Key of the decision behind it (S-43), if one was needed.</summary>
    public string? DecisionKey { get; private set; }

    /// <summary>Who recorded it.</summary>
    public Entry Recorded { get; private set; } = null!;

    /// <summary>Who replaced it because it was wrong; null while it stands.</summary>
    public Entry? Superseded { get; private set; }

    /// <summary>Whether the accounts that hold the position were told (from the first day on).</summary>
    public bool Announced { get; private set; }

    /// <summary>Whether it stands.</summary>
    public bool Stands => Superseded is null;

    internal static PositionAttributes Of(Guid id, string position, AttributeValues values, DateOnly from, DateOnly? until, Entry recorded) => new()
    {
        Id = id,
        Position = position,
        Employer = values.Employer,
        RegionServed = values.RegionServed,
        Fachaufsicht = values.Fachaufsicht,
        DecisionKey = values.DecisionKey,
        ValidFrom = from,
        ValidUntil = until,
        Recorded = recorded,
    };

    internal void EndOn(DateOnly until) => ValidUntil = until;

    internal void Supersede(Entry by) => Superseded = by;

    /// <summary>The accounts were told.</summary>
    public void Announce() => Announced = true;
}

/// <summary>The values of a version.</summary>
/// <param name="Employer">Key of the employing organisation.</param>
/// <param name="RegionServed">AGS; empty means the whole Kreis.</param>
/// <param name="Fachaufsicht">Key of the organisation with the Fachaufsicht.</param>
/// <param name="DecisionKey">Key of the decision behind it.</param>
public sealed record AttributeValues(string Employer, IReadOnlyList<string> RegionServed, string? Fachaufsicht, string? DecisionKey = null);
