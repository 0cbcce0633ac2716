using Kim.Portal.Api;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Portal.Pages.Reports;

/// <summary>The figures of one version.</summary>
public sealed class VersionModel(ReportsApi reports, Words words) : PageModel
{
    public ReportFigures Found { get; private set; } = null!;

    public FigureTables Tables { get; private set; } = null!;

    public async Task OnGetAsync(Guid id, int version, CancellationToken ct)
    {
        Found = await reports.Figures(id, version, ct);
        Tables = new FigureTables(Found.Figures, await CodeNames.LoadAsync(words, ct));
    }
}
