namespace Kim.Naturalisation.Domain.Checking;

/// <summary>What a requirement found on one day, before the forecast.</summary>
/// <param name="Outcome">One of <see cref="Outcomes"/>.</param>
/// <param name="Norm">The paragraph behind it.</param>
public sealed record Finding(string Outcome, string Norm)
{
    /// <summary>What the officer should do or know.</summary>
    public Hint? Hint { get; init; }

    /// <summary>The facts that decided.</summary>
    public IReadOnlyList<FactUsed> Used { get; init; } = [];

    /// <summary>Paths of facts that are not known and would decide.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Met.</summary>
    public static Finding Met(string norm) => new(Outcomes.Met, norm);

    /// <summary>Not met.</summary>
    public static Finding Not(string norm, Hint? hint = null) => new(Outcomes.Not, norm) { Hint = hint };

    /// <summary>Exempt.</summary>
    public static Finding Exempt(string norm, Hint? hint = null) => new(Outcomes.Exempt, norm) { Hint = hint };

    /// <summary>To be judged.</summary>
    public static Finding Review(string norm, Hint? hint = null) => new(Outcomes.Review, norm) { Hint = hint };

    /// <summary>Not asked for.</summary>
    public static Finding NotApplicable(string norm) => new(Outcomes.NotApplicable, norm);

    /// <summary>To be judged because facts are missing.</summary>
    public static Finding Unknown(string norm, params string[] missing) => new(Outcomes.Review, norm) { Hint = Hints.FactsMissing, Missing = missing };

    /// <summary>Met or not by a fact that may be unknown.</summary>
    public static Finding By(bool? fact, string path, string norm) =>
        fact is null ? Unknown(norm, path) : new Finding(fact.Value ? Outcomes.Met : Outcomes.Not, norm).Using(path, fact);

    /// <summary>Names a fact that decided.</summary>
    public Finding Using(string path, object? value) => this with { Used = [.. Used, new FactUsed(path, FactUsed.Text(value))] };

    /// <summary>Names facts that would decide.</summary>
    public Finding Lacking(params string[] paths) => this with { Missing = [.. Missing, .. paths] };
}

/// <summary>A fact behind a verdict.</summary>
/// <param name="Path">Its place in the facts.</param>
/// <param name="Value">Its value as text; dates ISO.</param>
public sealed record FactUsed(string Path, string? Value)
{
    internal static string? Text(object? value) => value switch
    {
        null => null,
        bool yes => yes ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}

/// <summary>What the officer should do or know.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="TextDe">In German.</param>
public sealed record Hint(string Code, string TextDe);

/// <summary>The verdict on one requirement.</summary>
/// <param name="Code">Code of the requirement.</param>
/// <param name="Outcome">One of <see cref="Outcomes"/>.</param>
/// <param name="Norm">The paragraph behind it.</param>
/// <param name="RuleId">The rule: route and requirement.</param>
/// <param name="RuleVersion">Rule set and correction under which it was found.</param>
/// <param name="FactsUsed">The facts that decided.</param>
/// <param name="FactsMissing">Paths of facts that are not known and would decide.</param>
/// <param name="FirstPossibleOn">First day, not before the decision day, on which it is met, exempt, not asked for or open to judgement; null when none is in sight.</param>
/// <param name="FirstCertainOn">The same without judgement.</param>
/// <param name="Hint">What the officer should do or know.</param>
public sealed record Verdict(
    string Code, string Outcome, string Norm, string RuleId, string RuleVersion, IReadOnlyList<FactUsed> FactsUsed,
    IReadOnlyList<string> FactsMissing, DateOnly? FirstPossibleOn, DateOnly? FirstCertainOn, Hint? Hint);

/// <summary>Another way that the facts open.</summary>
/// <param name="Route">Its route.</param>
/// <param name="Outcome">REV: it is a matter of discretion.</param>
/// <param name="Norm">The paragraph behind it.</param>
/// <param name="Hint">Why it is named.</param>
public sealed record Alternative(string Route, string Outcome, string Norm, Hint Hint);

/// <summary>The result of a check: a prognosis, which binds nobody; the officer decides.</summary>
/// <param name="DecisionOn">The decision day, whose law applies.</param>
/// <param name="ApplicationOn">The day of application, which only the transition of § 40a and the year of § 9(2) ask for.</param>
/// <param name="Route">The route.</param>
/// <param name="RuleSet">Key of the rule set.</param>
/// <param name="RuleVersion">Rule set and correction.</param>
/// <param name="Overall">SUSP, NOT, REV or MET.</param>
/// <param name="FirstPossibleOn">First day on which every requirement is met, exempt, not asked for or open to judgement.</param>
/// <param name="FirstCertainOn">The same without judgement.</param>
/// <param name="Requirements">All requirements, in the order of the law.</param>
/// <param name="Alternatives">Other ways that the facts open.</param>
public sealed record CheckResult(
    DateOnly DecisionOn, DateOnly? ApplicationOn, string Route, string RuleSet, string RuleVersion, string Overall,
    DateOnly? FirstPossibleOn, DateOnly? FirstCertainOn, IReadOnlyList<Verdict> Requirements, IReadOnlyList<Alternative> Alternatives)
{
    /// <summary>What the verdict is: PROGNOSE, never a decision.</summary>
    public string Nature => "PROGNOSE";

    /// <summary>The verdict on a requirement.</summary>
    public Verdict Of(string code) => Requirements.Single(verdict => verdict.Code == code);
}
