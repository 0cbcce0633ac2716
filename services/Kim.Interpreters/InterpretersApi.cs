using Kim.Interpreters.Features.Assignments;
using Kim.Interpreters.Features.Offers;
using Kim.Interpreters.Features.Pool;
using Kim.Interpreters.Features.Requests;
using Kim.Interpreters.Features.Settlements;
using Kim.ServiceKit.Persons;

namespace Kim.Interpreters;

/// <summary>Table of contents of the Sprachmittlerpool: one line per use case, in the order of the work.</summary>
internal static class InterpretersApi
{
    public static void Map(RouteGroupBuilder api)
    {
        // The pool and its rules
        ListLanguages.Map(api);
        ListPool.Map(api);
        GetPoolRules.Map(api);
        ListRateRules.Map(api);
        ListFundingPots.Map(api);

        // The desk works on a request
        ListRequests.Map(api);
        GetRequest.Map(api);
        ReviewRequest.Map(api);
        ListCandidates.Map(api);
        SendOffers.Map(api);
        ConfirmRequest.Map(api);
        MarkRequestUnserved.Map(api);

        // An interpreter answers and works
        ListMyOffers.Map(api);
        AcceptOffer.Map(api);
        RefuseOffer.Map(api);
        ListMyAssignments.Map(api);
        SubmitCompletion.Map(api);

        // The desk verifies and pays
        VerifyCompletion.Map(api);
        SettleAssignment.Map(api);
        ListSettlements.Map(api);

        // For the copy of a person's data, which cases puts together
        api.MapPersonData(InterpretersPolicies.ReadPersonData);
    }
}
