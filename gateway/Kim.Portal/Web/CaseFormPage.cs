using Kim.Portal.Api;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Portal.Web;

/// <summary>A page with one form about a case.</summary>
public abstract class CaseFormPage(CasesApi cases, Words words) : PortalPage
{
    public CaseDetails Case { get; private set; } = new();

    public CodeLists Codes { get; private set; } = new();

    protected CasesApi Cases => cases;

    protected Words Words => words;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        Fill(Case);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (ModelState.IsValid && Done(await SubmitAsync(id, ct), "Done.Saved", $"/cases/{id}#{Section}") is { } next) return next;
        await LoadAsync(id, ct);
        // Only after a conflict the new version counts: the user has been told and sees what changed.
        if (HttpContext.Items["status"] is not 412 && PostedETag is { Length: > 0 } posted) Form.ETag = posted;
        if (HttpContext.Items["status"] is >= 500) Form.RepeatedKey = PostedKey;
        return Again();
    }

    /// <summary>Where on the case page the result is seen.</summary>
    protected abstract string Section { get; }

    /// <summary>Sends the form.</summary>
    protected abstract Task<ApiResult<Nothing>> SubmitAsync(Guid id, CancellationToken ct);

    /// <summary>Shows in the form what the case has.</summary>
    protected virtual void Fill(CaseDetails shown)
    {
    }

    /// <summary>Loads the lists that the form offers.</summary>
    protected virtual Task PrepareAsync(CancellationToken ct) => Task.CompletedTask;

    private async Task LoadAsync(Guid id, CancellationToken ct)
    {
        var found = await cases.Get(id, ct);
        Case = found.Value;
        Form.ETag = found.ETag;
        Codes = await words.Codes(ct);
        await PrepareAsync(ct);
    }
}
