using System.ComponentModel.DataAnnotations;
using Kim.Portal.Api;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Kim.Portal.Pages.Network;

/// <summary>Schedules a meeting of a committee.</summary>
public sealed class NewMeetingModel(NetworkApi network) : PortalPage
{
    public sealed class Fields
    {
        [Required]
        public string? Committee { get; set; }

        [Required]
        public DateOnly? Date { get; set; }

        [Required]
        public TimeOnly? Time { get; set; }

        [Required]
        public string? Place { get; set; }
    }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public List<SelectListItem> Committees { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) =>
        Committees = [.. (await network.Committees(ct)).Select(committee => new SelectListItem(committee.Name, committee.Key))];

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            var body = new { Input.Committee, StartsAt = Show.Instant(Input.Date!.Value, Input.Time!.Value), Input.Place };
            var result = await network.Schedule(body, Key, ct);
            if (Done(result, "Done.Scheduled", $"/network/meetings/{result.Value?.Id}") is { } next) return next;
            if (result.Problem!.IsOutage) Form.RepeatedKey = PostedKey;
        }

        await OnGetAsync(ct);
        return Again();
    }
}
