using System.ComponentModel.DataAnnotations;
using Kim.Portal.Api;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Kim.Portal.Pages.Naturalisation;

/// <summary>What a check found, and what the officer judges otherwise.</summary>
public sealed class CheckResultModel(NaturalisationApi naturalisation, Words words) : PortalPage
{
    public sealed class Fields
    {
        [Required]
        public string? Requirement { get; set; }

        [Required]
        public string? Outcome { get; set; }

        [Required]
        public string? Reason { get; set; }
    }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public Check Check { get; private set; } = null!;

    /// <summary>Only the newest check of an open procedure can be overruled.</summary>
    public bool IsNewest { get; private set; }

    public ShownResult Shown { get; private set; } = null!;

    public IEnumerable<SelectListItem> Requirements => Check.Result.Requirements.Where(verdict => verdict.Outcome != "SUSP")
        .Select(verdict => new SelectListItem(words.Of("Requirement", verdict.Code), verdict.Code));

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        Check = await naturalisation.Check(id, ct);
        var referral = (await naturalisation.Referral(Check.ReferralId, ct)).Value;
        IsNewest = referral.IsOpen && referral.LastCheck?.CheckId == id;
        Shown = new ShownResult(Check.Result, Check.EffectiveOverall, Check.Effective, await words.Codes(ct));
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        var body = new { Input.Requirement, Input.Outcome, Input.Reason };
        if (ModelState.IsValid && Done(await naturalisation.Overrule(id, body, Key, ct), "Done.Overruled", $"/naturalisation/checks/{id}") is { } next) return next;
        await OnGetAsync(id, ct);
        return Again();
    }
}

/// <summary>A result as the page shows it: the machine's verdicts and what counts after the officer's judgements.</summary>
public sealed record ShownResult(CheckResult Result, string Overall, IReadOnlyList<EffectiveOutcome> Effective, CodeLists Codes)
{
    public string EffectiveOf(Verdict verdict) => Effective.FirstOrDefault(one => one.Code == verdict.Code)?.Outcome ?? verdict.Outcome;
}
