using Kim.Naturalisation.Domain.Checking;

namespace Kim.Naturalisation.Domain.Requirements;

/// <summary>The shorter stay for special integration achievements (§ 10(3)): a matter of judgement where the law of the day has it.</summary>
internal static class SpecialRule
{
    private static readonly LivelihoodRequirement Livelihood = new();

    public static Finding Judge(Situation s)
    {
        var rule = s.Rules.Residence.Special!;
        var since = s.Stay.SinceIgnoringGaps!.Value;
        var no = Finding.Not(Norms.Residence);
        if (LegalDates.AddYears(since, rule.Years) > s.Day) return no;
        if (s.Officer.SpecialAchievements is null) return no.Lacking("specialAchievements");
        if (s.Officer.SpecialAchievements.Count == 0) return no.Using("specialAchievements", 0);
        if (rule.LanguageLevel is { } level)
        {
            if (LanguageLevels.Best(s.Officer.Language) is not { } proven) return no.Lacking("language.certificate");
            if (!LanguageLevels.Reaches(proven, level)) return no.Using("language.certificate", proven);
        }

        if (rule.LivelihoodNeeded && Secured(s) is { } insecure) return insecure;
        return Finding.Review(Norms.Shortened, Hints.SpecialAchievement)
            .Using("specialAchievements", string.Join(", ", s.Officer.SpecialAchievements));
    }

    // An exception of no. 3 is no secured livelihood: § 10(3) asks for § 8(1) no. 4.
    private static Finding? Secured(Situation s)
    {
        var livelihood = Livelihood.Judge(s);
        if (livelihood.Outcome == Outcomes.Met && livelihood.Norm == Norms.Livelihood) return null;
        return livelihood.Outcome == Outcomes.Review
            ? Finding.Review(Norms.Shortened, Hints.SpecialAchievement).Lacking([.. livelihood.Missing])
            : Finding.Not(Norms.Residence).Using("livelihood", livelihood.Outcome);
    }
}
