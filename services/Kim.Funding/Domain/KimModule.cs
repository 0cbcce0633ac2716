namespace Kim.Funding.Domain;

/// <summary>A KIM module ('Baustein' in the words of the Land, A-5) with its quotas by period.</summary>
public sealed class KimModule
{
    private readonly List<ModuleQuota> _quotas = [];

    private KimModule()
    {
    }

    /// <summary>MODUL_I, MODUL_II or MODUL_III.</summary>
    public string Key { get; private set; } = "";

    public string Title { get; private set; } = "";

    public IReadOnlyList<string> Synonyms { get; private set; } = [];

    public string Purpose { get; private set; } = "";

    /// <summary>Keys of the only allowed employers; empty means any.</summary>
    public IReadOnlyList<string> AllowedEmployers { get; private set; } = [];

    /// <summary>The share of the quota that may lie outside the KI on any day; null means no such limit.</summary>
    public Fraction? MaxOutsideKi { get; private set; }

    public Provenance Provenance { get; private set; } = Provenance.Office;

    public IReadOnlyList<ModuleQuota> Quotas => _quotas;

    /// <summary>A module.</summary>
    public static KimModule Of(string key) => new() { Key = key };

    /// <summary>Its content.</summary>
    public KimModule Define(string title, string purpose, IReadOnlyList<string> synonyms, Provenance provenance)
    {
        (Title, Purpose, Synonyms, Provenance) = (title, purpose, synonyms, provenance);
        return this;
    }

    /// <summary>Its rules.</summary>
    public KimModule Limit(IReadOnlyList<string> allowedEmployers, Fraction? maxOutsideKi, IEnumerable<ModuleQuota> quotas)
    {
        (AllowedEmployers, MaxOutsideKi) = (allowedEmployers, maxOutsideKi);
        var wanted = quotas.ToDictionary(quota => quota.ValidFrom);
        _quotas.RemoveAll(quota => !wanted.ContainsKey(quota.ValidFrom));
        foreach (var known in _quotas) known.Set(wanted[known.ValidFrom]);
        _quotas.AddRange(wanted.Values.Where(quota => _quotas.All(known => known.ValidFrom != quota.ValidFrom)));
        return this;
    }

    /// <summary>The quota in force on a day; null where the Land grants none.</summary>
    public ModuleQuota? QuotaOn(DateOnly day) => _quotas.SingleOrDefault(quota => Period.Holds(quota.ValidFrom, quota.ValidUntil, day));
}

/// <summary>How many VZÄ a module may have while valid.</summary>
public sealed class ModuleQuota
{
    private ModuleQuota()
    {
    }

    public string Module { get; private set; } = "";

    /// <summary>VZÄ, two decimals.</summary>
    public decimal Vzae { get; private set; }

    public DateOnly ValidFrom { get; private set; }

    /// <summary>Exclusive; null is open.</summary>
    public DateOnly? ValidUntil { get; private set; }

    public Provenance Provenance { get; private set; } = Provenance.Office;

    /// <summary>A quota.</summary>
    public static ModuleQuota Of(string module, decimal vzae, DateOnly validFrom, DateOnly? validUntil, Provenance provenance) =>
        new() { Module = module, Vzae = vzae, ValidFrom = validFrom, ValidUntil = validUntil, Provenance = provenance };

    internal void Set(ModuleQuota other) => (Vzae, ValidUntil, Provenance) = (other.Vzae, other.ValidUntil, other.Provenance);
}
