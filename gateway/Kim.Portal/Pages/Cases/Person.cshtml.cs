using System.ComponentModel.DataAnnotations;
using Kim.Portal.Api;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Kim.Portal.Pages.Cases;

/// <summary>Corrects what is known about the person.</summary>
public sealed class PersonModel(CasesApi cases, Words words) : CaseFormPage(cases, words)
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
    }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public List<SelectListItem> Languages { get; private set; } = [];

    protected override async Task PrepareAsync(CancellationToken ct) => Languages = await Words.LanguageOptions(ct);

    protected override void Fill(CaseDetails shown)
    {
        var person = shown.Person;
        Input = new Fields
        {
            GivenNames = person.GivenNames,
            FamilyName = person.FamilyName,
            BirthDate = person.BirthDate,
            Sex = person.Sex,
            PersonLanguage = person.Languages.FirstOrDefault(),
            SecondLanguage = person.Languages.Skip(1).FirstOrDefault(),
        };
    }

    protected override string Section => "person";

    protected override Task<ApiResult<Nothing>> SubmitAsync(Guid id, CancellationToken ct) =>
        Cases.Put(
            id,
            "person",
            new
            {
                Input.GivenNames,
                Input.FamilyName,
                Input.BirthDate,
                Input.Sex,
                Languages = new[] { Input.PersonLanguage, Input.SecondLanguage }.Where(code => !string.IsNullOrEmpty(code)).Distinct(),
            },
            Key,
            ct);
}
