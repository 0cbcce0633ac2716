using Kim.Results;

namespace Kim.Funding.Domain;

/// <summary>What a position is, beside its dated attributes.</summary>
public sealed record PositionFacts
{
    /// <summary>Title in German.</summary>
    public required string Title { get; init; }

    /// <summary>MODUL_I, MODUL_II, MODUL_III; null outside KIM. The 0.5 Verwaltungsassistenz has none and so counts in no quota .</summary>
    public string? Module { get; init; }

    /// <summary>Keys of the programmes; two labels are still one position .</summary>
    public required IReadOnlyList<string> Programmes { get; init; }

    /// <summary>Established size in VZÄ, two decimals.</summary>
    public required decimal Vzae { get; init; }

    /// <summary>Whether a selection procedure runs (S-66).</summary>
    public bool Recruiting { get; init; }

    /// <summary>First funded day.</summary>
    public required DateOnly FundedFrom { get; init; }

    /// <summary>First day on which it is no longer funded; null is open.</summary>
    public DateOnly? FundedUntil { get; init; }

    /// <summary>Sources and marks.</summary>
    public required Provenance Provenance { get; init; }
}

/// <summary>An established position (Planstelle). Who holds it when stands in <see cref="Occupancy"/>.</summary>
public sealed class Position
{
    private readonly List<PositionAttributes> _attributes = [];

    private Position()
    {
    }

    /// <summary>Stable key, for example <c>cm-1</c>.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Id for audit and for the order of events.</summary>
    public Guid Id { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>KIM module or null.</summary>
    public string? Module { get; private set; }

    public IReadOnlyList<string> Programmes { get; private set; } = [];

    /// <summary>Established size in VZÄ.</summary>
    public decimal Vzae { get; private set; }

    public bool Recruiting { get; private set; }

    public DateOnly FundedFrom { get; private set; }

    /// <summary>Exclusive; null is open.</summary>
    public DateOnly? FundedUntil { get; private set; }

    public Provenance Provenance { get; private set; } = Provenance.Office;

    /// <summary>Rises by one with each event about who holds it; the listeners' version.</summary>
    public long OccupancyVersion { get; private set; }

    /// <summary>All versions of the attributes, superseded ones included.</summary>
    public IReadOnlyList<PositionAttributes> Attributes => _attributes;

    /// <summary>Establishes a position.</summary>
    public static Position Establish(Guid id, string key) => new() { Id = id, Key = key };

    /// <summary>What it is.</summary>
    public Position Define(PositionFacts facts)
    {
        (Title, Module, Programmes, Vzae, Recruiting) = (facts.Title, facts.Module, facts.Programmes, facts.Vzae, facts.Recruiting);
        (FundedFrom, FundedUntil, Provenance) = (facts.FundedFrom, facts.FundedUntil, facts.Provenance);
        return this;
    }

    /// <summary>Whether it is funded on a day.</summary>
    public bool ExistsOn(DateOnly day) => Period.Holds(FundedFrom, FundedUntil, day);

    /// <summary>The attributes in force on a day.</summary>
    public PositionAttributes? On(DateOnly day) =>
        _attributes.SingleOrDefault(version => version.Stands && Period.Holds(version.ValidFrom, version.ValidUntil, day));

    /// <summary>The next version of its occupancy.</summary>
    public long NextVersion() => ++OccupancyVersion;

    /// <summary>The first version of the attributes, or another one while nobody but the profile wrote any.</summary>
    public void Begin(Guid id, AttributeValues values, Entry recorded)
    {
        if (_attributes.Any(version => version.Recorded.By is not null)) return;
        if (On(FundedFrom) is { } known && known.Employer == values.Employer && known.Fachaufsicht == values.Fachaufsicht
            && known.RegionServed.SequenceEqual(values.RegionServed) && known.ValidFrom == FundedFrom) return;
        foreach (var version in _attributes.Where(version => version.Stands)) version.Supersede(recorded);
        var first = PositionAttributes.Of(id, Key, values, FundedFrom, null, recorded);
        first.Announce();
        _attributes.Add(first);
    }

    /// <summary>
    /// New attributes from a day on, until the next version that is known already. The version before ends there; one that began
    /// on the same day is superseded and stays on record.
    /// </summary>
    public Result<PositionAttributes> Change(Guid id, AttributeValues values, DateOnly from, Entry recorded)
    {
        if (!ExistsOn(from)) return Error.Blocked("POSITION_NOT_FUNDED", "The position is not funded on that day.", []);
        var before = On(from);
        var next = _attributes.Where(version => version.Stands && version.ValidFrom > from).Select(version => (DateOnly?)version.ValidFrom).Min();
        if (before?.ValidFrom == from) before.Supersede(recorded);
        else before?.EndOn(from);
        var version = PositionAttributes.Of(id, Key, values, from, next, recorded);
        _attributes.Add(version);
        // Whoever read the position before reads an earlier state of it now.
        NextVersion();
        return version;
    }
}
