using System.Globalization;
using Kim.Portal.Api;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Kim.Portal.Pages.Reports;

/// <summary>The indicator reports; one for a closed period is drafted here.</summary>
public sealed class IndexModel(ReportsApi reports, TimeProvider clock) : PortalPage
{
    private static readonly (int Months, int Count)[] Kinds = [(1, 12), (3, 6), (12, 3)];

    /// <summary>First day and first day after, as the choice names them.</summary>
    [BindProperty]
    public string? Period { get; set; }

    public List<SelectListItem> Periods { get; private set; } = [];

    public Listed<ReportRow> List { get; private set; } = new();

    public async Task OnGetAsync(string? after, CancellationToken ct)
    {
        List = await reports.Reports(after, ct);
        Periods = [.. Closed(Show.Day(clock.GetUtcNow())).Select(period => new SelectListItem(Title(period.From, period.Until), Value(period.From, period.Until)))];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Read(Period) is not { } period) ModelState.AddModelError(nameof(Period), T["Error.Required"]);
        else
        {
            var result = await reports.Draft(new { period.From, period.Until }, Key, ct);
            if (Done(result, "Done.Drafted", $"/reports/{result.Value?.Id}") is { } next) return next;
            if (result.Problem!.IsOutage) Form.RepeatedKey = PostedKey;
        }

        await OnGetAsync(null, ct);
        return Again();
    }

    // Only closed periods can be reported: months, quarters and years, the newest first.
    private static IEnumerable<(DateOnly From, DateOnly Until)> Closed(DateOnly today) => Kinds.SelectMany(kind =>
    {
        var month = new DateOnly(today.Year, today.Month - ((today.Month - 1) % kind.Months), 1);
        return Enumerable.Range(0, kind.Count).Select(back => (month.AddMonths(-kind.Months * (back + 1)), month.AddMonths(-kind.Months * back)));
    });

    private string Title(DateOnly from, DateOnly until) => (((until.Year - from.Year) * 12) + until.Month - from.Month) switch
    {
        12 => T["Reports.Year", from.Year],
        3 => T["Reports.Quarter", ((from.Month - 1) / 3) + 1, from.Year],
        _ => from.ToString("MMMM yyyy", CultureInfo.CurrentUICulture),
    };

    private static string Value(DateOnly from, DateOnly until) => string.Create(CultureInfo.InvariantCulture, $"{from:O}/{until:O}");

    private static (DateOnly From, DateOnly Until)? Read(string? typed) =>
        typed?.Split('/') is [var first, var next] && DateOnly.TryParseExact(first, "O", out var from) && DateOnly.TryParseExact(next, "O", out var until)
            ? (from, until)
            : null;
}
