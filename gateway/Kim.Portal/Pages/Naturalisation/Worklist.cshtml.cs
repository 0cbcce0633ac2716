using Kim.Portal.Api;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Portal.Pages.Naturalisation;

/// <summary>Checks to look at again: the law changed since, or a decision is suspended.</summary>
public sealed class WorklistModel(NaturalisationApi naturalisation) : PageModel
{
    public Listed<WorkItem> List { get; private set; } = new();

    public async Task OnGetAsync(string? after, CancellationToken ct) => List = await naturalisation.Work(after, ct);
}
