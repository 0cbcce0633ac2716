using Kim.ServiceKit.Figures;

namespace Kim.Funding.Data;

/// <summary>What ops sees of the work with reports.</summary>
internal static class FundingFigures
{
    public static readonly DomainFigure ReleasedReports = new(
        "kim.funding.released_reports", "{report}", "Versions of reports that were released to a funder.", null,
        "select 'all', count(*) from report_versions where released_at is not null");
}
