namespace Kim.ServiceKit.Profile.Model;

/// <summary><c>pool-rules.json</c>: the rules of the interpreter pool.</summary>
public sealed record PoolRulesFile
{
    /// <summary>Least time before a talk.</summary>
    public required LeadTimeRule LeadTime { get; init; }

    /// <summary>Talks for which the pool is not there.</summary>
    public required IReadOnlyList<ExcludedTalk> ExcludedTalks { get; init; }

    /// <summary>Least level per class of talk.</summary>
    public required IReadOnlyList<LevelRule> LevelPolicy { get; init; }

    /// <summary>Tax-free ceilings by period.</summary>
    public required IReadOnlyList<TaxCeiling> Ceilings { get; init; }

    /// <summary>When a ceiling warns and stops.</summary>
    public required CeilingWarning CeilingWarning { get; init; }

    /// <summary>How long declarations hold.</summary>
    public required DeclarationRule Declarations { get; init; }

    /// <summary>When data leave the interpreter's view.</summary>
    public required ViewRetentionRule ViewRetention { get; init; }
}

/// <summary>Least time before a talk.</summary>
public sealed record LeadTimeRule : ProfileEntry
{
    /// <summary>Working days.</summary>
    public required int WorkingDays { get; init; }
}

/// <summary>A talk for which the pool is not there.</summary>
public sealed record ExcludedTalk : ProfileEntry
{
    /// <summary>Stable key: what other files and services refer to.</summary>
    public required string Key { get; init; }

    /// <summary>Title in German.</summary>
    public required string Title { get; init; }
}

/// <summary>Least level for a class of talk.</summary>
public sealed record LevelRule : ProfileEntry
{
    /// <summary>Code of <see cref="Contracts.Vocabulary.TopicClasses"/>.</summary>
    public required string TopicClass { get; init; }

    /// <summary>Qualification level 1 to 5.</summary>
    public required int MinimumLevel { get; init; }
}

/// <summary>A yearly tax-free ceiling (EStG § 3 no. 26, 26a).</summary>
public sealed record TaxCeiling : ProfileEntry
{
    /// <summary>EHRENAMTSPAUSCHALE or UEBUNGSLEITERPAUSCHALE.</summary>
    public required string Key { get; init; }

    /// <summary>Euro per year.</summary>
    public required decimal YearlyEur { get; init; }

    /// <summary>First day on which it holds; null is open.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>First day on which it no longer holds; null is open.</summary>
    public DateOnly? ValidUntil { get; init; }
}

/// <summary>When a ceiling warns and stops.</summary>
public sealed record CeilingWarning : ProfileEntry
{
    /// <summary>Per cent of the ceiling.</summary>
    public required int WarnPercent { get; init; }

    /// <summary>Per cent of the ceiling.</summary>
    public required int StopPercent { get; init; }
}

/// <summary>How long declarations hold.</summary>
public sealed record DeclarationRule : ProfileEntry
{
    /// <summary>Years.</summary>
    public required int FuehrungszeugnisValidYears { get; init; }

    /// <summary>Years; null means that it does not expire.</summary>
    public int? SecrecyValidYears { get; init; }
}

/// <summary>When data leave the interpreter's view.</summary>
public sealed record ViewRetentionRule : ProfileEntry
{
    /// <summary>Days after the settlement.</summary>
    public required int Days { get; init; }
}
