using Kim.Portal.Api;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Portal.Pages.Funding;

/// <summary>What Kreistag and Land decided.</summary>
public sealed class DecisionsModel(FundingApi funding) : PageModel
{
    public Listed<FundingDecision> List { get; private set; } = new();

    public async Task OnGetAsync(string? after, CancellationToken ct) => List = await funding.Decisions(after, ct);
}
