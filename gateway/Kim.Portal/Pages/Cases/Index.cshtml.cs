using Kim.Portal.Api;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Portal.Pages.Cases;

/// <summary>The cases that I may see.</summary>
public sealed class IndexModel(CasesApi cases, Words words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Phase { get; set; }

    public CodeLists Codes { get; private set; } = new();

    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();

    public Listed<CaseRow> List { get; private set; } = new();

    public async Task OnGetAsync(string? after, CancellationToken ct)
    {
        Codes = await words.Codes(ct);
        Names = await words.Municipalities(ct);
        List = await cases.List(Q, Phase, after, ct);
    }
}
