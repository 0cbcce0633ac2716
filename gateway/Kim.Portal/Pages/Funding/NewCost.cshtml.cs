using System.ComponentModel.DataAnnotations;
using Kim.Portal.Api;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Kim.Portal.Pages.Funding;

/// <summary>Books a cost. What the grant does not bear is recorded as own share, with its reasons.</summary>
public sealed class NewCostModel(FundingApi funding, Words words, TimeProvider clock) : PortalPage
{
    public sealed class Fields
    {
        [Required]
        public string? Voucher { get; set; }

        public int? Line { get; set; }

        [Required]
        public string? Type { get; set; }

        [Required]
        public string? AmountEur { get; set; }

        [Required]
        public DateOnly? SpentOn { get; set; }

        public Guid? GrantId { get; set; }

        public string? Position { get; set; }

        public string? Ags { get; set; }
    }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public List<SelectListItem> Types { get; private set; } = [];

    public List<SelectListItem> Grants { get; private set; } = [];

    public List<SelectListItem> Positions { get; private set; } = [];

    public List<SelectListItem> Municipalities { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        await OfferAsync(ct);
        Input = new Fields { Line = 1, SpentOn = Show.Day(clock.GetUtcNow()) };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var amount = Amount.Read(Input.AmountEur);
        if (amount is null && Input.AmountEur is not null) ModelState.AddModelError("Input.AmountEur", T["Error.Number"]);
        if (ModelState.IsValid)
        {
            var body = new { Input.Voucher, Input.Line, Input.Type, AmountEur = amount, Input.SpentOn, Input.GrantId, Input.Position, Input.Ags };
            var result = await funding.BookCost(body, Key, ct);
            if (Done(result, "Done.Booked", $"/funding/costs/{result.Value?.Id}") is { } next) return next;
            if (result.Problem!.IsOutage) Form.RepeatedKey = PostedKey;
        }

        await OfferAsync(ct);
        return Again();
    }

    private async Task OfferAsync(CancellationToken ct)
    {
        Types = [.. (await funding.CostTypes(ct)).Items.Select(type => new SelectListItem(type.Title, type.Code))];
        Grants = [.. (await funding.Grants(null, ct)).Items.Select(grant => new SelectListItem(grant.Title, grant.Id.ToString()))];
        Positions = [.. (await funding.Positions(null, null, null, ct)).Items.Select(position => new SelectListItem(position.Title, position.Key))];
        Municipalities = await words.MunicipalityOptions(ct);
    }
}
