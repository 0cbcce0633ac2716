using Kim.Naturalisation.Domain.Checking;
using Kim.Naturalisation.Domain.Facts;

namespace Kim.Naturalisation.Domain.Requirements;

/// <summary>
/// LIV: no benefits of SGB II or XII, now and in prospect. Until 2024 what is not one's own fault is harmless, and afterwards for
/// applications up to the day of § 40a; otherwise only exceptions a to c.
/// </summary>
internal sealed class LivelihoodRequirement : IRequirement
{
    public string Code => RequirementCodes.Livelihood;

    public Finding Judge(Situation s)
    {
        if (s.Officer.Livelihood is not { } facts) return Finding.Unknown(Norms.Livelihood, "livelihood");
        if (facts.Benefits is null) return Finding.Unknown(Norms.Livelihood, "livelihood.benefits");
        var harmful = facts.Benefits.Where(benefit => s.Rules.Livelihood.HarmfulBenefits.Contains(benefit.Kind) && benefit.ReceivedOn(s.Day)).ToList();
        return harmful.Count == 0 ? Prospect(facts) : WithBenefits(s, facts, harmful).Using("livelihood.benefits", string.Join(", ", harmful.Select(benefit => benefit.Kind)));
    }

    // The assessment looks ahead: who needs no benefit today but soon will has no secured livelihood.
    private static Finding Prospect(LivelihoodFacts facts) => facts.Secured switch
    {
        null => Finding.Unknown(Norms.Livelihood, "livelihood.secured"),
        true => Finding.Met(Norms.Livelihood).Using("livelihood.secured", true),
        false => Finding.Not(Norms.Livelihood, Hints.Hardship).Using("livelihood.secured", false),
    };

    private static Finding WithBenefits(Situation s, LivelihoodFacts facts, List<Benefit> harmful)
    {
        if (s.Rules.Livelihood.NoFaultHarmless) return NoFault(harmful, Finding.Met(Norms.Livelihood) with { Hint = Hints.NoOwnFault });
        Finding[] ways = [ExceptionA(s, harmful), Work(s, facts.FullTimeNow, facts.FullTimeMonths, "livelihood", Hints.ExceptionB), ExceptionC(s, facts.Partner), Transition(s, harmful)];
        return ways.FirstOrDefault(way => Outcomes.IsCertain(way.Outcome))
            ?? ways.FirstOrDefault(way => way.Outcome == Outcomes.Review)
            ?? Finding.Not(Norms.Livelihood, Hints.Hardship).Using("livelihood.fullTimeNow", facts.FullTimeNow).Using("livelihood.fullTimeMonths", facts.FullTimeMonths);
    }

    private static Finding NoFault(List<Benefit> harmful, Finding harmless)
    {
        if (harmful.Exists(benefit => benefit.OwnFault == true)) return Finding.Not(Norms.Livelihood, Hints.Hardship).Using("livelihood.benefits.ownFault", true);
        return harmful.Exists(benefit => benefit.OwnFault is null)
            ? Finding.Unknown(harmless.Norm, "livelihood.benefits.ownFault")
            : harmless.Using("livelihood.benefits.ownFault", false);
    }

    private static Finding ExceptionA(Situation s, List<Benefit> harmful) => s.InReliefGroup
        ? NoFault(harmful, Finding.Exempt(Norms.Livelihood, Hints.ExceptionA).Using("recruitment.on", s.Officer.Recruitment!.On))
        : Finding.Not(Norms.Livelihood);

    private static Finding Work(Situation s, bool? now, int? months, string path, Hint hint)
    {
        if (s.Rules.Livelihood.FullTimeMonths is not { } least || now == false || months < least) return Finding.Not(Norms.Livelihood);
        var found = now is null || months is null ? Finding.Unknown(Norms.Livelihood) : Finding.Exempt(Norms.Livelihood, hint);
        if (now is null) found = found.Lacking(path + ".fullTimeNow");
        if (months is null) found = found.Lacking(path + ".fullTimeMonths");
        return found.Using(path + ".fullTimeNow", now).Using(path + ".fullTimeMonths", months);
    }

    private static Finding ExceptionC(Situation s, PartnerWork? partner)
    {
        if (partner is null || partner.FamilyUnit == false || partner.MinorChild == false) return Finding.Not(Norms.Livelihood);
        var found = Work(s, partner.FullTimeNow, partner.FullTimeMonths, "livelihood.partner", Hints.ExceptionC);
        if (found.Outcome == Outcomes.Not || (partner.FamilyUnit == true && partner.MinorChild == true)) return found;
        var open = Finding.Unknown(Norms.Livelihood, [.. found.Missing]);
        if (partner.FamilyUnit is null) open = open.Lacking("livelihood.partner.familyUnit");
        return partner.MinorChild is null ? open.Lacking("livelihood.partner.minorChild") : open;
    }

    private static Finding Transition(Situation s, List<Benefit> harmful) =>
        s.Rules.Livelihood.OldRuleAppliedUntil is { } last && s.When.Application is { } applied && applied <= last
            ? NoFault(harmful, (Finding.Met(Norms.OldLivelihood) with { Hint = Hints.OldRule }).Using("applicationOn", applied))
            : Finding.Not(Norms.Livelihood);
}
