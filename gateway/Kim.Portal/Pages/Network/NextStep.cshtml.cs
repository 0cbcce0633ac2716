using System.ComponentModel.DataAnnotations;
using Kim.Portal.Api;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Portal.Pages.Network;

/// <summary>A next step; the staff moves it on.</summary>
public sealed class NextStepModel(NetworkApi network, Words words) : PortalPage
{
    public sealed class Fields
    {
        [Required]
        public string? State { get; set; }

        public string? Note { get; set; }
    }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public NextStep Step { get; private set; } = null!;

    public IReadOnlyDictionary<string, string> Committees { get; private set; } = new Dictionary<string, string>();

    public async Task OnGetAsync(string key, CancellationToken ct)
    {
        var found = await network.NextStep(key, ct);
        Step = found.Value;
        Form.ETag = found.ETag;
        Committees = await words.Committees(ct);
    }

    public async Task<IActionResult> OnPostAsync(string key, CancellationToken ct)
    {
        var next = "/network/next-steps/" + Uri.EscapeDataString(key);
        if (ModelState.IsValid && Done(await network.MoveNextStep(key, new { Input.State, Input.Note }, Key, ct), "Done.Saved", next) is { } done) return done;
        await OnGetAsync(key, ct);
        return Again();
    }
}
