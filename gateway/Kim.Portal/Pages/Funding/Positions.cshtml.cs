using Kim.Portal.Api;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Portal.Pages.Funding;

/// <summary>The positions as of a day: employer, region served and Fachaufsicht are three different things.</summary>
public sealed class PositionsModel(FundingApi funding, Words words, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public DateOnly? AsOf { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Module { get; set; }

    public Listed<PositionRow> List { get; private set; } = new();

    public IReadOnlyDictionary<string, string> Organisations { get; private set; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();

    public async Task OnGetAsync(string? after, CancellationToken ct)
    {
        AsOf ??= Show.Day(clock.GetUtcNow());
        List = await funding.Positions(AsOf, Module, after, ct);
        Organisations = await words.Organisations(ct);
        Names = await words.Municipalities(ct);
    }
}
