using System.ComponentModel.DataAnnotations;
using Kim.Portal.Api;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Portal.Pages.Cases;

/// <summary>Records a need of the person.</summary>
public sealed class NeedModel(CasesApi cases, Words words) : CaseFormPage(cases, words)
{
    public sealed class Fields
    {
        [Required]
        public string? Domain { get; set; }

        [Required]
        public string? Topic { get; set; }

        [Required]
        public string? Rechtskreis { get; set; }

        [Required]
        public string? Description { get; set; }
    }

    [BindProperty]
    public Fields Input { get; set; } = new();

    protected override string Section => "needs";

    protected override Task<ApiResult<Nothing>> SubmitAsync(Guid id, CancellationToken ct) =>
        Cases.Add(id, "needs", new { Input.Domain, Input.Topic, Input.Rechtskreis, Input.Description }, Key, ct);
}
