using Kim.Naturalisation.Domain.Checking;

namespace Kim.Naturalisation.Domain.Requirements;

/// <summary>LEBENSV: integration into German living conditions, a requirement of its own until 2024; polygamy rules it out.</summary>
internal sealed class LivingConditionsRequirement : IRequirement
{
    public string Code => RequirementCodes.LivingConditions;

    public Finding Judge(Situation s)
    {
        if (!s.Rules.Exclusion.LivingConditions) return Finding.NotApplicable(Norms.LivingConditions);
        return s.Officer.Polygamous is { } polygamous
            ? (polygamous ? Finding.Not(Norms.LivingConditions) : Finding.Met(Norms.LivingConditions)).Using("polygamous", polygamous)
            : Finding.Unknown(Norms.LivingConditions, "polygamous");
    }
}

/// <summary>EXCL (§ 11): extremism and danger to security; since StARModG polygamy and disregard of equality as well.</summary>
internal sealed class ExclusionRequirement : IRequirement
{
    public string Code => RequirementCodes.Exclusion;

    public Finding Judge(Situation s)
    {
        var grounds = new List<(string Path, bool? Found)> { ("extremismFindings", s.Officer.ExtremismFindings) };
        if (s.Rules.Exclusion.Equality) grounds.AddRange([("polygamous", s.Officer.Polygamous), ("disregardsEquality", s.Officer.DisregardsEquality)]);
        if (grounds.Find(ground => ground.Found == true) is { Path: { } path }) return Finding.Not(Norms.Exclusion).Using(path, true);
        var unknown = grounds.Where(ground => ground.Found is null).Select(ground => ground.Path).ToArray();
        if (unknown.Length > 0) return Finding.Unknown(Norms.Exclusion, unknown);
        return grounds.Aggregate(Finding.Met(Norms.Exclusion), (found, ground) => found.Using(ground.Path, false));
    }
}
