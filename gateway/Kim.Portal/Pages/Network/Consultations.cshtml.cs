using System.ComponentModel.DataAnnotations;
using Kim.Portal.Api;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Kim.Portal.Pages.Network;

/// <summary>Who took the concept how, in numbers and in words; the log goes on here.</summary>
public sealed class ConsultationsModel(NetworkApi network, TimeProvider clock) : PortalPage
{
    public sealed class Fields
    {
        [Required]
        public string? Attitude { get; set; }

        [Required]
        public string? Topic { get; set; }

        [Required]
        public string? Statement { get; set; }

        public string? Stakeholder { get; set; }

        public int? Count { get; set; }

        [Required]
        public DateOnly? HeldOn { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public string? Attitude { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public ConsultationCounts Counts { get; private set; } = new([]);

    public Listed<Consultation> List { get; private set; } = new();

    public List<SelectListItem> Stakeholders { get; private set; } = [];

    public string Name(string stakeholder) => Stakeholders.Find(one => one.Value == stakeholder)?.Text ?? stakeholder;

    public async Task OnGetAsync(string? after, CancellationToken ct)
    {
        await LoadAsync(after, ct);
        Input.HeldOn = Show.Day(clock.GetUtcNow());
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        object[] voices = Input.Stakeholder is null ? [] : [new { Input.Stakeholder, Input.Count }];
        var body = new { Input.Attitude, Input.Topic, Input.Statement, Voices = voices, Input.HeldOn };
        if (ModelState.IsValid && Done(await network.RecordConsultation(body, Key, ct), "Done.Saved", "/network/consultations") is { } next) return next;
        await LoadAsync(null, ct);
        return Again();
    }

    private async Task LoadAsync(string? after, CancellationToken ct)
    {
        Counts = await network.ConsultationCounts(ct);
        List = await network.Consultations(Attitude, after, ct);
        Stakeholders = [.. (await network.Stakeholders(ct)).Select(one => new SelectListItem(one.Name, one.Key))];
    }
}
