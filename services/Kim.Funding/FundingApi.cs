using Kim.Funding.Features;
using Kim.Funding.Features.Reports;
using Kim.ServiceKit.Persons;

namespace Kim.Funding;

/// <summary>Table of contents: every operation of this service, one line each. Start here.</summary>
internal static class FundingApi
{
    public static void Map(RouteGroupBuilder api)
    {
        // Programmes and whom they are for
        ListProgrammes.Map(api);
        CheckEligibility.Map(api);

        // Modules, positions and who holds them
        ListModules.Map(api);
        ListPositions.Map(api);
        GetPosition.Map(api);
        EstablishPosition.Map(api);
        FillPosition.Map(api);
        EndOccupancy.Map(api);
        CorrectOccupancy.Map(api);
        ChangeAttributes.Map(api);
        CheckQuotas.Map(api);

        // What Kreistag and Land decided
        ListDecisions.Map(api);
        GetDecision.Map(api);
        EnterDecision.Map(api);
        CorrectDecision.Map(api);

        // Grants with periods and conditions
        ListGrants.Map(api);
        GetGrant.Map(api);
        RecordGrant.Map(api);
        ChangeGrant.Map(api);
        ExtendPeriod.Map(api);
        ProveCondition.Map(api);

        // What is spent, and the balance of a year
        ListCostTypes.Map(api);
        ListLumpSums.Map(api);
        BookCost.Map(api);
        ListCosts.Map(api);
        GetCost.Map(api);
        ReverseCost.Map(api);
        GetBalance.Map(api);

        // What the interpreters' settlements take from the pots
        ListPots.Map(api);
        ListSettlements.Map(api);

        // The indicator report of a closed period
        DraftReport.Map(api);
        CorrectReport.Map(api);
        ValidateReport.Map(api);
        ReleaseReport.Map(api);
        ListReports.Map(api);
        GetReport.Map(api);
        GetReportVersion.Map(api);
        CompareReportVersions.Map(api);

        // What the funder pulls
        ListReleasedReports.Map(api);
        DownloadReportJson.Map(api);
        DownloadReportCsv.Map(api);
        DownloadReportXlsx.Map(api);

        // For the copy of a person's data, which cases puts together
        api.MapPersonData(FundingPolicies.ReadPersonData);
    }
}
