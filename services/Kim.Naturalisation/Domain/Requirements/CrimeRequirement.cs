using Kim.Naturalisation.Domain.Checking;
using Kim.Naturalisation.Domain.Facts;

namespace Kim.Naturalisation.Domain.Requirements;

/// <summary>
/// CRIM (§ 12a): a pending investigation suspends the decision; petty convictions are ignored, several add up, a slight excess is an
/// individual decision; nothing is ignored where the judgment establishes an inhuman motive.
/// </summary>
internal sealed class CrimeRequirement : IRequirement
{
    public string Code => RequirementCodes.Crime;

    public Finding Judge(Situation s)
    {
        var pending = s.Officer.Investigations?.Count(one => one.OpenedOn <= s.Day && (one.ClosedOn is null || s.Day < one.ClosedOn));
        if (pending > 0) return (new Finding(Outcomes.Suspended, Norms.Suspension) { Hint = Hints.Investigation }).Using("investigations", pending);
        if (s.Officer.Convictions is null) return Finding.Unknown(Norms.Crime, pending is null ? ["convictions", "investigations"] : ["convictions"]);
        var found = Convictions(s, [.. s.Officer.Convictions.Where(one => one.ErasableOn is null || s.Day < one.ErasableOn)]);
        if (pending is not null) return found;
        return found.Outcome == Outcomes.Not ? found.Lacking("investigations") : Finding.Unknown(Norms.Crime, [.. found.Missing, "investigations"]);
    }

    private static Finding Convictions(Situation s, List<Conviction> all)
    {
        var german = all.FindAll(one => !one.Foreign);
        if (german.Exists(one => one.HateMotive == true)) return Finding.Not(Norms.Crime, Hints.HateMotive).Using("convictions.hateMotive", true);
        var found = Sum(s, german);
        if (found.Outcome == Outcomes.Not) return found;
        if (german.Exists(one => one.HateMotive is null)) return Finding.Unknown(Norms.Crime, "convictions.hateMotive");
        if (german.Exists(one => one.Kind == "SECURITY_MEASURE")) return Finding.Review(Norms.Crime, Hints.SecurityMeasure);
        return all.Count > german.Count ? WithForeign(s, all, found) : found;
    }

    // A foreign conviction counts under conditions that only a human can judge: it matters only where it would change the outcome.
    private static Finding WithForeign(Situation s, List<Conviction> all, Finding found) =>
        Sum(s, all).Outcome == Outcomes.Met && !all.Exists(one => one is { Foreign: true, HateMotive: not false })
            ? found
            : Finding.Review(Norms.Crime, Hints.ForeignConviction).Using("convictions.foreign", true);

    private static Finding Sum(Situation s, List<Conviction> convictions)
    {
        var counted = convictions.FindAll(one => one.Kind is "FINE" or "PRISON");
        if (counted.Exists(one => one.Kind == "PRISON" && !(one.Suspended && one.RemittedOn <= s.Day))) return Finding.Not(Norms.Crime, Hints.NotRemitted);
        var units = counted.Sum(one => one.Units);
        var rule = s.Rules.Crime;
        var found = units <= rule.IgnoredUnits ? Finding.Met(Norms.Crime)
            : units <= rule.IgnoredUnits + rule.SlightExcessUnits ? Finding.Review(Norms.Crime, Hints.SlightExcess)
            : Finding.Not(Norms.Crime);
        return found.Using("convictions.units", units);
    }
}
