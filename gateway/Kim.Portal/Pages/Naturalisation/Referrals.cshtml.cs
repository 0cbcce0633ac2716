using Kim.Portal.Api;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Portal.Pages.Naturalisation;

/// <summary>Who was referred, by a mark: the list holds no fact about a person.</summary>
public sealed class ReferralsModel(NaturalisationApi naturalisation) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    public Listed<ReferralRow> List { get; private set; } = new();

    public async Task OnGetAsync(string? after, CancellationToken ct) => List = await naturalisation.Referrals(State, after, ct);
}
