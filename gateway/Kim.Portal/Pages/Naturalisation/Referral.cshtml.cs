using Kim.Portal.Api;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Portal.Pages.Naturalisation;

/// <summary>A referral: the consented facts, the checks, and the steps of the procedure that are possible now.</summary>
public sealed class ReferralModel(NaturalisationApi naturalisation, Words words, TimeProvider clock) : PortalPage
{
    [BindProperty]
    public DateOnly? HeldOn { get; set; }

    [BindProperty]
    public string? Route { get; set; } = "STAG_10";

    [BindProperty]
    public DateOnly? FiledOn { get; set; }

    [BindProperty]
    public string? Outcome { get; set; }

    [BindProperty]
    public DateOnly? DecidedOn { get; set; }

    [BindProperty]
    public string? DecisionReason { get; set; }

    [BindProperty]
    public DateOnly? InterviewOn { get; set; }

    [BindProperty]
    public string? InterviewWaiver { get; set; }

    [BindProperty]
    public DateOnly? HandedOverOn { get; set; }

    [BindProperty]
    public string? BarKind { get; set; }

    [BindProperty]
    public DateOnly? UnappealableOn { get; set; }

    public Referral Referral { get; private set; } = null!;

    public Listed<CheckRow> Checks { get; private set; } = new();

    public CodeLists Codes { get; private set; } = new();

    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();

    /// <summary>Requirements that stood against the step that was tried.</summary>
    public IReadOnlyList<OpenRequirement> Against { get; private set; } = [];

    public async Task OnGetAsync(Guid id, string? after, CancellationToken ct)
    {
        await LoadAsync(id, after, ct);
        HeldOn = FiledOn = DecidedOn = HandedOverOn = Show.Day(clock.GetUtcNow());
    }

    public Task<IActionResult> OnPostPullAsync(Guid id, CancellationToken ct) => StepAsync(id, "facts", new { }, "Done.Pulled", ct);

    public Task<IActionResult> OnPostCounselAsync(Guid id, CancellationToken ct)
    {
        Need(nameof(HeldOn), HeldOn);
        return StepAsync(id, "counselling", new { HeldOn }, "Done.Saved", ct);
    }

    public Task<IActionResult> OnPostFileAsync(Guid id, CancellationToken ct)
    {
        Need(nameof(Route), Route);
        Need(nameof(FiledOn), FiledOn);
        return StepAsync(id, "application", new { Route, FiledOn }, "Done.Saved", ct);
    }

    public Task<IActionResult> OnPostDecideAsync(Guid id, CancellationToken ct)
    {
        Need(nameof(Outcome), Outcome);
        Need(nameof(DecidedOn), DecidedOn);
        Need(nameof(DecisionReason), DecisionReason);
        return StepAsync(id, "decision", new { Outcome, DecidedOn, Reason = DecisionReason, InterviewOn, InterviewWaiver }, "Done.Saved", ct);
    }

    public Task<IActionResult> OnPostHandOverAsync(Guid id, CancellationToken ct)
    {
        Need(nameof(HandedOverOn), HandedOverOn);
        return StepAsync(id, "hand-over", new { HandedOverOn }, "Done.HandedOver", ct);
    }

    public Task<IActionResult> OnPostBarAsync(Guid id, CancellationToken ct)
    {
        Need(nameof(BarKind), BarKind);
        return StepAsync(id, "bar-entries", new { Kind = BarKind, UnappealableOn }, "Done.Saved", ct);
    }

    private void Need(string field, object? value)
    {
        if (value is null) ModelState.AddModelError(field, T["Error.Required"]);
    }

    private async Task<IActionResult> StepAsync(Guid id, string step, object body, string done, CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            var result = await naturalisation.Step(id, step, body, Key, ct);
            if (Done(result, done, $"/naturalisation/referrals/{id}") is { } next) return next;
            Against = result.Problem!.Requirements;
        }

        await LoadAsync(id, null, ct);
        return Again();
    }

    private async Task LoadAsync(Guid id, string? after, CancellationToken ct)
    {
        var found = await naturalisation.Referral(id, ct);
        Referral = found.Value;
        Form.ETag = found.ETag;
        Checks = await naturalisation.Checks(id, after, ct);
        Codes = await words.Codes(ct);
        Names = await words.Municipalities(ct);
    }
}
