using Kim.Naturalisation.Domain.Checking;
using Kim.Naturalisation.Domain.Facts;

namespace Kim.Naturalisation.Domain.Requirements;

/// <summary>BAR (§ 35a): for ten years from the unappealable finding on, the n-th anniversary excluded, no application is admissible.</summary>
internal sealed class BarRequirement : IRequirement
{
    public string Code => RequirementCodes.Bar;

    public Finding Judge(Situation s)
    {
        if (s.Rules.Bar is not { } bar) return Finding.NotApplicable(Norms.Bar);
        if (s.Officer.FraudFindings is not { } findings) return Finding.Unknown(Norms.Bar, "fraudFindings");
        var active = findings.Where(one => IsFinal(s, one) && s.Day < LegalDates.AddYears(one.UnappealableOn!.Value, bar.Years))
            .MaxBy(one => one.UnappealableOn);
        if (active is not null)
            return Finding.Not(Norms.Bar, Hints.BarActive)
                .Using("fraudFindings.unappealableOn", active.UnappealableOn)
                .Using("bar.until", LegalDates.AddYears(active.UnappealableOn!.Value, bar.Years));
        return findings.Any(one => MayCount(s, one, bar.Years))
            ? Finding.Review(Norms.Bar, Hints.BarNotFinal)
            : Finding.Met(Norms.Bar).Using("fraudFindings", findings.Count);
    }

    // The bar begins with an unappealable finding since its commencement; an older or an open one is for a human to judge.
    private static bool IsFinal(Situation s, FraudFinding one) => one.UnappealableOn is { } day && day >= s.Book.BarSince && day <= s.Day;

    private static bool MayCount(Situation s, FraudFinding one, int years) => one.UnappealableOn is not { } day || day > s.Day
        || (day < s.Book.BarSince && s.Day < LegalDates.AddYears(day, years));
}
