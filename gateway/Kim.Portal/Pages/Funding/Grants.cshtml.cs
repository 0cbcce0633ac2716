using Kim.Portal.Api;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Portal.Pages.Funding;

/// <summary>The grants with what is known of their periods today.</summary>
public sealed class GrantsModel(FundingApi funding, Words words) : PageModel
{
    public Listed<Grant> List { get; private set; } = new();

    public IReadOnlyDictionary<string, string> Organisations { get; private set; } = new Dictionary<string, string>();

    public async Task OnGetAsync(string? after, CancellationToken ct)
    {
        List = await funding.Grants(after, ct);
        Organisations = await words.Organisations(ct);
    }
}
