using Kim.Portal.Api;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Portal.Pages.Reports;

/// <summary>Passes a released version on as a file, as it comes from funding.</summary>
public sealed class DownloadModel(ReportsApi reports) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, int version, string format, CancellationToken ct)
    {
        var file = await reports.Open(id, version, format, ct);
        Response.RegisterForDispose(file.Response);
        if (file.Digest is { } digest) Response.Headers["Content-Digest"] = digest;
        return File(file.Content, file.ContentType, file.FileName);
    }
}
