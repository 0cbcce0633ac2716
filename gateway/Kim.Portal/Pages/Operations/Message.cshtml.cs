using System.Text.Json;
using Kim.Portal.Api;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Portal.Pages.Operations;

/// <summary>A parked message: why and since when; it goes back to its queue, or is given up with a reason.</summary>
public sealed class MessageModel(OpsApi ops) : PortalPage
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    [BindProperty]
    public string? Reason { get; set; }

    public ParkedDetails Found { get; private set; } = new();

    /// <summary>The body's shape, or null when it is no JSON object or is no longer kept.</summary>
    public string? Shape => Found.Body?.ToJsonString(Readable);

    public Task OnGetAsync(string service, Guid id, CancellationToken ct) => LoadAsync(service, id, ct);

    public async Task<IActionResult> OnPostRedriveAsync(string service, Guid id, CancellationToken ct)
    {
        if (Done(await ops.Redrive(service, id, Key, ct), "Done.Redriven", "/operations") is { } next) return next;
        await LoadAsync(service, id, ct);
        return Again();
    }

    public async Task<IActionResult> OnPostDiscardAsync(string service, Guid id, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Reason)) ModelState.AddModelError(nameof(Reason), T["Error.Required"]);
        else if (Done(await ops.Discard(service, id, Reason, Key, ct), "Done.Discarded", "/operations") is { } next) return next;
        await LoadAsync(service, id, ct);
        return Again();
    }

    private async Task LoadAsync(string service, Guid id, CancellationToken ct) => Found = await ops.Get(service, id, ct);
}
