using Kim.Portal.Api;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Portal.Pages.Network;

/// <summary>What was resolved to be done, by whom and until when.</summary>
public sealed class MeasuresModel(NetworkApi network) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    public Listed<NetworkMeasure> List { get; private set; } = new();

    public async Task OnGetAsync(string? after, CancellationToken ct) => List = await network.Measures(State, after, ct);
}
