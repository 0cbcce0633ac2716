using System.ComponentModel.DataAnnotations;
using Kim.Portal.Api;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Portal.Pages.Cases;

/// <summary>Records why Case Management is indicated: two criteria, or a reason.</summary>
public sealed class IndicationModel(CasesApi cases, Words words) : CaseFormPage(cases, words)
{
    public sealed class Fields
    {
        public List<string> Criteria { get; set; } = [];

        public string? OverrideReason { get; set; }
    }

    [BindProperty]
    public Fields Input { get; set; } = new();

    protected override void Fill(CaseDetails shown)
    {
        if (shown.Indication is { } known) Input = new Fields { Criteria = [.. known.Criteria], OverrideReason = known.OverrideReason };
    }

    protected override string Section => "indication";

    protected override Task<ApiResult<Nothing>> SubmitAsync(Guid id, CancellationToken ct) =>
        Cases.Put(id, "indication", new { Input.Criteria, Input.OverrideReason }, Key, ct);
}
