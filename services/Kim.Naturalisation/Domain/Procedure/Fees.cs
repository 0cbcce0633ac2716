using Kim.Naturalisation.Domain.Rules;
using Kim.Results;

namespace Kim.Naturalisation.Domain.Procedure;

/// <summary>The fee of a procedure (§ 38): by the rule of the decision day, within its range, or reduced with a reason.</summary>
public static class Fees
{
    private const string Naturalisation = "NATURALISATION";
    private const string Minor = "CO_NATURALISED_MINOR";
    private const string Failed = "REFUSED_OR_WITHDRAWN";

    /// <summary>Computes the fee.</summary>
    /// <param name="rules">All fee rules.</param>
    /// <param name="day">The day of decision.</param>
    /// <param name="outcome">GRANTED, REFUSED or WITHDRAWN.</param>
    /// <param name="wish">What the officer says about it.</param>
    public static Result<Fee> Of(IReadOnlyList<FeeRule> rules, DateOnly day, string outcome, FeeWish wish)
    {
        var key = outcome != DecisionOutcomes.Granted ? Failed : wish.CoNaturalisedMinor ? Minor : Naturalisation;
        if (rules.FirstOrDefault(rule => rule.Key == key && rule.HoldsOn(day)) is not { } rule)
            return Error.Invalid("fee-rule-missing", "There is no fee rule for this day.", "decidedOn");
        var most = rule.UpToEur ?? rule.AmountEur;
        var amount = Math.Round(wish.AmountEur ?? rule.AmountEur, 2, MidpointRounding.AwayFromZero);
        if (amount > most) return Error.Invalid("fee-too-high", $"The rule allows at most {most} EUR.", "fee.amountEur");
        if (amount < rule.AmountEur && string.IsNullOrWhiteSpace(wish.ReductionReason))
            return Error.Invalid("fee-reduction-needs-reason", "A reduction names its reason: equity or public interest.", "fee.reductionReason");
        return new Fee(rule.Key, rule.ValidFrom, amount);
    }
}

/// <summary>What the officer says about the fee.</summary>
/// <param name="CoNaturalisedMinor">A minor without own income, naturalised together with a parent.</param>
/// <param name="AmountEur">The amount, within the rule's range or reduced; the rule's own without it.</param>
/// <param name="ReductionReason">Why it is less than the rule asks for.</param>
public sealed record FeeWish(bool CoNaturalisedMinor = false, decimal? AmountEur = null, string? ReductionReason = null);

/// <summary>A fee.</summary>
/// <param name="Rule">Key of the rule.</param>
/// <param name="ValidFrom">First day of the rule.</param>
/// <param name="AmountEur">Euro.</param>
public sealed record Fee(string Rule, DateOnly ValidFrom, decimal AmountEur);
