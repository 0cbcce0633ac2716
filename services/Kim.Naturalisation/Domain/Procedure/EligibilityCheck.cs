using Kim.Naturalisation.Domain.Checking;
using Kim.Naturalisation.Domain.Facts;
using Kim.Results;

namespace Kim.Naturalisation.Domain.Procedure;

/// <summary>
/// A check of a referral, as it was found: facts, rules and verdicts of its day, and what the officer overruled. Never changes but for
/// overrulings, which stand beside the machine's verdicts. Personal data, special category.
/// </summary>
public sealed class EligibilityCheck
{
    private readonly List<Overruling> _overrulings = [];

    private EligibilityCheck()
    {
    }

    public Guid Id { get; private set; }

    public Guid ReferralId { get; private set; }

    /// <summary>CHECK, DECISION or HAND_OVER.</summary>
    public string Kind { get; private set; } = "";

    public DateTimeOffset CheckedAt { get; private set; }

    public Guid CheckedBy { get; private set; }

    /// <summary>When the facts were pulled from cases.</summary>
    public DateTimeOffset FactsOf { get; private set; }

    public int Revision { get; private set; }

    public CheckFacts Facts { get; private set; } = null!;

    public CheckResult Result { get; private set; } = null!;

    /// <summary>The overall outcome, overrulings included.</summary>
    public string Effective { get; private set; } = "";

    public IReadOnlyList<Overruling> Overrulings => _overrulings;

    /// <summary>Keeps what the engine found.</summary>
    public static EligibilityCheck Keep(Guid id, Referral referral, CheckSource source, CheckResult result, int revision)
    {
        var check = new EligibilityCheck
        {
            Id = id, ReferralId = referral.Id, Kind = source.Kind, CheckedAt = source.Act.At, CheckedBy = source.Act.By, FactsOf = source.FactsOf,
            Facts = source.Facts, Result = result, Revision = revision, Effective = result.Overall,
        };
        if (source.Earlier is { } earlier) check.Carry(earlier);
        return check;
    }

    /// <summary>For lists and the work list.</summary>
    public LastCheck Summary() => new(Id, Result.DecisionOn, Result.RuleSet, Revision, Effective, Result.FirstPossibleOn);

    /// <summary>The outcome of a requirement, overrulings included.</summary>
    public string EffectiveOf(string requirement) =>
        _overrulings.Where(one => one.Requirement == requirement).MaxBy(one => one.Id)?.Outcome ?? Result.Of(requirement).Outcome;

    /// <summary>The requirements that stand against a naturalisation, overrulings included.</summary>
    public IReadOnlyList<Verdict> Open => [.. Result.Requirements.Where(verdict => !Outcomes.IsCertain(EffectiveOf(verdict.Code)))];

    /// <summary>The officer judges otherwise, with a reason. A suspension of § 12a(3) is no judgement and cannot be overruled.</summary>
    public Result<Overruling> Overrule(Guid id, string requirement, (string Outcome, string Reason) judgement, Act act)
    {
        if (Result.Of(requirement).Outcome == Outcomes.Suspended)
            return Error.Blocked("SUSPENDED", "A pending investigation suspends the decision; it cannot be overruled.", []);
        var overruling = Overruling.Make(id, this, requirement, judgement, act);
        Add(overruling);
        return overruling;
    }

    // A judgement stays while rule and machine verdict are the same; under another rule the officer judges anew.
    private void Carry(EligibilityCheck earlier)
    {
        foreach (var last in earlier._overrulings.GroupBy(one => one.Requirement).Select(group => group.MaxBy(one => one.Id)!))
        {
            var (then, now) = (earlier.Result.Of(last.Requirement), Result.Of(last.Requirement));
            if ((then.Outcome, then.RuleId, then.RuleVersion) == (now.Outcome, now.RuleId, now.RuleVersion)) Add(last.CarriedTo(Guid.CreateVersion7(CheckedAt), Id));
        }
    }

    private void Add(Overruling overruling)
    {
        _overrulings.Add(overruling);
        Effective = Outcomes.Overall(RequirementCodes.All.Select(EffectiveOf));
    }
}

/// <summary>What a check is made from.</summary>
/// <param name="Kind">CHECK, DECISION or HAND_OVER.</param>
/// <param name="Facts">The facts.</param>
/// <param name="FactsOf">When cases disclosed them.</param>
/// <param name="Act">Who checks, and when.</param>
/// <param name="Earlier">The check before, whose overrulings may stay.</param>
public sealed record CheckSource(string Kind, CheckFacts Facts, DateTimeOffset FactsOf, Act Act, EligibilityCheck? Earlier);

/// <summary>The officer's judgement on a requirement, kept beside the machine's. Personal data, special category.</summary>
public sealed class Overruling
{
    private Overruling()
    {
    }

    public Guid Id { get; private set; }

    public Guid CheckId { get; private set; }

    public string Requirement { get; private set; } = "";

    /// <summary>What the machine found.</summary>
    public string MachineOutcome { get; private set; } = "";

    /// <summary>What the officer judges.</summary>
    public string Outcome { get; private set; } = "";

    public string Reason { get; private set; } = "";

    public Guid By { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>The check on which it was judged first, when it was carried over.</summary>
    public Guid? CarriedFrom { get; private set; }

    internal static Overruling Make(Guid id, EligibilityCheck check, string requirement, (string Outcome, string Reason) judgement, Act act) => new()
    {
        Id = id, CheckId = check.Id, Requirement = requirement, MachineOutcome = check.Result.Of(requirement).Outcome,
        Outcome = judgement.Outcome, Reason = judgement.Reason, By = act.By, At = act.At,
    };

    internal Overruling CarriedTo(Guid id, Guid check) => new()
    {
        Id = id, CheckId = check, Requirement = Requirement, MachineOutcome = MachineOutcome, Outcome = Outcome, Reason = Reason,
        By = By, At = At, CarriedFrom = CarriedFrom ?? CheckId,
    };
}
