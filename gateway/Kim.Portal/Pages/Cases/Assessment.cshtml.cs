using Kim.Portal.Api;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Portal.Pages.Cases;

/// <summary>Rates the life domains.</summary>
public sealed class AssessmentModel(CasesApi cases, Words words) : CaseFormPage(cases, words)
{
    public sealed class Rating
    {
        public string Domain { get; set; } = "";

        public int? Level { get; set; }

        public string? Note { get; set; }
    }

    public sealed class Fields
    {
        public List<Rating> Ratings { get; set; } = [];
    }

    [BindProperty]
    public Fields Input { get; set; } = new();

    protected override string Section => "assessment";

    protected override void Fill(CaseDetails shown)
    {
        var known = shown.Assessment.ToDictionary(rating => rating.Domain);
        Input.Ratings =
        [
            .. Codes.LifeDomains.Select(domain => known.TryGetValue(domain.Code, out var rating)
                ? new Rating { Domain = rating.Domain, Level = rating.Level, Note = rating.Note }
                : new Rating { Domain = domain.Code }),
        ];
    }

    protected override Task<ApiResult<Nothing>> SubmitAsync(Guid id, CancellationToken ct) =>
        Cases.Put(id, "assessment", new { Ratings = Input.Ratings.Where(rating => rating.Level is not null) }, Key, ct);
}
