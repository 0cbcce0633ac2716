using System.Diagnostics;
using Kim.Portal.Api;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Portal.Pages.Info;

/// <summary>What happened, what is saved, and the number under which operations find it.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Duration = 0, Location = ResponseCacheLocation.None)]
public sealed class ErrorModel : PageModel
{
    private static readonly int[] Known = [400, 403, 404, 429, 503];

    public string TitleKey { get; private set; } = "";

    public string TextKey { get; private set; } = "";

    public string Reference { get; private set; } = "";

    public void OnGet(int status) => Show(status);

    public void OnPost(int status) => Show(status);

    private void Show(int status)
    {
        var known = Known.Contains(status) ? status : status is 502 or 504 ? 503 : 500;
        (TitleKey, TextKey) = ($"ErrorPage.{known}.Title", $"ErrorPage.{known}.Text");
        Reference = HttpContext.Items[nameof(Problem.TraceId)] as string ?? Activity.Current?.TraceId.ToHexString() ?? HttpContext.TraceIdentifier;
    }
}
