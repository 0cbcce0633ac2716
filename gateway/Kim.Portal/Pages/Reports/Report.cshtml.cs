using Kim.Portal.Api;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Portal.Pages.Reports;

/// <summary>A report on its way: drafted, validated, released, and corrected by a further version.</summary>
public sealed class ReportModel(ReportsApi reports, Words words) : PortalPage
{
    [BindProperty]
    public string? Reason { get; set; }

    public Report Report { get; private set; } = null!;

    public FigureTables Figures { get; private set; } = null!;

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        var found = await reports.Report(id, ct);
        Report = found.Value;
        Form.ETag = found.ETag;
        Figures = new FigureTables((await reports.Figures(id, Report.Version, ct)).Figures, await CodeNames.LoadAsync(words, ct));
    }

    public Task<IActionResult> OnPostValidateAsync(Guid id, CancellationToken ct) => StepAsync(id, "validation", new { }, "Done.Validated", ct);

    public Task<IActionResult> OnPostReleaseAsync(Guid id, CancellationToken ct) => StepAsync(id, "release", new { }, "Done.Released", ct);

    public Task<IActionResult> OnPostCorrectAsync(Guid id, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Reason)) ModelState.AddModelError(nameof(Reason), T["Error.Required"]);
        return StepAsync(id, "corrections", new { Reason }, "Done.Recomputed", ct);
    }

    private async Task<IActionResult> StepAsync(Guid id, string step, object body, string done, CancellationToken ct)
    {
        if (ModelState.IsValid && Done(await reports.Step(id, step, body, Key, ct), done, $"/reports/{id}") is { } next) return next;
        await OnGetAsync(id, ct);
        return Again();
    }
}
