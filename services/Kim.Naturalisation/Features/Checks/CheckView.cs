using Kim.Naturalisation.Domain.Checking;
using Kim.Naturalisation.Domain.Facts;
using Kim.Naturalisation.Domain.Procedure;

namespace Kim.Naturalisation.Features.Checks;

/// <summary>A check: the machine's verdicts, the officer's judgements beside them, and the facts. Personal data of a special category.</summary>
internal sealed record CheckView(
    Guid Id, Guid ReferralId, string Kind, DateTimeOffset CheckedAt, DateTimeOffset FactsOf,
    [property: Field(FieldClass.Restricted)] CheckFacts Facts, [property: Field(FieldClass.Restricted)] CheckResult Result,
    IReadOnlyList<CheckView.OverrulingView> Overrulings, [property: Field(FieldClass.Special)] string EffectiveOverall,
    [property: Field(FieldClass.Special)] IReadOnlyList<CheckView.EffectiveView> Effective)
{
    /// <summary>A judgement of the officer.</summary>
    internal sealed record OverrulingView(Guid Id, string Requirement, [property: Field(FieldClass.Special)] string MachineOutcome, [property: Field(FieldClass.Special)] string Outcome, [property: Field(FieldClass.Special)] string Reason, DateTimeOffset At, Guid By, Guid? CarriedFrom);

    /// <summary>What counts for a requirement, judgements included.</summary>
    internal sealed record EffectiveView(string Code, [property: Field(FieldClass.Special)] string Outcome);

    public static CheckView Of(EligibilityCheck check) => new(
        check.Id, check.ReferralId, check.Kind, check.CheckedAt, check.FactsOf, check.Facts, check.Result,
        [.. check.Overrulings.Select(one => new OverrulingView(one.Id, one.Requirement, one.MachineOutcome, one.Outcome, one.Reason, one.At, one.By, one.CarriedFrom))],
        check.Effective, [.. RequirementCodes.All.Select(code => new EffectiveView(code, check.EffectiveOf(code)))]);
}
