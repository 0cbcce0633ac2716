using Kim.Portal.Api;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Portal.Pages.Funding;

/// <summary>The programmes with their Bausteine on a day. One without an offer is shown as such.</summary>
public sealed class ProgrammesModel(FundingApi funding, Words words, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public DateOnly? AsOf { get; set; }

    public Listed<FundingProgramme> List { get; private set; } = new();

    public IReadOnlyDictionary<string, string> Organisations { get; private set; } = new Dictionary<string, string>();

    public async Task OnGetAsync(CancellationToken ct)
    {
        AsOf ??= Show.Day(clock.GetUtcNow());
        List = await funding.Programmes(AsOf, ct);
        Organisations = await words.Organisations(ct);
    }
}
