using System.ComponentModel.DataAnnotations;
using Kim.Portal.Api;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Portal.Pages.Cases;

/// <summary>Records the person's agreement to the plan.</summary>
public sealed class AgreementModel(CasesApi cases, Words words, TimeProvider clock) : CaseFormPage(cases, words)
{
    public sealed class Fields
    {
        [Required]
        public DateOnly? AgreedOn { get; set; }
    }

    [BindProperty]
    public Fields Input { get; set; } = new();

    protected override void Fill(CaseDetails shown) => Input.AgreedOn = Show.Day(clock.GetUtcNow());

    protected override string Section => "goals";

    protected override Task<ApiResult<Nothing>> SubmitAsync(Guid id, CancellationToken ct) =>
        Cases.Put(id, "plan-agreement", new { Input.AgreedOn }, Key, ct);
}
