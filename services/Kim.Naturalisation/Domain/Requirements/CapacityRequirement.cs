using Kim.Naturalisation.Domain.Checking;

namespace Kim.Naturalisation.Domain.Requirements;

/// <summary>CAP: whoever has completed the age of § 34 acts alone, a younger person is represented.</summary>
internal sealed class CapacityRequirement : IRequirement
{
    public string Code => RequirementCodes.Capacity;

    public Finding Judge(Situation s) => s.HasAge(s.Rules.Capacity.FromAge) switch
    {
        null => Finding.Unknown(Norms.Capacity, "birthDate"),
        true => Finding.Met(Norms.Capacity).Using("birthDate", s.Person.BirthDate),
        false => Finding.By(s.Officer.Represented, "represented", Norms.Capacity).Using("birthDate", s.Person.BirthDate),
    };
}
