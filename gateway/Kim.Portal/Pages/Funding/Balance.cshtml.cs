using Kim.Portal.Api;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Portal.Pages.Funding;

/// <summary>The balance of a year: net balance and refinancing ratio.</summary>
public sealed class BalanceModel(FundingApi funding, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    public YearBalance Balance { get; private set; } = null!;

    public IReadOnlyDictionary<string, string> Positions { get; private set; } = new Dictionary<string, string>();

    public async Task OnGetAsync(CancellationToken ct)
    {
        Year ??= Show.Day(clock.GetUtcNow()).Year;
        Balance = await funding.Balance(Year.Value, ct);
        if (Balance.Shortfalls.Count > 0) Positions = (await funding.Positions(null, null, null, ct)).Items.ToDictionary(row => row.Key, row => row.Title);
    }
}
