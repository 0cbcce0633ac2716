using System.ComponentModel.DataAnnotations;
using Kim.Portal.Api;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Kim.Portal.Pages.Cases;

/// <summary>Adds a measure to a goal.</summary>
public sealed class MeasureModel(CasesApi cases, Words words) : CaseFormPage(cases, words)
{
    public sealed class Fields
    {
        [Required]
        public string? MeasureTitle { get; set; }

        public Guid? OfferId { get; set; }

        [Required]
        public string? Responsible { get; set; }

        [Required]
        public DateOnly? MeasureDueOn { get; set; }
    }

    [BindProperty]
    public Fields Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public Guid GoalId { get; set; }

    public List<SelectListItem> Offers { get; private set; } = [];

    protected override async Task PrepareAsync(CancellationToken ct) => Offers = await OfferOptions.LoadAsync(Cases, ct);

    protected override string Section => "goals";

    protected override Task<ApiResult<Nothing>> SubmitAsync(Guid id, CancellationToken ct) =>
        Cases.Add(
            id,
            $"goals/{GoalId}/measures",
            new { Title = Input.MeasureTitle, Input.OfferId, Input.Responsible, DueOn = Input.MeasureDueOn },
            Key,
            ct);
}
