using Kim.Portal.Api;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Portal.Pages.Funding;

/// <summary>The pots of the interpreter pool in a year, and the settlements that they paid.</summary>
public sealed class PotsModel(FundingApi funding, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    public Listed<PotRow> Pots { get; private set; } = new();

    public Listed<PotSettlement> Settlements { get; private set; } = new();

    public string Title(string pot) => Pots.Items.FirstOrDefault(row => row.Key == pot)?.TitleDe ?? pot;

    public async Task OnGetAsync(string? after, CancellationToken ct)
    {
        Year ??= Show.Day(clock.GetUtcNow()).Year;
        Pots = await funding.Pots(Year.Value, ct);
        Settlements = await funding.Settlements(Year.Value, after, ct);
    }
}
