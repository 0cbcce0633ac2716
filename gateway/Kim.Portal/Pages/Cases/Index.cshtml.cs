using Kim.Portal.Api;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using System.ComponentModel.DataAnnotations;

namespace Kim.Portal.Pages.Cases;

/// <summary>The cases that I may see. What is searched for is posted, so that no name stands in an address or in the browser's history.</summary>
public sealed class IndexModel(CasesApi cases, Words words) : PageModel
{
    [BindProperty, StringLength(200)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Phase { get; set; }

    public CodeLists Codes { get; private set; } = new();

    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();

    public Listed<CaseRow> List { get; private set; } = new();

    public async Task OnGetAsync(string? after, CancellationToken ct)
    {
        await NameAsync(ct);
        List = await cases.List(Phase, after, ct);
    }

    public async Task<IActionResult> OnPostAsync(string? after, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Q)) return RedirectToPage(new { Phase });
        await NameAsync(ct);
        if (ModelState.IsValid) List = await cases.Search(Q, Phase, after, ct);
        return Page();
    }

    private async Task NameAsync(CancellationToken ct)
    {
        Codes = await words.Codes(ct);
        Names = await words.Municipalities(ct);
    }
}
