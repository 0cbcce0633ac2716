using Kim.Portal.Api;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Portal.Pages.Interpreters;

/// <summary>The pool desk's inbox.</summary>
public sealed class RequestsModel(InterpretersApi interpreters, Words words) : PageModel
{
    public static readonly string[] States =
    [
        "EINGEGANGEN", "BEWILLIGT", "ABGELEHNT", "ANGEBOTEN", "ZUGESAGT", "BESTAETIGT", "NACHWEIS_EINGEREICHT", "GEPRUEFT", "AUSGEZAHLT",
        "STORNIERT", "NICHT_VERMITTELBAR",
    ];

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    public Listed<PoolRequest> List { get; private set; } = new();

    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Languages { get; private set; } = new Dictionary<string, string>();

    public async Task OnGetAsync(string? after, CancellationToken ct)
    {
        Names = await words.Municipalities(ct);
        Languages = await words.Languages(ct);
        List = await interpreters.Requests(State, after, ct);
    }
}
