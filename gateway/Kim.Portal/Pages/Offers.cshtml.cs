using Kim.Portal.Api;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Kim.Portal.Pages;

/// <summary>The directory of offers, as a plan may use it.</summary>
public sealed class OffersModel(CasesApi cases, Words words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Topic { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Ags { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public CodeLists Codes { get; private set; } = new();

    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();

    public List<SelectListItem> Municipalities { get; private set; } = [];

    public Listed<OfferRow> List { get; private set; } = new();

    public async Task OnGetAsync(string? after, CancellationToken ct)
    {
        Codes = await words.Codes(ct);
        Names = await words.Municipalities(ct);
        Municipalities = await words.MunicipalityOptions(ct);
        List = await cases.Offers(Topic, Ags, Q, after, ct);
    }
}
