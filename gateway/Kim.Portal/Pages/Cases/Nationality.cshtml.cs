using System.ComponentModel.DataAnnotations;
using Kim.Portal.Api;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Portal.Pages.Cases;

/// <summary>Records a nationality.</summary>
public sealed class NationalityModel(CasesApi cases, Words words) : CaseFormPage(cases, words)
{
    public sealed class Fields
    {
        [Required]
        public string? Country { get; set; }

        public DateOnly? ValidFrom { get; set; }

        public string? Proof { get; set; }
    }

    [BindProperty]
    public Fields Input { get; set; } = new();

    protected override string Section => "residence";

    protected override Task<ApiResult<Nothing>> SubmitAsync(Guid id, CancellationToken ct) =>
        Cases.Add(id, "nationalities", new { Input.Country, Input.ValidFrom, Input.Proof }, Key, ct);
}
