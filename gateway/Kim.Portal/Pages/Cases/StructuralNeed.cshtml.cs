using System.ComponentModel.DataAnnotations;
using Kim.Portal.Api;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Kim.Portal.Pages.Cases;

/// <summary>Reports a structural need; only codes leave the case, never the text or the person.</summary>
public sealed class StructuralNeedModel(CasesApi cases, Words words) : CaseFormPage(cases, words)
{
    public sealed class Fields
    {
        [Required]
        public string? Topic { get; set; }

        [Required]
        public string? Rechtskreis { get; set; }

        [Required]
        public string? AgencyType { get; set; }

        [Required, MinLength(1, ErrorMessage = "Error.Required")]
        public List<string> AgsList { get; set; } = [];

        [Required]
        public string? Effect { get; set; }
    }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public List<SelectListItem> Municipalities { get; private set; } = [];

    protected override async Task PrepareAsync(CancellationToken ct) => Municipalities = await Words.MunicipalityOptions(ct);

    protected override void Fill(CaseDetails shown) => Input.AgsList = [shown.Ags];

    protected override string Section => "structural";

    protected override Task<ApiResult<Nothing>> SubmitAsync(Guid id, CancellationToken ct) =>
        Cases.Add(
            id,
            "structural-needs",
            new { Input.Topic, Input.Rechtskreis, Input.AgencyType, Ags = Input.AgsList, Input.Effect },
            Key,
            ct);
}
