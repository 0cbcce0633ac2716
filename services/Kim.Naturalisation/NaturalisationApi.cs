using Kim.Naturalisation.Features.Checks;
using Kim.Naturalisation.Features.Referrals;
using Kim.Naturalisation.Features.Rules;
using Kim.Naturalisation.Features.Work;
using Kim.ServiceKit.Persons;

namespace Kim.Naturalisation;

/// <summary>Table of contents: every operation of this service, one line each. Start here.</summary>
internal static class NaturalisationApi
{
    public static void Map(RouteGroupBuilder api)
    {
        // The law as dated data
        ListRuleSets.Map(api);

        // A person is referred; the officer pulls the consented facts
        ListReferrals.Map(api);
        GetReferral.Map(api);
        PullFacts.Map(api);

        // The check, and what the officer judges otherwise
        RunCheck.Map(api);
        ListChecks.Map(api);
        GetCheck.Map(api);
        OverruleRequirement.Map(api);
        QuickCheck.Map(api);

        // The procedure
        RecordCounselling.Map(api);
        FileApplication.Map(api);
        DecideApplication.Map(api);
        HandOver.Map(api);
        EnterBar.Map(api);

        // What waits
        ListWork.Map(api);

        // For the copy of a person's data, which cases puts together
        api.MapPersonData(NaturalisationPolicies.ReadPersonData);
    }
}
