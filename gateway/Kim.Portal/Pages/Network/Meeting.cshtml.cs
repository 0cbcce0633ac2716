using Kim.Portal.Api;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Portal.Pages.Network;

/// <summary>A meeting with its agenda.</summary>
public sealed class MeetingModel(NetworkApi network) : PageModel
{
    public Meeting Meeting { get; private set; } = new();

    public async Task OnGetAsync(Guid id, CancellationToken ct) => Meeting = await network.Meeting(id, ct);
}
