using System.ComponentModel.DataAnnotations;
using Kim.Portal.Api;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Portal.Pages.Naturalisation;

/// <summary>The officer adds facts and checks a referral for a day. The form starts with the facts of the newest check.</summary>
public sealed class CheckModel(NaturalisationApi naturalisation, TimeProvider clock) : FactsPage
{
    public sealed class Fields
    {
        [Required]
        public DateOnly? DecisionOn { get; set; }

        public DateOnly? ApplicationOn { get; set; }

        [Required]
        public string? Route { get; set; }
    }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public Guid ReferralId { get; private set; }

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        ReferralId = id;
        var referral = (await naturalisation.Referral(id, ct)).Value;
        Input = new Fields { DecisionOn = Show.Day(clock.GetUtcNow()), ApplicationOn = referral.AppliedOn, Route = referral.Route ?? "STAG_10" };
        var last = referral.LastCheck is { } known ? await naturalisation.Check(known.CheckId, ct) : null;
        Open(last?.Facts.Officer ?? new OfficerFacts());
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        ReferralId = id;
        CheckRows();
        if (ModelState.IsValid)
        {
            var result = await naturalisation.RunCheck(id, new { Input.DecisionOn, Input.ApplicationOn, Input.Route, Facts = Sent() }, Key, ct);
            if (Done(result, "Done.Checked", $"/naturalisation/checks/{result.Value?.Id}") is { } next) return next;
            if (result.Problem!.IsOutage) Form.RepeatedKey = PostedKey;
        }

        return Again();
    }
}
