namespace Kim.Funding.Domain;

/// <summary>The three categories of what the KI spends: a fixed top level (S-09).</summary>
public static class CostCategories
{
    public const string Personalkosten = "PERSONALKOSTEN";
    public const string Sachkosten = "SACHKOSTEN";
    public const string Integrationsmassnahmen = "INTEGRATIONSMASSNAHMEN";

    /// <summary>All three.</summary>
    public static readonly IReadOnlyList<string> All = [Personalkosten, Sachkosten, Integrationsmassnahmen];
}

/// <summary>Whether a programme pays for a type of cost while the rule is valid.</summary>
/// <param name="Programme">Key of the programme; null means any. A rule for the programme wins over one for any.</param>
/// <param name="Eligible">Whether it pays.</param>
/// <param name="ValidFrom">First day.</param>
/// <param name="ValidUntil">Exclusive; null is open.</param>
/// <param name="Headcount">How many persons it concerns, where a source says so (S-12: three Beamte).</param>
/// <param name="Provenance">Sources and marks.</param>
public sealed record EligibilityRule(string? Programme, bool Eligible, DateOnly ValidFrom, DateOnly? ValidUntil, int? Headcount, Provenance Provenance);

/// <summary>A type of cost within its category.</summary>
public sealed class CostType
{
    private CostType()
    {
    }

    /// <summary>Code, UPPER_SNAKE.</summary>
    public string Code { get; private set; } = "";

    public string Title { get; private set; } = "";

    /// <summary>Code of <see cref="CostCategories"/>.</summary>
    public string Category { get; private set; } = "";

    /// <summary>Whether it is a Pensionsrückstellung, which the refinancing ratio leaves out (S-08, S-12).</summary>
    public bool PensionProvision { get; private set; }

    public IReadOnlyList<EligibilityRule> Rules { get; private set; } = [];

    public Provenance Provenance { get; private set; } = Provenance.Office;

    /// <summary>A type of cost.</summary>
    public static CostType Of(string code) => new() { Code = code };

    /// <summary>Its content.</summary>
    public CostType Define(string title, string category, bool pensionProvision, IReadOnlyList<EligibilityRule> rules)
    {
        (Title, Category, PensionProvision, Rules) = (title, category, pensionProvision, rules);
        return this;
    }

    /// <summary>Where it comes from.</summary>
    public CostType From(Provenance provenance)
    {
        Provenance = provenance;
        return this;
    }

    /// <summary>Whether a programme pays for it on a day. Without a rule it does not.</summary>
    public bool EligibleFor(string programme, DateOnly day)
    {
        var inForce = Rules.Where(rule => Period.Holds(rule.ValidFrom, rule.ValidUntil, day)).ToList();
        var rule = inForce.Where(found => found.Programme == programme).MaxBy(found => found.ValidFrom)
            ?? inForce.Where(found => found.Programme is null).MaxBy(found => found.ValidFrom);
        return rule?.Eligible ?? false;
    }
}
