using Kim.Portal.Api;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Portal.Pages.Reports;

/// <summary>What the funder finds: released versions and nothing else.</summary>
public sealed class ReleasedModel(ReportsApi reports) : PageModel
{
    public Listed<ReleasedReport> List { get; private set; } = new();

    public async Task OnGetAsync(string? after, CancellationToken ct) => List = await reports.Released(after, ct);
}
