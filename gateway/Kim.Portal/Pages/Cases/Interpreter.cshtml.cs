using System.ComponentModel.DataAnnotations;
using Kim.Portal.Api;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Kim.Portal.Pages.Cases;

/// <summary>Requests an interpreter; the pool learns nothing about the person.</summary>
public sealed class InterpreterModel(CasesApi cases, Words words) : CaseFormPage(cases, words)
{
    public sealed class Fields
    {
        [Required]
        public string? Language { get; set; }

        public string? Dialect { get; set; }

        [Required]
        public string? Mode { get; set; } = "ON_SITE";

        [Required]
        public DateOnly? Date { get; set; }

        [Required]
        public TimeOnly? Time { get; set; }

        [Required, Range(15, 480)]
        public int? DurationMinutes { get; set; } = 60;

        [Required]
        public string? Ags { get; set; }

        [Required]
        public string? MeetingPlace { get; set; }

        [Required]
        public string? TopicClass { get; set; } = "COUNSELLING";

        public int? RequiredLevel { get; set; }

        public string? Gender { get; set; }

        public bool GenderRequired { get; set; }
    }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public List<SelectListItem> Languages { get; private set; } = [];

    public List<SelectListItem> Dialects { get; private set; } = [];

    public List<SelectListItem> Municipalities { get; private set; } = [];

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        Languages = await Words.LanguageOptions(ct);
        Dialects = await Words.DialectOptions(ct);
        Municipalities = await Words.MunicipalityOptions(ct);
    }

    protected override void Fill(CaseDetails shown)
    {
        Input.Language = shown.Person.Languages.FirstOrDefault();
        Input.Ags = shown.Ags;
    }

    protected override string Section => "interpreters";

    protected override Task<ApiResult<Nothing>> SubmitAsync(Guid id, CancellationToken ct) =>
        Cases.Add(
            id,
            "interpreter-requests",
            new
            {
                Input.Language,
                Input.Dialect,
                Input.Mode,
                StartsAt = Show.Instant(Input.Date!.Value, Input.Time!.Value),
                Input.DurationMinutes,
                Input.Ags,
                Input.MeetingPlace,
                Input.TopicClass,
                Input.RequiredLevel,
                Input.Gender,
                Input.GenderRequired,
            },
            Key,
            ct);
}
