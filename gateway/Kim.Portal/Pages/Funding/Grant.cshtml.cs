using Kim.Portal.Api;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Kim.Portal.Pages.Funding;

/// <summary>A grant: what it pays, the versions of its Verwendungszeitraum, and its conditions with what proves them.</summary>
public sealed class GrantModel(FundingApi funding, Words words, TimeProvider clock) : PortalPage
{
    [BindProperty]
    public string? Condition { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public string? Reference { get; set; }

    [BindProperty]
    public string? Quote { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? Until { get; set; }

    [BindProperty]
    public DateOnly? KnownFrom { get; set; }

    [BindProperty]
    public DateOnly? ProofDueOn { get; set; }

    [BindProperty]
    public string? Change { get; set; }

    public Grant Grant { get; private set; } = null!;

    public IReadOnlyDictionary<string, string> Organisations { get; private set; } = new Dictionary<string, string>();

    public IEnumerable<SelectListItem> Conditions => Grant.Conditions.Select(condition => new SelectListItem(condition.Title, condition.Key));

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        (Kind, From, Until, KnownFrom) = ("DOCUMENT", Grant.Period?.From, Grant.Period?.Until, Show.Day(clock.GetUtcNow()));
    }

    public Task<IActionResult> OnPostProveAsync(Guid id, CancellationToken ct)
    {
        Need(nameof(Condition), Condition);
        Need(nameof(Kind), Kind);
        Need(nameof(Reference), Reference);
        return StepAsync(id, $"conditions/{Uri.EscapeDataString(Condition ?? "")}/evidence", new { Kind, Reference, Quote, On }, ct);
    }

    public Task<IActionResult> OnPostExtendAsync(Guid id, CancellationToken ct)
    {
        Need(nameof(From), From);
        Need(nameof(Until), Until);
        Need(nameof(KnownFrom), KnownFrom);
        return StepAsync(id, "periods", new { From, Until, KnownFrom, ProofDueOn, Reference = Change }, ct);
    }

    private void Need(string field, object? value)
    {
        if (value is null) ModelState.AddModelError(field, T["Error.Required"]);
    }

    private async Task<IActionResult> StepAsync(Guid id, string step, object body, CancellationToken ct)
    {
        if (ModelState.IsValid && Done(await funding.ChangeGrant(id, step, body, Key, ct), "Done.Saved", $"/funding/grants/{id}") is { } next) return next;
        await LoadAsync(id, ct);
        return Again();
    }

    private async Task LoadAsync(Guid id, CancellationToken ct)
    {
        var found = await funding.Grant(id, ct);
        Grant = found.Value;
        Form.ETag = found.ETag;
        Organisations = await words.Organisations(ct);
    }
}
