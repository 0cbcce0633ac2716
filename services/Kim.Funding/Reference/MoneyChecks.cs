using Kim.Funding.Domain;
using Kim.Funding.Reference.Profile;
using Kim.ServiceKit.Profile;
using Model = Kim.ServiceKit.Profile.Model;

namespace Kim.Funding.Reference;

/// <summary>What the schemas cannot check of decisions, grants, costs, lump sums and pots.</summary>
internal static class MoneyChecks
{
    public static void Run(ProfileDocuments profile, ProfileReferences references)
    {
        foreach (var item in profile.Items<DecisionEntry>(FundingProfile.Decisions)) references.One(item, "/organisation", item.Value.Organisation, FundingProfile.Organisations);
        Grants(profile, references);
        CostTypes(profile, references);
        Costs(profile, references);
        LumpSums(profile, references);
        Pots(profile, references);
    }

    private static void Grants(ProfileDocuments profile, ProfileReferences references)
    {
        foreach (var item in profile.Items<GrantEntry>(FundingProfile.Grants))
        {
            references.One(item, "/programme", item.Value.Programme, FundingProfile.Programmes);
            references.One(item, "/module", item.Value.Module, FundingProfile.Modules);
            references.One(item, "/funder", item.Value.Funder, FundingProfile.Organisations);
            references.Rule(item, "/instalments", item.Value.Instalments.DistinctBy(part => part.Year).Count() == item.Value.Instalments.Count, "names a year twice");
            references.Rule(item, "/conditions", item.Value.Conditions.DistinctBy(part => part.Key).Count() == item.Value.Conditions.Count, "names a condition twice");
            foreach (var (index, period) in item.Value.Periods.Index())
                references.Rule(item, $"/periods/{index}/knownFrom",
                    index == 0 || item.Value.Periods[index - 1].KnownFrom < period.KnownFrom, "must be later than that of the version before");
        }
    }

    private static void CostTypes(ProfileDocuments profile, ProfileReferences references)
    {
        foreach (var item in profile.Items<CostTypeEntry>(FundingProfile.CostTypes))
            foreach (var (index, rule) in item.Value.Eligibility.Index())
            {
                references.One(item, $"/eligibility/{index}/programme", rule.Programme, FundingProfile.Programmes);
                references.Rule(item, $"/eligibility/{index}/validFrom",
                    !item.Value.Eligibility.Take(index).Any(earlier => earlier.Programme == rule.Programme
                        && Period.Overlap(earlier.ValidFrom, earlier.ValidUntil, rule.ValidFrom, rule.ValidUntil)),
                    "overlaps with a rule before it");
            }
    }

    private static void Costs(ProfileDocuments profile, ProfileReferences references)
    {
        var seen = new HashSet<(string, int)>();
        foreach (var item in profile.Items<CostEntry>(FundingProfile.Costs))
        {
            references.One(item, "/type", item.Value.Type, FundingProfile.CostTypes);
            references.One(item, "/grant", item.Value.Grant, FundingProfile.Grants);
            references.One(item, "/position", item.Value.Position, FundingProfile.Positions);
            references.One(item, "/ags", item.Value.Ags, FundingProfile.Municipalities);
            references.Rule(item, "/line", seen.Add((item.Value.Voucher, item.Value.Line)), "the line of this voucher is booked before");
        }
    }

    private static void LumpSums(ProfileDocuments profile, ProfileReferences references)
    {
        var items = profile.Items<LumpSumEntry>(FundingProfile.LumpSums);
        foreach (var (index, item) in items.Index())
        {
            references.Many(item, "/modules", item.Value.Modules, FundingProfile.Modules);
            references.Rule(item, "/validFrom",
                !items.Take(index).Select(earlier => earlier.Value).Any(earlier => earlier.Kind == item.Value.Kind
                    && earlier.Modules.Intersect(item.Value.Modules).Any()
                    && Period.Overlap(earlier.ValidFrom, earlier.ValidUntil, item.Value.ValidFrom, item.Value.ValidUntil)),
                "overlaps with a lump sum before it");
        }
    }

    private static void Pots(ProfileDocuments profile, ProfileReferences references)
    {
        foreach (var item in profile.Items<Model.FundingPotEntry>(FundingProfile.Pots))
            references.One(item, "/funder", item.Value.Funder, FundingProfile.Organisations);
    }
}
