namespace Kim.ServiceKit.Profile.Model;

/// <summary>A module of KIM.</summary>
public sealed record KimModuleEntry : ProfileEntry
{
    /// <summary>MODUL_I, MODUL_II or MODUL_III.</summary>
    public required string Key { get; init; }

    /// <summary>Title in German.</summary>
    public required string Title { get; init; }

    /// <summary>What the Land calls it.</summary>
    public required IReadOnlyList<string> Synonyms { get; init; }

    /// <summary>What it is for.</summary>
    public required string Purpose { get; init; }

    /// <summary>Keys of the only allowed employers; empty means any.</summary>
    public required IReadOnlyList<string> AllowedEmployers { get; init; }

    /// <summary>How much of the quota may lie outside the KI on any day.</summary>
    public Fraction? MaxOutsideKi { get; init; }

    /// <summary>Quotas by period.</summary>
    public required IReadOnlyList<ModuleQuota> Quotas { get; init; }
}

/// <summary>An exact fraction: two thirds have no decimal form.</summary>
public sealed record Fraction
{
    /// <summary>Numerator.</summary>
    public required int Numerator { get; init; }

    /// <summary>Denominator.</summary>
    public required int Denominator { get; init; }
}

/// <summary>How many positions a module may have.</summary>
public sealed record ModuleQuota : ProfileEntry
{
    /// <summary>Positions (VZÄ).</summary>
    public required decimal Fte { get; init; }

    /// <summary>First day on which it holds.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>First day on which it no longer holds; null is open.</summary>
    public DateOnly? ValidUntil { get; init; }
}

/// <summary>A position. Employer, region served and Fachaufsicht are three different things.</summary>
public sealed record PositionEntry : ProfileEntry
{
    /// <summary>Stable key: what other files and services refer to.</summary>
    public required string Key { get; init; }

    /// <summary>Title in German.</summary>
    public required string Title { get; init; }

    /// <summary>KIM module, if it belongs to one.</summary>
    public string? Module { get; init; }

    /// <summary>Keys of the programmes; two labels are still one position.</summary>
    public required IReadOnlyList<string> Programmes { get; init; }

    /// <summary>VZÄ.</summary>
    public required decimal Fte { get; init; }

    /// <summary>Key of the employing organisation.</summary>
    public required string Employer { get; init; }

    /// <summary>AGS served; empty means the whole Kreis.</summary>
    public required IReadOnlyList<string> RegionServed { get; init; }

    /// <summary>Key of the organisation with Fachaufsicht, whoever the employer is.</summary>
    public string? Fachaufsicht { get; init; }

    /// <summary>VACANT, RECRUITING or FILLED.</summary>
    public required string State { get; init; }

    /// <summary>First day on which it holds.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>First day on which it no longer holds; null is open.</summary>
    public DateOnly? ValidUntil { get; init; }
}

/// <summary>A Bezirkszuständigkeit: which position serves which municipalities.</summary>
public sealed record DistrictEntry : ProfileEntry
{
    /// <summary>Stable key: what other files and services refer to.</summary>
    public required string Key { get; init; }

    /// <summary>Key of the position.</summary>
    public required string Position { get; init; }

    /// <summary>AGS served; empty means the whole Kreis.</summary>
    public required IReadOnlyList<string> Ags { get; init; }

    /// <summary>First day on which it holds.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>First day on which it no longer holds; null is open.</summary>
    public DateOnly? ValidUntil { get; init; }
}
