using Kim.Portal.Api;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Portal.Pages.Interpreters;

/// <summary>An interpreter's own offers: accept or decline in two taps, without a reason.</summary>
public sealed class OffersModel(InterpretersApi interpreters, Words words) : PortalPage
{
    public IReadOnlyList<OwnOffer> List { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Languages { get; private set; } = new Dictionary<string, string>();

    public async Task OnGetAsync(CancellationToken ct)
    {
        Languages = await words.Languages(ct);
        List = [.. (await interpreters.OwnOffers(ct)).Items.OrderByDescending(offer => offer.State == "OPEN").ThenBy(offer => offer.StartsAt)];
    }

    public async Task<IActionResult> OnPostAnswerAsync(Guid offerId, bool accept, CancellationToken ct)
    {
        var result = await interpreters.Answer(offerId, accept, Key, ct);
        if (Done(result, accept ? "Done.Accepted" : "Done.Declined", "/interpreters/offers") is { } next) return next;
        await OnGetAsync(ct);
        return Again();
    }
}
