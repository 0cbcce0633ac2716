using System.ComponentModel.DataAnnotations;
using Kim.Portal.Api;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Portal.Pages.Cases;

/// <summary>Records a residence period.</summary>
public sealed class ResidenceModel(CasesApi cases, Words words) : CaseFormPage(cases, words)
{
    public sealed class Fields
    {
        [Required]
        public string? Status { get; set; }

        [Required]
        public DateOnly? ValidFrom { get; set; }

        public DateOnly? ValidUntil { get; set; }

        public string? IssuingAuthority { get; set; }

        public string? IdentityClarified { get; set; }

        public bool ConfirmOhne { get; set; }
    }

    [BindProperty]
    public Fields Input { get; set; } = new();

    protected override string Section => "residence";

    protected override Task<ApiResult<Nothing>> SubmitAsync(Guid id, CancellationToken ct) =>
        Cases.Add(
            id,
            "residence-periods",
            new { Input.Status, Input.ValidFrom, Input.ValidUntil, Input.IssuingAuthority, Input.IdentityClarified, Input.ConfirmOhne },
            Key,
            ct);
}
