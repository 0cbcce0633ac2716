using Kim.Funding.Features.Reports;

namespace Kim.Funding;

/// <summary>Table of contents: every operation of this service, one line each. Start here.</summary>
internal static class FundingApi
{
    public static void Map(RouteGroupBuilder api)
    {
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
    }
}
