using Kim.Cases.Features;

namespace Kim.Cases;

/// <summary>Table of contents: every operation of this service, one line each. Start here.</summary>
internal static class CasesApi
{
    public static void Map(RouteGroupBuilder api)
    {
        // reference
        ListCodes.Map(api);
        ListOffers.Map(api);

        // the case and its way through the phases
        OpenCase.Map(api);
        ListCases.Map(api);
        SearchCases.Map(api);
        GetCase.Map(api);
        ChangePerson.Map(api);
        SetIndication.Map(api);
        ChangePhase.Map(api);
        ReassignCase.Map(api);

        // consent, per agency
        GiveConsent.Map(api);
        RevokeConsent.Map(api);

        // assessment and Hilfeplan
        RateLifeDomains.Map(api);
        RecordNeed.Map(api);
        SetGoal.Map(api);
        PlanMeasure.Map(api);
        StartMeasure.Map(api);
        RateGoal.Map(api);
        AgreePlan.Map(api);

        // residence and nationality
        RecordResidencePeriod.Map(api);
        EndResidencePeriod.Map(api);
        RecordNationality.Map(api);

        // to the EBH, with a consent that names it
        ReferForNaturalisation.Map(api);
        ReadConsentedFacts.Map(api);

        // the person's own rights: copy, erasure, restriction
        RequestPersonPackage.Map(api);
        GetPersonPackage.Map(api);
        DownloadPersonPackage.Map(api);
        ErasePerson.Map(api);
        GetErasure.Map(api);

        // interpreters
        RequestInterpreter.Map(api);
        CancelInterpreterRequest.Map(api);

        // from the case to the structure and back
        ReportStructuralNeed.Map(api);
        WithdrawStructuralNeed.Map(api);
        ListNotices.Map(api);
        MarkNoticeRead.Map(api);
    }
}
