using Kim.Naturalisation.Domain.Checking;

namespace Kim.Naturalisation.Domain.Requirements;

/// <summary>FDGO: commitment to the free democratic basic order with the Loyalitätserklärung, from an age on.</summary>
internal sealed class CommitmentRequirement : IRequirement
{
    public string Code => RequirementCodes.Commitment;

    public Finding Judge(Situation s) => Signature(s, s.Officer.FdgoSignedOn, "fdgoSignedOn", Norms.Commitment);

    // What nobody signed is not signed: the missing day is no open question.
    internal static Finding Signature(Situation s, DateOnly? signedOn, string path, string norm)
    {
        if (s.HasAge(s.Rules.Commitment.FromAge) == false) return Finding.Exempt(norm).Using("birthDate", s.Person.BirthDate);
        if (signedOn is null) return Finding.Not(norm, Hints.Sign).Lacking(path);
        return (signedOn <= s.Day ? Finding.Met(norm) : Finding.Not(norm, Hints.Sign)).Using(path, signedOn);
    }
}

/// <summary>HIST: the commitment of no. 1a, where the law of the day asks for it.</summary>
internal sealed class HistoricalRequirement : IRequirement
{
    public string Code => RequirementCodes.Historical;

    public Finding Judge(Situation s) => s.Rules.Commitment.Historical
        ? CommitmentRequirement.Signature(s, s.Officer.HistSignedOn, "histSignedOn", Norms.Historical)
        : Finding.NotApplicable(Norms.Historical);
}
