using Kim.Portal.Api;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Portal.Pages.Network;

/// <summary>A measure of a resolution: begun, then done with an outcome.</summary>
public sealed class MeasureModel(NetworkApi network, TimeProvider clock) : PortalPage
{
    [BindProperty]
    public DateOnly? StartedOn { get; set; }

    [BindProperty]
    public DateOnly? CompletedOn { get; set; }

    [BindProperty]
    public string? Outcome { get; set; }

    public NetworkMeasure Measure { get; private set; } = new();

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        StartedOn = CompletedOn = Show.Day(clock.GetUtcNow());
    }

    public async Task<IActionResult> OnPostStartAsync(Guid id, CancellationToken ct)
    {
        if (StartedOn is null) ModelState.AddModelError(nameof(StartedOn), T["Error.Required"]);
        else if (Done(await network.StartMeasure(id, new { StartedOn }, Key, ct), "Done.MeasureStarted", $"/network/measures/{id}") is { } next) return next;
        await LoadAsync(id, ct);
        return Again();
    }

    public async Task<IActionResult> OnPostCompleteAsync(Guid id, CancellationToken ct)
    {
        if (CompletedOn is null) ModelState.AddModelError(nameof(CompletedOn), T["Error.Required"]);
        if (string.IsNullOrWhiteSpace(Outcome)) ModelState.AddModelError(nameof(Outcome), T["Error.Required"]);
        if (ModelState.IsValid
            && Done(await network.CompleteMeasure(id, new { CompletedOn, Outcome }, Key, ct), "Done.MeasureCompleted", $"/network/measures/{id}") is { } next) return next;
        await LoadAsync(id, ct);
        return Again();
    }

    private async Task LoadAsync(Guid id, CancellationToken ct)
    {
        var found = await network.Measure(id, ct);
        Measure = found.Value;
        Form.ETag = found.ETag;
    }
}
