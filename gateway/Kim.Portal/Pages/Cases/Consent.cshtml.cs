using System.ComponentModel.DataAnnotations;
using Kim.Portal.Api;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Kim.Portal.Pages.Cases;

/// <summary>Records a consent toward one agency: without it nothing is shared.</summary>
public sealed class ConsentModel(CasesApi cases, Words words, TimeProvider clock) : CaseFormPage(cases, words)
{
    public sealed class Fields
    {
        [Required]
        public string? Recipient { get; set; }

        [Required]
        public string? RecipientType { get; set; }

        [Required]
        public string? Purpose { get; set; }

        [Required, MinLength(1, ErrorMessage = "Error.Required")]
        public List<string> DataCategories { get; set; } = [];

        [Required]
        public string? Direction { get; set; }

        [Required]
        public DateOnly? ValidFrom { get; set; }

        public DateOnly? ValidUntil { get; set; }

        [Required]
        public string? Form { get; set; }

        [Required]
        public string? LanguageOfExplanation { get; set; }
    }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public List<SelectListItem> Languages { get; private set; } = [];

    protected override async Task PrepareAsync(CancellationToken ct) => Languages = await Words.LanguageOptions(ct);

    protected override void Fill(CaseDetails shown)
    {
        Input = new Fields
        {
            ValidFrom = Show.Day(clock.GetUtcNow()),
            LanguageOfExplanation = shown.Person.Languages.FirstOrDefault(),
        };
        // Who comes from the referral needs this one consent.
        if (Request.Query["for"] != "EBH") return;
        Input.Recipient = Words.Of(Codes.AgencyTypes, "EBH");
        Input.RecipientType = "EBH";
        Input.Purpose = T["Referral.Purpose"];
        Input.DataCategories = [.. DetailsModel.EbhNeeds];
        Input.Direction = "GIVE";
    }

    protected override string Section => "consents";

    protected override Task<ApiResult<Nothing>> SubmitAsync(Guid id, CancellationToken ct) =>
        Cases.Add(
            id,
            "consents",
            new
            {
                Input.Recipient,
                Input.RecipientType,
                Input.Purpose,
                Input.DataCategories,
                Input.Direction,
                Input.ValidFrom,
                Input.ValidUntil,
                Input.Form,
                Input.LanguageOfExplanation,
            },
            Key,
            ct);
}
