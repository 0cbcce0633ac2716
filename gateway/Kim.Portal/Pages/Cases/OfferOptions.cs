using Kim.Portal.Api;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Kim.Portal.Pages.Cases;

/// <summary>The offers of the directory as choices of a form.</summary>
internal static class OfferOptions
{
    public static async Task<List<SelectListItem>> LoadAsync(CasesApi cases, CancellationToken ct) =>
    [
        .. (await cases.Offers(null, null, null, null, ct)).Items
            .Where(offer => offer.Available)
            .Select(offer => new SelectListItem($"{offer.Title} – {offer.ProviderName}", offer.Id.ToString())),
    ];
}
