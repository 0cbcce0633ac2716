using Kim.Naturalisation.Domain.Checking;

namespace Kim.Naturalisation.Domain.Requirements;

/// <summary>
/// RES: years of lawful residence up to the decision day, complete on the anniversary of the first counted day; with marriage on
/// § 9. What § 12b leaves to judgement (late renewal, credit after an absence) and the shortening of § 10(3) are REV.
/// </summary>
internal sealed class ResidenceRequirement : IRequirement
{
    public string Code => RequirementCodes.Residence;

    public Finding Judge(Situation s)
    {
        if (s.Person.ResidencePeriods.Count == 0) return Finding.Not(Norms.Residence, Hints.NoStatus).Lacking("residencePeriods");
        if (s.Stay.Since is null) return Unlawful(s);
        var residence = Length(s);
        return s.Route.MarriageYears is { } years && residence.Outcome != Outcomes.Not ? MarriageRule.Join(s, residence, years) : residence;
    }

    private static Finding Unlawful(Situation s) => s.Current.Any()
        ? Finding.Not(Norms.Residence, Hints.NotLawfulNow).Using("residencePeriods.status", string.Join(", ", s.Current.Select(entry => entry.Period.Status)))
        : Finding.Not(Norms.Residence, Hints.NoStatus).Lacking("residencePeriods");

    private static Finding Length(Situation s)
    {
        var years = Needed(s);
        var finding = Complete(s, s.Stay.Since, years) ? Known(s, Finding.Met(Norms.Residence)) : Judged(s, years);
        finding = finding.Using("residence.since", s.Stay.Since).Using("residence.yearsNeeded", years);
        return s.Rules.Residence.CourseYears is not null && s.Officer.IntegrationCoursePassed is null && finding.Outcome != Outcomes.Met
            ? finding.Lacking("integrationCoursePassed")
            : finding;
    }

    private static int Needed(Situation s)
    {
        if (s.Route.Years is { } ofRoute) return ofRoute;
        return s.Officer.IntegrationCoursePassed == true && s.Rules.Residence.CourseYears is { } shortened ? shortened : s.Rules.Residence.Years;
    }

    private static bool Complete(Situation s, DateOnly? since, int years) => since is { } day && LegalDates.AddYears(day, years) <= s.Day;

    // The absences are what the officer asks for: without an answer the stay may be interrupted.
    private static Finding Known(Situation s, Finding finding) => s.Officer.Absences is null
        ? Finding.Unknown(finding.Norm, "absences")
        : finding.Using("absences", s.Officer.Absences.Count);

    private static Finding Judged(Situation s, int years)
    {
        if (Complete(s, s.Stay.SinceIgnoringGaps, years)) return Finding.Review(Norms.Interruption, Hints.LateRenewal);
        if (Complete(s, s.Stay.SinceWithCredit, years)) return Finding.Review(Norms.Interruption, Hints.CreditEarlierTime);
        return s.Route.Years is null && s.Rules.Residence.Special is not null ? SpecialRule.Judge(s) : Finding.Not(Norms.Residence);
    }
}
