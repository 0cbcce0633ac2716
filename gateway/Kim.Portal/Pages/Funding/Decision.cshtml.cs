using System.ComponentModel.DataAnnotations;
using Kim.Portal.Api;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Portal.Pages.Funding;

/// <summary>A decision with every state of the register; a correction keeps what it said before.</summary>
public sealed class DecisionModel(FundingApi funding) : PortalPage
{
    public sealed class Fields
    {
        [Required]
        public string? Title { get; set; }

        [Required]
        public DateOnly? DecidedOn { get; set; }

        public string? Reference { get; set; }

        [Required]
        public string? Reason { get; set; }
    }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public FundingDecision Decision { get; private set; } = null!;

    public async Task OnGetAsync(string key, CancellationToken ct)
    {
        await LoadAsync(key, ct);
        Input = new Fields { Title = Decision.Title, DecidedOn = Decision.DecidedOn, Reference = Decision.Reference };
    }

    public async Task<IActionResult> OnPostAsync(string key, CancellationToken ct)
    {
        var (body, next) = (new { Input.Reason, Input.Title, Input.DecidedOn, Input.Reference }, "/funding/decisions/" + Uri.EscapeDataString(key));
        if (ModelState.IsValid && Done(await funding.CorrectDecision(key, body, Key, ct), "Done.Corrected", next) is { } done) return done;
        await LoadAsync(key, ct);
        return Again();
    }

    private async Task LoadAsync(string key, CancellationToken ct)
    {
        var found = await funding.Decision(key, ct);
        Decision = found.Value;
        Form.ETag = found.ETag;
    }
}
