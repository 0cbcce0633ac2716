using Kim.Funding.Domain;
using Kim.Funding.Reference.Profile;
using Kim.ServiceKit.Profile;
using Model = Kim.ServiceKit.Profile.Model;

namespace Kim.Funding.Reference;

/// <summary>What the schemas cannot check of programmes, modules, positions and who holds them.</summary>
internal static class StaffingChecks
{
    public static void Run(ProfileDocuments profile, ProfileReferences references)
    {
        Programmes(profile, references);
        Modules(profile, references);
        Positions(profile, references);
        Occupancies(profile, references);
    }

    private static void Programmes(ProfileDocuments profile, ProfileReferences references)
    {
        foreach (var item in profile.Items<Model.ProgrammeEntry>(FundingProfile.Programmes))
        {
            references.One(item, "/funder", item.Value.Funder, FundingProfile.Organisations);
            foreach (var (index, component) in item.Value.Components.Index())
            {
                references.Many(item, $"/components/{index}/offers", component.Offers, FundingProfile.Offers);
                foreach (var (place, carrier) in component.Carriers.Index())
                    references.One(item, $"/components/{index}/carriers/{place}/organisation", carrier.Organisation, FundingProfile.Organisations);
            }
        }
    }

    private static void Modules(ProfileDocuments profile, ProfileReferences references)
    {
        foreach (var item in profile.Items<Model.KimModuleEntry>(FundingProfile.Modules))
        {
            references.Many(item, "/allowedEmployers", item.Value.AllowedEmployers, FundingProfile.Organisations);
            foreach (var (index, quota) in item.Value.Quotas.Index())
                references.Rule(item, $"/quotas/{index}/validFrom",
                    !item.Value.Quotas.Take(index).Any(earlier => Period.Overlap(earlier.ValidFrom, earlier.ValidUntil, quota.ValidFrom, quota.ValidUntil)),
                    "overlaps with a quota before it");
        }
    }

    private static void Positions(ProfileDocuments profile, ProfileReferences references)
    {
        foreach (var item in profile.Items<Model.PositionEntry>(FundingProfile.Positions))
        {
            references.One(item, "/module", item.Value.Module, FundingProfile.Modules);
            references.One(item, "/employer", item.Value.Employer, FundingProfile.Organisations);
            references.One(item, "/fachaufsicht", item.Value.Fachaufsicht, FundingProfile.Organisations);
            references.Many(item, "/programmes", item.Value.Programmes, FundingProfile.Programmes);
            references.Many(item, "/regionServed", item.Value.RegionServed, FundingProfile.Municipalities);
        }

        foreach (var item in profile.Items<Model.DistrictEntry>(FundingProfile.Districts))
        {
            references.One(item, "/position", item.Value.Position, FundingProfile.Positions);
            references.Many(item, "/ags", item.Value.Ags, FundingProfile.Municipalities);
        }
    }

    private static void Occupancies(ProfileDocuments profile, ProfileReferences references)
    {
        var positions = profile.Items<Model.PositionEntry>(FundingProfile.Positions).ToDictionary(item => item.Value.Key, item => item.Value);
        foreach (var item in profile.Items<OccupancyEntry>(FundingProfile.Occupancies))
        {
            references.One(item, "/position", item.Value.Position, FundingProfile.Positions);
            if (!positions.TryGetValue(item.Value.Position, out var position)) continue;
            references.Rule(item, "/fte", item.Value.Fte <= position.Fte, $"is more than the {position.Fte} of '{position.Key}'");
            references.Rule(item, "/validFrom", Period.Holds(position.ValidFrom, position.ValidUntil, item.Value.ValidFrom), $"'{position.Key}' is not funded on that day");
        }
    }
}
