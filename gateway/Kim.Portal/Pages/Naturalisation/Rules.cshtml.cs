using Kim.Portal.Api;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Portal.Pages.Naturalisation;

/// <summary>The law as dated data: all periods, or the one that governs decisions of a day.</summary>
public sealed class RulesModel(NaturalisationApi naturalisation) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public DateOnly? AsOf { get; set; }

    public Listed<RuleSet> List { get; private set; } = new();

    public async Task OnGetAsync(CancellationToken ct) => List = await naturalisation.RuleSets(AsOf, ct);
}
