using System.ComponentModel.DataAnnotations;
using Kim.Portal.Api;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Portal.Pages.Funding;

/// <summary>Somebody leaves a position.</summary>
public sealed class EndOccupancyModel(FundingApi funding, TimeProvider clock) : PortalPage
{
    public sealed class Fields
    {
        [Required]
        public DateOnly? Until { get; set; }
    }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public StaffPosition Position { get; private set; } = null!;

    public async Task OnGetAsync(string key, CancellationToken ct)
    {
        await LoadAsync(key, ct);
        Input.Until = Show.Day(clock.GetUtcNow()).AddDays(1);
    }

    public async Task<IActionResult> OnPostAsync(string key, Guid id, CancellationToken ct)
    {
        var next = "/funding/positions/" + Uri.EscapeDataString(key);
        if (ModelState.IsValid && Done(await funding.Staff(key, $"occupancies/{id}/end", new { Input.Until }, Key, ct), "Done.Vacated", next) is { } done) return done;
        await LoadAsync(key, ct);
        return Again();
    }

    private async Task LoadAsync(string key, CancellationToken ct)
    {
        var found = await funding.Position(key, null, ct);
        Position = found.Value;
        Form.ETag = found.ETag;
    }
}
