using System.ComponentModel.DataAnnotations;
using Kim.Portal.Api;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Kim.Portal.Pages.Network;

/// <summary>Records what a meeting resolved on an agenda item.</summary>
public sealed class ResolutionModel(NetworkApi network, Words words) : PortalPage
{
    public sealed class Fields
    {
        [Required]
        public string? Decision { get; set; }

        [Required]
        public string? Title { get; set; }

        public string? Reason { get; set; }

        [Required, MinLength(1, ErrorMessage = "Error.Required")]
        public List<string> Scope { get; set; } = [];

        public string? MeasureTitle { get; set; }

        public string? Owner { get; set; }

        public DateOnly? MeasureDueOn { get; set; }
    }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public Meeting Meeting { get; private set; } = new();

    public AgendaItem? Item { get; private set; }

    public List<SelectListItem> Municipalities { get; private set; } = [];

    public List<SelectListItem> Organisations { get; private set; } = [];

    public async Task OnGetAsync(Guid id, Guid itemId, CancellationToken ct)
    {
        await LoadAsync(id, itemId, ct);
        // A theme of the Kreis concerns every municipality unless the meeting says otherwise.
        Input.Scope = [.. Municipalities.Select(municipality => municipality.Value)];
        Input.Title = Item?.Title;
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid itemId, CancellationToken ct)
    {
        if (ModelState.IsValid && HasMeasure())
        {
            var result = await network.Resolve(id, itemId, Body(), Key, ct);
            if (Done(result, "Done.Resolved", $"/network/meetings/{id}") is { } next) return next;
            if (result.Problem!.IsOutage) Form.RepeatedKey = PostedKey;
        }

        await LoadAsync(id, itemId, ct);
        return Again();
    }

    private bool HasMeasure()
    {
        if (Input.Decision != "ADOPTED") return true;
        if (string.IsNullOrWhiteSpace(Input.MeasureTitle)) ModelState.AddModelError("Input.MeasureTitle", T["Error.Required"]);
        if (string.IsNullOrEmpty(Input.Owner)) ModelState.AddModelError("Input.Owner", T["Error.Required"]);
        if (Input.MeasureDueOn is null) ModelState.AddModelError("Input.MeasureDueOn", T["Error.Required"]);
        return ModelState.IsValid;
    }

    private object Body() => new
    {
        Input.Decision,
        Input.Title,
        Input.Reason,
        Input.Scope,
        Measure = string.IsNullOrWhiteSpace(Input.MeasureTitle) ? null : new { Title = Input.MeasureTitle, Input.Owner, DueOn = Input.MeasureDueOn },
    };

    private async Task LoadAsync(Guid id, Guid itemId, CancellationToken ct)
    {
        Meeting = await network.Meeting(id, ct);
        Item = Meeting.Agenda.FirstOrDefault(item => item.Id == itemId);
        Municipalities = await words.MunicipalityOptions(ct);
        Organisations = [.. (await network.Organisations(ct)).Select(organisation => new SelectListItem(organisation.Name, organisation.Key))];
    }
}
