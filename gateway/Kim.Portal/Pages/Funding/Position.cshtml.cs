using System.ComponentModel.DataAnnotations;
using Kim.Portal.Api;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Portal.Pages.Funding;

/// <summary>A position with its history; it is filled here.</summary>
public sealed class PositionModel(FundingApi funding, Words words, TimeProvider clock) : PortalPage
{
    public sealed class Fields
    {
        [Required]
        public string? Vzae { get; set; }

        [Required]
        public string? EmploymentType { get; set; }

        [Required]
        public DateOnly? From { get; set; }

        public DateOnly? Until { get; set; }

        public Guid? AccountId { get; set; }
    }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public StaffPosition Position { get; private set; } = null!;

    public IReadOnlyDictionary<string, string> Organisations { get; private set; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();

    public async Task OnGetAsync(string key, CancellationToken ct)
    {
        await LoadAsync(key, ct);
        Input = new Fields { From = Show.Day(clock.GetUtcNow()), EmploymentType = "TARIF" };
    }

    public async Task<IActionResult> OnPostAsync(string key, CancellationToken ct)
    {
        var vzae = Amount.Read(Input.Vzae);
        if (vzae is null && Input.Vzae is not null) ModelState.AddModelError("Input.Vzae", T["Error.Number"]);
        if (ModelState.IsValid)
        {
            var body = new { Input.AccountId, Vzae = vzae, Input.From, Input.Until, Input.EmploymentType };
            var result = await funding.Staff(key, "occupancies", body, Key, ct);
            if (Done(result, "Done.Filled", "/funding/positions/" + Uri.EscapeDataString(key)) is { } next)
            {
                if (result.Value is { Warnings.Count: > 0 } told) TempData["warnings"] = told.Warnings.Select(warning => warning.TextDe).ToArray();
                return next;
            }
        }

        await LoadAsync(key, ct);
        return Again();
    }

    private async Task LoadAsync(string key, CancellationToken ct)
    {
        var found = await funding.Position(key, null, ct);
        Position = found.Value;
        Form.ETag = found.ETag;
        Organisations = await words.Organisations(ct);
        Names = await words.Municipalities(ct);
    }
}
