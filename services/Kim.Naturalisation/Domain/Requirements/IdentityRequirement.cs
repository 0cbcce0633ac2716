using Kim.Naturalisation.Domain.Checking;

namespace Kim.Naturalisation.Domain.Requirements;

/// <summary>ID: identity and nationality are clarified.</summary>
internal sealed class IdentityRequirement : IRequirement
{
    public string Code => RequirementCodes.Identity;

    public Finding Judge(Situation s)
    {
        var (identity, nationality) = (s.Officer.IdentityClarified, s.Officer.NationalityClarified);
        var found = (identity, nationality) switch
        {
            ("NO", _) or (_, "NO") => Finding.Not(Norms.Identity),
            ("YES", "YES") => Finding.Met(Norms.Identity),
            ("PARTLY", not null) or (not null, "PARTLY") => Finding.Review(Norms.Identity),
            _ => Finding.Unknown(Norms.Identity),
        };
        if (identity is null) found = found.Lacking("identityClarified");
        if (nationality is null) found = found.Lacking("nationalityClarified");
        return found.Using("identityClarified", identity).Using("nationalityClarified", nationality);
    }
}
