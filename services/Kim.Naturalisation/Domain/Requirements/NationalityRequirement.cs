using Kim.Naturalisation.Domain.Checking;
using Kim.Naturalisation.Domain.Rules;

namespace Kim.Naturalisation.Domain.Requirements;

/// <summary>MULT: until 2024 the previous nationality is given up, with exceptions by state and by status; afterwards not asked for.</summary>
internal sealed class NationalityRequirement : IRequirement
{
    public string Code => RequirementCodes.Nationality;

    public Finding Judge(Situation s)
    {
        var rule = s.Rules.Nationality;
        if (!rule.Renunciation) return Finding.NotApplicable(Norms.Nationality);
        if (KeepsByStatus(s, rule) is { } status) return Finding.Exempt(Norms.Nationality, Hints.Keeps).Using("residencePeriods.status", status);

        var held = s.Person.Nationalities.Where(nationality => nationality.HeldOn(s.Day)).Select(nationality => nationality.Country).ToList();
        if (held.Count == 0 || held.Contains("UNKNOWN")) return Finding.Unknown(Norms.Nationality, "nationalities");
        var states = string.Join(", ", held);
        if (held.TrueForAll(rule.ExemptStates.Contains)) return Finding.Exempt(Norms.Nationality, Hints.Keeps).Using("nationalities", states);
        if (s.Officer.RenunciationImpossible == true) return Finding.Exempt(Norms.Nationality, Hints.Keeps).Using("renunciationImpossible", true);
        return Finding.By(s.Officer.RenunciationWilling, "renunciationWilling", Norms.Nationality).Using("nationalities", states);
    }

    private static string? KeepsByStatus(Situation s, NationalitySection rule)
    {
        var current = s.Current.Select(entry => entry.Period.Status).ToList();
        if (current.Find(rule.ExemptStatuses.Contains) is { } exempt) return exempt;
        var followUp = current.Find(rule.ExemptFollowUps.Contains);
        return followUp is not null && s.Person.ResidencePeriods.Any(period => period.From <= s.Day && rule.ExemptStatuses.Contains(period.Status)) ? followUp : null;
    }
}
