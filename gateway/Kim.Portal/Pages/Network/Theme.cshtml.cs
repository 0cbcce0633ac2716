using System.ComponentModel.DataAnnotations;
using Kim.Portal.Api;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Kim.Portal.Pages.Network;

/// <summary>A theme: how often, where, which committee, and the way onto an agenda.</summary>
public sealed class ThemeModel(NetworkApi network, Words words) : PortalPage
{
    public sealed class Rating
    {
        public string? Title { get; set; }

        [Required]
        public string? Influence { get; set; }

        public string? Region { get; set; }

        public string? AgeBand { get; set; }
    }

    [BindProperty]
    public Rating Input { get; set; } = new();

    [BindProperty]
    public Guid? MeetingId { get; set; }

    public Theme Theme { get; private set; } = new();

    public CodeLists Codes { get; private set; } = new();

    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();

    public List<SelectListItem> Municipalities { get; private set; } = [];

    public List<SelectListItem> Meetings { get; private set; } = [];

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        Input = new Rating { Title = Theme.Title, Influence = Theme.Influence, Region = Theme.Region, AgeBand = Theme.AgeBand };
    }

    public async Task<IActionResult> OnPostAgendaAsync(Guid id, CancellationToken ct)
    {
        ModelState.Clear(); // the other form of the page was not sent
        if (MeetingId is not { } meeting) ModelState.AddModelError(nameof(MeetingId), T["Error.Required"]);
        else if (Done(await network.AddAgendaItem(meeting, new { ThemeId = id }, Key, ct), "Done.OnAgenda", $"/network/meetings/{meeting}") is { } next) return next;
        await LoadAsync(id, ct);
        return Again();
    }

    public async Task<IActionResult> OnPostRateAsync(Guid id, CancellationToken ct)
    {
        var body = new { Input.Title, Input.Influence, Input.Region, Input.AgeBand };
        if (ModelState.IsValid && Done(await network.RateTheme(id, body, Key, ct), "Done.Saved", $"/network/themes/{id}") is { } next) return next;
        await LoadAsync(id, ct);
        return Again();
    }

    private async Task LoadAsync(Guid id, CancellationToken ct)
    {
        var found = await network.Theme(id, ct);
        Theme = found.Value;
        Form.ETag = found.ETag;
        Codes = await words.Codes(ct);
        Names = await words.Municipalities(ct);
        Municipalities = await words.MunicipalityOptions(ct);
        var planned = (await network.Meetings(null, null, ct)).Items.Where(meeting => meeting.State == "PLANNED");
        // The proposed committee first: usually it is the one.
        Meetings =
        [
            .. planned.OrderByDescending(meeting => meeting.Committee == Theme.ProposedCommittee?.Key).ThenBy(meeting => meeting.StartsAt)
                .Select(meeting => new SelectListItem($"{meeting.CommitteeName}, {Show.Time(meeting.StartsAt)}", meeting.Id.ToString())),
        ];
    }
}
