using Kim.Portal.Api;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Portal.Pages.Funding;

/// <summary>Positions against the quotas of a day.</summary>
public sealed class QuotasModel(FundingApi funding, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public DateOnly? AsOf { get; set; }

    public QuotaCheck Check { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        AsOf ??= Show.Day(clock.GetUtcNow());
        Check = await funding.Quotas(AsOf, ct);
    }
}
