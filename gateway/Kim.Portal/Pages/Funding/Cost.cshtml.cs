using System.ComponentModel.DataAnnotations;
using Kim.Portal.Api;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Portal.Pages.Funding;

/// <summary>A booked cost; taken back by a line of its own.</summary>
public sealed class CostModel(FundingApi funding) : PortalPage
{
    public sealed class Fields
    {
        [Required]
        public string? Reason { get; set; }
    }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public Cost Cost { get; private set; } = null!;

    public string TypeTitle { get; private set; } = "";

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        var found = await funding.Cost(id, ct);
        Cost = found.Value;
        Form.ETag = found.ETag;
        TypeTitle = (await funding.CostTypes(ct)).Items.FirstOrDefault(type => type.Code == Cost.Type)?.Title ?? Cost.Type;
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            var result = await funding.ReverseCost(id, new { Input.Reason }, Key, ct);
            if (Done(result, "Done.Reversed", $"/funding/costs/{id}") is { } next) return next;
        }

        await OnGetAsync(id, ct);
        return Again();
    }
}
