using System.ComponentModel.DataAnnotations;
using Kim.Portal.Api;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Kim.Portal.Pages.Cases;

/// <summary>Opens a case.</summary>
public sealed class NewModel(CasesApi cases, Words words) : PortalPage
{
    public sealed class Fields
    {
        [Required]
        public string? GivenNames { get; set; }

        [Required]
        public string? FamilyName { get; set; }

        [Required]
        public DateOnly? BirthDate { get; set; }

        [Required]
        public string? Sex { get; set; }

        [Required]
        public string? PersonLanguage { get; set; }

        public string? SecondLanguage { get; set; }

        [Required]
        public string? Ags { get; set; }

        [Required, StringLength(500)]
        public string? Occasion { get; set; }

        [Required]
        public string? AccessPath { get; set; }

        [Required, Range(1, 30)]
        public int? HouseholdSize { get; set; } = 1;
    }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public CodeLists Codes { get; private set; } = new();

    public List<SelectListItem> Municipalities { get; private set; } = [];

    public List<SelectListItem> Languages { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => PrepareAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            var result = await cases.Open(Body(), Key, ct);
            if (Done(result, "Done.CaseOpened", $"/cases/{result.Value?.Id}") is { } next) return next;
            if (result.Problem!.IsOutage) Form.RepeatedKey = PostedKey;
        }

        await PrepareAsync(ct);
        return Again();
    }

    private object Body() => new
    {
        Person = new
        {
            Input.GivenNames,
            Input.FamilyName,
            Input.BirthDate,
            Input.Sex,
            Languages = new[] { Input.PersonLanguage, Input.SecondLanguage }.Where(code => !string.IsNullOrEmpty(code)).Distinct(),
        },
        Input.Ags,
        Input.Occasion,
        Input.AccessPath,
        Input.HouseholdSize,
    };

    private async Task PrepareAsync(CancellationToken ct)
    {
        Codes = await words.Codes(ct);
        Municipalities = await words.MunicipalityOptions(ct);
        Languages = await words.LanguageOptions(ct);
    }
}
