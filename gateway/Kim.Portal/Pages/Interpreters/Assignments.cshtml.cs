using Kim.Portal.Api;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Portal.Pages.Interpreters;

/// <summary>An interpreter's own assignments.</summary>
public sealed class AssignmentsModel(InterpretersApi interpreters, Words words) : PageModel
{
    public IReadOnlyList<OwnAssignment> List { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Languages { get; private set; } = new Dictionary<string, string>();

    public async Task OnGetAsync(CancellationToken ct)
    {
        Languages = await words.Languages(ct);
        List = (await interpreters.OwnAssignments(ct)).Items;
    }
}
