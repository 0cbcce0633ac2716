using Kim.Portal.Api;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Portal.Pages.Network;

/// <summary>What several cases have in common.</summary>
public sealed class ThemesModel(NetworkApi network) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    public Listed<Theme> List { get; private set; } = new();

    public async Task OnGetAsync(string? after, CancellationToken ct) => List = await network.Themes(State, after, ct);
}
