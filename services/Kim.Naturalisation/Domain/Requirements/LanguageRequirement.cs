using Kim.Naturalisation.Domain.Checking;
using Kim.Naturalisation.Domain.Facts;

namespace Kim.Naturalisation.Domain.Requirements;

/// <summary>
/// LANG: school, degree or a certificate, orally and in writing; everyday oral German for the relief group, age-appropriate German for
/// children; waived where learning is impossible; § 10(4a) after proven efforts is a matter of judgement.
/// </summary>
internal sealed class LanguageRequirement : IRequirement
{
    public string Code => RequirementCodes.Language;

    public Finding Judge(Situation s)
    {
        var (rule, language) = (s.Rules.Language, s.Officer.Language);
        if (language?.UnableToLearn == true) return Finding.Exempt(Norms.Unable, Hints.Unable).Using("language.unableToLearn", true);
        if (School(s, rule.SchoolYears) is { } school) return school;
        if (s.HasAge(rule.AgeAppropriateUnder) == false && language?.AgeAppropriate is not null)
            return Finding.By(language.AgeAppropriate, "language.ageAppropriate", Norms.Language);
        var found = Certificate(language, rule.Level);
        if (found.Outcome == Outcomes.Met) return found;
        if (s.HasAge(rule.AgeAppropriateUnder) == false) return Finding.Unknown(Norms.Language, "language.ageAppropriate");
        if (rule.OralRelief && s.InReliefGroup) return Oral(language, found);
        return rule.HardshipRelief && language?.EffortsProven == true && found.Outcome == Outcomes.Not
            ? Finding.Review(Norms.LanguageHardship, Hints.Efforts).Using("language.effortsProven", true)
            : found;
    }

    private static Finding? School(Situation s, int years)
    {
        if (s.Officer.School is not { } school) return null;
        if (school.LeavingCertificate == true) return Finding.Met(Norms.Language).Using("school.leavingCertificate", true);
        if (school.DegreeOrTraining == true) return Finding.Met(Norms.Language).Using("school.degreeOrTraining", true);
        return school.YearsWithSufficientGerman >= years
            ? Finding.Met(Norms.Language).Using("school.yearsWithSufficientGerman", school.YearsWithSufficientGerman)
            : null;
    }

    private static Finding Oral(LanguageFacts? language, Finding certificate) => language?.OralEveryday switch
    {
        null => Finding.Unknown(Norms.Language, "language.oralEveryday"),
        true => (Finding.Met(Norms.Language) with { Hint = Hints.Oral }).Using("language.oralEveryday", true),
        false => certificate.Outcome == Outcomes.Not ? certificate : Finding.Not(Norms.Language).Using("language.oralEveryday", false),
    };

    private static Finding Certificate(LanguageFacts? language, string least)
    {
        if (language?.Certificate is not { } overall) return Finding.Unknown(Norms.Language, "language.certificate");
        var found = !LanguageLevels.Reaches(overall, least) ? Finding.Not(Norms.Language)
            : language.Writing is not { } writing ? Finding.Unknown(Norms.Language, "language.writing")
            : LanguageLevels.Reaches(writing, least) ? Finding.Met(Norms.Language)
            : Finding.Not(Norms.Language);
        return found.Using("language.certificate", overall).Using("language.writing", language.Writing);
    }
}
