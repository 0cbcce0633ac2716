using System.ComponentModel.DataAnnotations;
using Kim.Portal.Api;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Portal.Pages.Interpreters;

/// <summary>Hands in the hours of an assignment.</summary>
public sealed class HoursModel(InterpretersApi interpreters) : PortalPage
{
    public sealed class Fields
    {
        [Required]
        public DateOnly? Date { get; set; }

        [Required]
        public TimeOnly? StartedAt { get; set; }

        [Required]
        public TimeOnly? EndedAt { get; set; }

        [Required, Range(0, 600)]
        public int? TravelMinutes { get; set; } = 0;

        [Required, Range(0, 500)]
        public int? TravelKm { get; set; } = 0;

        [Required]
        public string? RequesterConfirmedBy { get; set; }
    }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public void OnGet(DateTimeOffset? date, int? minutes)
    {
        if (date is not { } planned) return;
        Input.Date = Show.Day(planned);
        Input.StartedAt = Show.Clock(planned);
        Input.EndedAt = Show.Clock(planned.AddMinutes(minutes ?? 60));
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            var result = await interpreters.Step(id, "completion", Body(), Key, ct);
            if (Done(result, "Done.Hours", "/interpreters/assignments") is { } next) return next;
            if (result.Problem!.IsOutage) Form.RepeatedKey = PostedKey;
        }

        return Again();
    }

    private object Body()
    {
        var day = Input.Date!.Value;
        var ended = Input.EndedAt < Input.StartedAt ? day.AddDays(1) : day; // a talk over midnight
        return new
        {
            StartedAt = Show.Instant(day, Input.StartedAt!.Value),
            EndedAt = Show.Instant(ended, Input.EndedAt!.Value),
            Input.TravelMinutes,
            Input.TravelKm,
            Input.RequesterConfirmedBy,
        };
    }
}
