using Kim.Naturalisation.Domain.Checking;
using Kim.Naturalisation.Domain.Facts;

namespace Kim.Naturalisation.Domain.Requirements;

/// <summary>
/// § 9: the marriage or partnership with a German has lasted long enough, or ended by death or divorce at most a while before the
/// application, with custody of a German child.
/// </summary>
internal static class MarriageRule
{
    /// <summary>Adds the marriage to what the length of residence found.</summary>
    public static Finding Join(Situation s, Finding residence, int years)
    {
        if (s.Officer.Marriage is not { } marriage) return Finding.Not(Norms.Spouse, Hints.MarriageTooShort).Lacking("marriage");
        var since = marriage.PartnerGermanSince is { } german && german > marriage.MarriedOn ? german : marriage.MarriedOn;
        var ended = marriage.EndedOn is { } end && end <= s.Day ? marriage.EndedOn : null;
        if (LegalDates.AddYears(since, years) > (ended ?? s.Day))
            return Finding.Not(Norms.Spouse, Hints.MarriageTooShort).Using("marriage.since", since).Using("marriage.yearsNeeded", years);
        return ended is { } over
            ? AfterEnd(s, residence, marriage, over)
            : residence with { Norm = residence.Outcome == Outcomes.Met ? Norms.Spouse : residence.Norm, Used = [.. residence.Used, new FactUsed("marriage.since", FactUsed.Text(since))] };
    }

    private static Finding AfterEnd(Situation s, Finding residence, MarriageFact marriage, DateOnly ended)
    {
        var applied = s.When.Application ?? s.Day;
        if (s.Route.AfterMarriageMonths is not { } months || applied > LegalDates.AddMonths(ended, months))
            return Finding.Not(Norms.AfterMarriage, Hints.MarriageEnded).Using("marriage.endedOn", ended).Using("applicationOn", applied);
        return marriage.CustodyOfGermanChild switch
        {
            null => Finding.Unknown(Norms.AfterMarriage, "marriage.custodyOfGermanChild"),
            false => Finding.Not(Norms.AfterMarriage, Hints.MarriageEnded).Using("marriage.endedOn", ended),
            true => (residence with { Norm = Norms.AfterMarriage }).Using("marriage.endedOn", ended),
        };
    }
}
