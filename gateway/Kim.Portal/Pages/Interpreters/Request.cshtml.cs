using Kim.Portal.Api;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Portal.Pages.Interpreters;

/// <summary>A request at the pool desk, from the review to the settlement.</summary>
public sealed class RequestModel(InterpretersApi interpreters, Words words, TimeProvider clock) : PortalPage
{
    [BindProperty]
    public string? Decision { get; set; } = "APPROVE";

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public List<Guid> Chosen { get; set; } = [];

    [BindProperty]
    public DateOnly? RespondByDate { get; set; }

    [BindProperty]
    public TimeOnly? RespondByTime { get; set; }

    public PoolRequest Talk { get; private set; } = new();

    public IReadOnlyList<Candidate> Candidates { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Languages { get; private set; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Pots { get; private set; } = new Dictionary<string, string>();

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        Chosen = [.. Candidates.Where(candidate => candidate.Eligible).Take(1).Select(candidate => candidate.InterpreterId)];
        var tomorrow = Show.Day(clock.GetUtcNow()).AddDays(1);
        (RespondByDate, RespondByTime) = (tomorrow, new TimeOnly(12, 0));
    }

    public Task<IActionResult> OnPostReviewAsync(Guid id, CancellationToken ct) =>
        EndAsync(id, () => interpreters.Step(id, "review", new { Decision, Reason = string.IsNullOrEmpty(Reason) ? null : Reason }, Key, ct), "Done.Reviewed", ct);

    public Task<IActionResult> OnPostOfferAsync(Guid id, CancellationToken ct)
    {
        if (Chosen.Count == 0) ModelState.AddModelError(nameof(Chosen), T["Candidates.Choose"]);
        if (RespondByDate is null) ModelState.AddModelError(nameof(RespondByDate), T["Error.Required"]);
        if (RespondByTime is null) ModelState.AddModelError(nameof(RespondByTime), T["Error.Required"]);
        return EndAsync(
            id,
            () => interpreters.Step(id, "offers", new { InterpreterIds = Chosen, RespondBy = Show.Instant(RespondByDate!.Value, RespondByTime!.Value) }, Key, ct),
            "Done.Offered",
            ct);
    }

    public Task<IActionResult> OnPostStepAsync(Guid id, string step, CancellationToken ct) => step is "confirmation" or "verification"
        ? EndAsync(id, () => interpreters.Step(id, step, new { }, Key, ct), "Done." + step, ct)
        : Task.FromResult<IActionResult>(NotFound());

    public Task<IActionResult> OnPostSettleAsync(Guid id, CancellationToken ct) =>
        EndAsync(id, () => interpreters.Settle(id, Key, ct), "Done.Settled", ct);

    private async Task<IActionResult> EndAsync<T>(Guid id, Func<Task<ApiResult<T>>> send, string done, CancellationToken ct)
    {
        if (ModelState.IsValid && Done(await send(), done, $"/interpreters/requests/{id}") is { } next) return next;
        await LoadAsync(id, ct);
        return Again();
    }

    private async Task LoadAsync(Guid id, CancellationToken ct)
    {
        var found = await interpreters.Request(id, ct);
        Talk = found.Value;
        Form.ETag = found.ETag;
        Names = await words.Municipalities(ct);
        Languages = await words.Languages(ct);
        Pots = await words.Pots(ct);
        if (Talk.State is "BEWILLIGT" or "ANGEBOTEN") Candidates = (await interpreters.Candidates(id, ct)).Items;
    }
}
