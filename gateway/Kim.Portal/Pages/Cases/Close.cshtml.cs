using System.ComponentModel.DataAnnotations;
using Kim.Portal.Api;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Portal.Pages.Cases;

/// <summary>Closes a case with a reason of the controlled list.</summary>
public sealed class CloseModel(CasesApi cases, Words words) : CaseFormPage(cases, words)
{
    public sealed class Fields
    {
        [Required]
        public string? ClosureReason { get; set; }

        public string? Note { get; set; }
    }

    [BindProperty]
    public Fields Input { get; set; } = new();

    protected override string Section => "phase";

    protected override Task<ApiResult<Nothing>> SubmitAsync(Guid id, CancellationToken ct) =>
        Cases.Add(id, "phase", new { To = "ABGESCHLOSSEN", Input.ClosureReason, Input.Note }, Key, ct);
}
