using System.ComponentModel.DataAnnotations;
using Kim.Portal.Api;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Kim.Portal.Pages.Cases;

/// <summary>Sets a goal with its first measure.</summary>
public sealed class GoalModel(CasesApi cases, Words words) : CaseFormPage(cases, words)
{
    public sealed class Fields
    {
        [Required]
        public string? Title { get; set; }

        public Guid? NeedId { get; set; }

        [Required]
        public DateOnly? DueOn { get; set; }

        public string? MeasureTitle { get; set; }

        public Guid? OfferId { get; set; }

        public string? Responsible { get; set; }

        public DateOnly? MeasureDueOn { get; set; }
    }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public List<SelectListItem> Offers { get; private set; } = [];

    public IEnumerable<SelectListItem> Needs => Case.Needs.Select(need => new SelectListItem(need.Description, need.Id.ToString()));

    protected override async Task PrepareAsync(CancellationToken ct) => Offers = await OfferOptions.LoadAsync(Cases, ct);

    // A goal may come first and its measure later.
    private object? Measure() => string.IsNullOrWhiteSpace(Input.MeasureTitle) && Input.OfferId is null
        ? null
        : new { Title = Input.MeasureTitle, Input.OfferId, Input.Responsible, DueOn = Input.MeasureDueOn ?? Input.DueOn };

    protected override string Section => "goals";

    protected override Task<ApiResult<Nothing>> SubmitAsync(Guid id, CancellationToken ct) =>
        Cases.Add(id, "goals", new { Input.Title, Input.NeedId, Input.DueOn, Measure = Measure() }, Key, ct);
}
