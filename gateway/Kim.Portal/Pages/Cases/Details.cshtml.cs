using Kim.Portal.Api;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Portal.Pages.Cases;

/// <summary>The case on one page, with the small steps that need no form of their own.</summary>
public sealed class DetailsModel(CasesApi cases, Words words) : PortalPage
{
    public CaseDetails Case { get; private set; } = new();

    public CodeLists Codes { get; private set; } = new();

    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Languages { get; private set; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Pots { get; private set; } = new Dictionary<string, string>();

    public DateOnly Today { get; private set; }

    public bool MayWrite => User.IsInRole("CASE_MANAGER") && !Case.IsClosed;

    /// <summary>Whether the button to refer would be of use; cases looks at the consent again.</summary>
    public bool HasConsentForEbh => Case.Consents.Any(consent =>
        consent is { RecipientType: "EBH", Direction: "GIVE" or "BOTH", RevokedAt: null } && consent.ValidFrom <= Today
        && (consent.ValidUntil is null || Today < consent.ValidUntil) && EbhNeeds.All(consent.DataCategories.Contains));

    /// <summary>What the EBH cannot do without.</summary>
    internal static readonly string[] EbhNeeds = ["STAMMDATEN", "AUFENTHALT"];

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        var found = await cases.Get(id, ct);
        Case = found.Value;
        Form.ETag = found.ETag;
        Codes = await words.Codes(ct);
        Names = await words.Municipalities(ct);
        Languages = await words.Languages(ct);
        if (Case.InterpreterRequests.Any(request => request.Charges.Count > 0)) Pots = await words.Pots(ct);
        Today = Show.Day(HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
    }

    public Task<IActionResult> OnPostPhaseAsync(Guid id, string to, CancellationToken ct) =>
        StepAsync(id, "phase", "phase", new { To = to }, "Done.Phase", ct);

    public Task<IActionResult> OnPostRevokeAsync(Guid id, Guid consentId, CancellationToken ct) =>
        StepAsync(id, "consents", $"consents/{consentId}/revocation", new { }, "Done.Revoked", ct);

    public Task<IActionResult> OnPostStartAsync(Guid id, Guid measureId, CancellationToken ct) =>
        StepAsync(id, "goals", $"measures/{measureId}/start", new { }, "Done.Started", ct);

    public Task<IActionResult> OnPostCancelAsync(Guid id, Guid requestId, CancellationToken ct) =>
        StepAsync(id, "interpreters", $"interpreter-requests/{requestId}/cancellation", new { }, "Done.Cancelled", ct);

    public Task<IActionResult> OnPostWithdrawAsync(Guid id, Guid needId, CancellationToken ct) =>
        StepAsync(id, "structural", $"structural-needs/{needId}/withdrawal", new { }, "Done.Withdrawn", ct);

    public Task<IActionResult> OnPostReferAsync(Guid id, CancellationToken ct) =>
        StepAsync(id, "naturalisation", "naturalisation-referrals", new { }, "Done.Referred", ct);

    public async Task<IActionResult> OnPostAttainmentAsync(Guid id, Guid goalId, int score, CancellationToken ct) =>
        await EndAsync(id, "goals", await cases.Put(id, $"goals/{goalId}/attainment", new { Score = score }, Key, ct), "Done.Saved", ct);

    private async Task<IActionResult> StepAsync(Guid id, string section, string path, object body, string done, CancellationToken ct) =>
        await EndAsync(id, section, await cases.Add(id, path, body, Key, ct), done, ct);

    private async Task<IActionResult> EndAsync(Guid id, string section, ApiResult<Nothing> result, string done, CancellationToken ct)
    {
        if (Done(result, done, $"/cases/{id}#{section}") is { } next) return next;
        await OnGetAsync(id, ct);
        return Again();
    }
}
