using Kim.Naturalisation.Domain.Checking;

namespace Kim.Naturalisation.Domain.Requirements;

/// <summary>TEST: the Einbürgerungstest or a German general school certificate; waived for the relief group, where learning is impossible, and for children.</summary>
internal sealed class TestRequirement : IRequirement
{
    public string Code => RequirementCodes.Test;

    public Finding Judge(Situation s)
    {
        var rule = s.Rules.Test;
        if (s.HasAge(rule.FromAge) == false) return Finding.Exempt(Norms.Test).Using("birthDate", s.Person.BirthDate);
        if (s.Officer.Language?.UnableToLearn == true) return Finding.Exempt(Norms.Unable, Hints.Unable).Using("language.unableToLearn", true);
        if (rule.ReliefExempt && s.InReliefGroup) return Finding.Exempt(Norms.Test, Hints.Relief).Using("recruitment.on", s.Officer.Recruitment!.On);
        if (s.Officer.School?.LeavingCertificate == true) return Finding.Met(Norms.Test).Using("school.leavingCertificate", true);
        var test = s.Officer.Test;
        return test?.Points is { } points
            ? (points >= rule.Points ? Finding.Met(Norms.Test) : Finding.Not(Norms.Test)).Using("test.points", points)
            : Finding.By(test?.Passed, "test.passed", Norms.Test);
    }
}
