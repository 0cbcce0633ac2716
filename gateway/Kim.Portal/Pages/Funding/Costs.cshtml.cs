using Kim.Portal.Api;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Portal.Pages.Funding;

/// <summary>The booked costs of a year, reversals included: nothing is deleted.</summary>
public sealed class CostsModel(FundingApi funding, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    public Listed<Cost> List { get; private set; } = new();

    public IReadOnlyDictionary<string, string> Types { get; private set; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<Guid, string> Grants { get; private set; } = new Dictionary<Guid, string>();

    public async Task OnGetAsync(string? after, CancellationToken ct)
    {
        Year ??= Show.Day(clock.GetUtcNow()).Year;
        List = await funding.Costs(Year, after, ct);
        Types = (await funding.CostTypes(ct)).Items.ToDictionary(type => type.Code, type => type.Title);
        Grants = (await funding.Grants(null, ct)).Items.ToDictionary(grant => grant.Id, grant => grant.Title);
    }
}
