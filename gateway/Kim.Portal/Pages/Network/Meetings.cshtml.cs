using Kim.Portal.Api;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Portal.Pages.Network;

/// <summary>Meetings of the committees.</summary>
public sealed class MeetingsModel(NetworkApi network) : PageModel
{
    public Listed<Meeting> List { get; private set; } = new();

    public async Task OnGetAsync(string? after, CancellationToken ct) => List = await network.Meetings(null, after, ct);
}
