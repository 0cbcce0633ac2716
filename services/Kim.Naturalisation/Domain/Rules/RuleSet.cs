namespace Kim.Naturalisation.Domain.Rules;

/// <summary>
/// The parameters of the StAG in one period of decision days (domain.md 5.1, 5.2). Everything that a law may change stands here as
/// data of the profile; how the parameters work together stands in the requirements.
/// </summary>
public sealed record RuleSet : RuleSection
{
    /// <summary>Key, for example <c>R1</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Correction number of the recorded data, from 1; not part of the profile.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>What the version brought, in German.</summary>
    public required string Title { get; init; }

    /// <summary>First decision day.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>First day after the last, or null while it holds.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Handlungsfähigkeit (§ 34).</summary>
    public required AgeSection Capacity { get; init; }

    /// <summary>The commitments of § 10(1) no. 1 and 1a.</summary>
    public required CommitmentSection Commitment { get; init; }

    /// <summary>Titles that do not suffice for § 10(1) no. 2.</summary>
    public required TitleSection Permits { get; init; }

    /// <summary>Length and continuity of residence.</summary>
    public required ResidenceSection Residence { get; init; }

    /// <summary>Livelihood (§ 10(1) no. 3).</summary>
    public required LivelihoodSection Livelihood { get; init; }

    /// <summary>Giving up the previous nationality (§ 10(1) no. 4 old).</summary>
    public required NationalitySection Nationality { get; init; }

    /// <summary>Convictions (§ 12a).</summary>
    public required CrimeSection Crime { get; init; }

    /// <summary>German (§ 10(1) no. 6, (4), (4a), (6)).</summary>
    public required LanguageSection Language { get; init; }

    /// <summary>Knowledge of order and life (§ 10(1) no. 7).</summary>
    public required TestSection Test { get; init; }

    /// <summary>Exclusion (§ 11) and integration into living conditions.</summary>
    public required ExclusionSection Exclusion { get; init; }

    /// <summary>The bar of § 35a, where there is one.</summary>
    public BarSection? Bar { get; init; }

    /// <summary>The routes and which requirements each asks for.</summary>
    public required IReadOnlyList<RouteSection> Routes { get; init; }

    /// <summary>Key and correction, for example <c>R1.1</c>: the version under which a verdict was found.</summary>
    public string Version => $"{Key}.{Revision}";

    /// <summary>Whether it governs decisions of a day.</summary>
    public bool HoldsOn(DateOnly day) => ValidFrom <= day && (ValidUntil is null || day < ValidUntil);

    /// <summary>The route of a code, or null when the law of this period does not know it.</summary>
    public RouteSection? Route(string code) => Routes.FirstOrDefault(route => route.Route == code);
}
