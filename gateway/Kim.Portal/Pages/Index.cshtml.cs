using Kim.Portal.Api;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Portal.Pages;

/// <summary>What waits for me, by role.</summary>
public sealed class IndexModel(
    CasesApi cases, NetworkApi network, InterpretersApi interpreters, FundingApi funding, ReportsApi reports, NaturalisationApi naturalisation) : PageModel
{
    public sealed record Card(string Title, string Count, string Text, string Href, string Link);

    public List<Card> Cards { get; } = [];

    public IReadOnlyList<NoticeRow> Notices { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (User.IsInRole("CASE_MANAGER") || User.IsInRole("COORDINATOR")) await AddCasesAsync(ct);
        if (User.IsInRole("COORDINATOR") || User.IsInRole("OFFICE")) await AddNetworkAsync(ct);
        if (User.IsInRole("POOL_DESK")) await AddDeskAsync(ct);
        if (User.IsInRole("INTERPRETER")) await AddOwnAsync(ct);
        if (User.IsInRole("NATURALISATION_OFFICER")) await AddNaturalisationAsync(ct);
        if (User.IsInRole("FUNDING_OFFICER")) await AddFundingAsync(ct);
        if (User.IsInRole("FUNDER")) await AddReleasedAsync(ct);
    }

    private async Task AddCasesAsync(CancellationToken ct)
    {
        var open = await cases.List(null, null, ct);
        Cards.Add(new("Nav.Cases", Number(open), "Start.Cases", "/cases", "Start.Cases.Link"));
        if (!User.IsInRole("CASE_MANAGER")) return;
        var notices = await cases.Notices(unreadOnly: true, null, ct);
        Notices = [.. notices.Items.Take(5)];
        Cards.Add(new("Nav.Notices", Number(notices), "Start.Notices", "/notices", "Start.Notices.Link"));
    }

    private async Task AddNetworkAsync(CancellationToken ct)
    {
        var themes = await network.Themes("GEBUENDELT", null, ct);
        var measures = await network.Measures("STARTED", null, ct);
        Cards.Add(new("Nav.Themes", Number(themes), "Start.Themes", "/network/themes?state=GEBUENDELT", "Start.Themes.Link"));
        Cards.Add(new("Nav.Measures", Number(measures), "Start.Measures", "/network/measures?state=STARTED", "Start.Measures.Link"));
    }

    private async Task AddDeskAsync(CancellationToken ct)
    {
        foreach (var state in (string[])["EINGEGANGEN", "ZUGESAGT", "NACHWEIS_EINGEREICHT", "GEPRUEFT"])
        {
            var waiting = await interpreters.Requests(state, null, ct);
            Cards.Add(new($"Start.Desk.{state}", Number(waiting), $"Start.Desk.{state}.Text", $"/interpreters/requests?state={state}", "Start.Desk.Link"));
        }
    }

    private async Task AddOwnAsync(CancellationToken ct)
    {
        var offers = (await interpreters.OwnOffers(ct)).Items.Count(offer => offer.State == "OPEN");
        Cards.Add(new("Nav.OwnOffers", Number(offers), "Start.OwnOffers", "/interpreters/offers", "Start.OwnOffers.Link"));
        var assignments = await interpreters.OwnAssignments(ct);
        Cards.Add(new("Nav.OwnAssignments", Number(assignments), "Start.OwnAssignments", "/interpreters/assignments", "Start.OwnAssignments.Link"));
    }

    private async Task AddNaturalisationAsync(CancellationToken ct)
    {
        var referrals = await naturalisation.Referrals("EINGEGANGEN", null, ct);
        var work = await naturalisation.Work(null, ct);
        Cards.Add(new("Nav.Referrals", Number(referrals), "Start.Referrals", "/naturalisation/referrals?State=EINGEGANGEN", "Start.Referrals.Link"));
        Cards.Add(new("Nav.Worklist", Number(work), "Start.Worklist", "/naturalisation/worklist", "Start.Worklist.Link"));
    }

    private async Task AddFundingAsync(CancellationToken ct)
    {
        var quotas = await funding.Quotas(null, ct);
        var drafts = (await reports.Reports(null, ct)).Items.Count(report => report.State != "RELEASED");
        Cards.Add(new("Nav.Quotas", Number(quotas.Violations.Count), "Start.Quotas", "/funding/quotas", "Start.Quotas.Link"));
        Cards.Add(new("Nav.Reports", Number(drafts), "Start.Reports", "/reports", "Start.Reports.Link"));
    }

    private async Task AddReleasedAsync(CancellationToken ct)
    {
        var released = await reports.Released(null, ct);
        Cards.Add(new("Nav.Released", Number(released), "Start.Released", "/released-reports", "Start.Released.Link"));
    }

    private static string Number(int count) => count.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Number<T>(Listed<T> list) => list.Items.Count.ToString(System.Globalization.CultureInfo.InvariantCulture) + (list.Next is null ? "" : "+");
}
