using Kim.Funding.Data.Reports;
using Kim.ServiceKit.SmallCells;

namespace Kim.Funding.Features.Reports;

/// <summary>What reports need of the container.</summary>
internal static class ReportServices
{
    /// <summary>Adds the journal, the desk, and the description of counts in OpenAPI.</summary>
    public static IServiceCollection AddReports(this IServiceCollection services) =>
        services.AddCellCounts().AddScoped<Journal>().AddScoped<ReportDesk>();
}
