using Kim.Naturalisation.Domain.Checking;
using Kim.Naturalisation.Domain.Facts;

namespace Kim.Naturalisation.Domain.Requirements;

/// <summary>TITLE: an unlimited right, freedom of movement, or a permit that is not on the exclusion list of the day.</summary>
internal sealed class TitleRequirement : IRequirement
{
    public string Code => RequirementCodes.Title;

    public Finding Judge(Situation s)
    {
        var current = s.Current.Select(entry => entry.Period).ToList();
        if (current.Count == 0) return Finding.Not(Norms.Title, Hints.NoStatus).Lacking("residencePeriods");
        var found = current.Select(period => Of(s, period)).ToList();
        return found.Find(finding => finding.Outcome == Outcomes.Met)
            ?? found.Find(finding => finding.Outcome == Outcomes.Review)
            ?? found[0];
    }

    private static Finding Of(Situation s, ResidenceFact period)
    {
        var finding = s.StatusOf(period)?.Title switch
        {
            null => Finding.Review(Norms.Title, Hints.UnknownStatus),
            "YES" => Finding.Met(Norms.Title),
            "PERMIT" => Permit(s, period.Status),
            "IF_DURABLE" => Finding.By(s.Officer.FamilyTitleDurable, "familyTitleDurable", Norms.Title),
            "LIKE_PREVIOUS" => Previous(s, period),
            _ => Finding.Not(Norms.Title, Hints.ChangeOfTitle),
        };
        return finding.Using("residencePeriods.status", period.Status);
    }

    private static Finding Permit(Situation s, string status)
    {
        if (s.Rules.Permits.Excludes(status, s.Day)) return Finding.Not(Norms.Title, Hints.ChangeOfTitle);
        return Finding.Met(Norms.Title) with { Hint = s.Rules.Permits.ToConfirm.Contains(status) ? Hints.ConfirmTitle : null };
    }

    // § 81(4): the title before goes on, with what it was good for.
    private static Finding Previous(Situation s, ResidenceFact fiction)
    {
        var before = s.Person.ResidencePeriods
            .Where(period => period.From < fiction.From && s.StatusOf(period)?.Title is not "LIKE_PREVIOUS")
            .MaxBy(period => period.From);
        return before is null ? Finding.Unknown(Norms.Title, "residencePeriods") : Of(s, before);
    }
}
