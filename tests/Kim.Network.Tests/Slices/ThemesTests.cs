using System.Net;
using Kim.Contracts.Network;

namespace Kim.Network.Tests.Slices;

[Collection(NetworkSlices.Name)]
public sealed class ThemesTests(NetworkHost host)
{
    private const string Api = NetworkHost.Api;

    [Fact]
    public async Task Five_needs_of_a_topic_make_a_theme_with_the_committee_of_the_rule()
    {
        var change = await host.BundleAsync(NetworkHost.NewTopic(), 5, "SGB8");

        Assert.Equal("GEBUENDELT", change.State);
        Assert.Equal(Kim.Network.Domain.LocalDay.Of(host.Clock?.GetUtcNow() ?? TimeProvider.System.GetUtcNow()), change.ChangedOn);
        var theme = (await host.Coordinator.CallAsync($"{Api}/themes/{change.ThemeId}")).Expect(HttpStatusCode.OK);
        Assert.NotNull(theme.ETag);
        Assert.Equal(5, (int)theme.Json["needs"]!);
        Assert.Equal("SGB8", (string)theme.Json["rechtskreis"]!);
        Assert.Equal("AGENCY", (string)theme.Json["influence"]!);
        Assert.Equal("fag-jugendhilfe", (string)theme.Json["proposedCommittee"]!["key"]!);
        Assert.Equal("AGENCY_FIELD", (string)theme.Json["proposedCommittee"]!["rule"]!);
        Assert.Contains("Facharbeitsgremium", (string)theme.Json["proposedCommittee"]!["explanation"]!);
    }

    [Fact]
    public async Task Four_needs_make_no_theme()
    {
        var topic = NetworkHost.NewTopic();
        var needs = Enumerable.Range(0, 4).Select(_ => NetworkHost.Need(topic)).ToList();
        foreach (var need in needs) await host.PublishAsync(need);
        foreach (var need in needs) await host.SettledAsync(need.NeedId, open: true);

        var id = (Guid)(await host.QueryAsync("select id from themes where topic = $1", topic)).Single()["id"]!;
        (await host.Coordinator.CallAsync($"{Api}/themes/{id}")).ExpectProblem(HttpStatusCode.NotFound, "not-found");
        Assert.DoesNotContain(host.ReceivedEvents<NeedStateChanged>(), change => change.ThemeId == id);
        Assert.DoesNotContain(topic, (await host.Coordinator.CallAsync($"{Api}/themes?limit=200")).Text);
    }

    [Fact]
    public async Task Duplicates_and_any_order_end_in_the_same_theme()
    {
        var topic = NetworkHost.NewTopic();
        var needs = Enumerable.Range(0, 7).Select(_ => NetworkHost.Need(topic)).ToList();
        var deliveries = needs.SelectMany(need => Enumerable.Repeat<object>(need, 2)).Concat(needs.Take(2).SelectMany(need => Enumerable.Repeat<object>(NetworkHost.Withdrawn(need), 2))).ToArray();
        new Random(20261122).Shuffle(deliveries);
        var sameMessage = Guid.CreateVersion7();
        foreach (var delivery in deliveries)
        {
            if (delivery is Kim.Contracts.Cases.StructuralNeedReported report) await host.PublishAsync(report);
            else await host.PublishAsync((Kim.Contracts.Cases.StructuralNeedWithdrawn)delivery);
        }

        await host.PublishAsync(needs[6], sameMessage);
        await host.PublishAsync(needs[6], sameMessage);
        foreach (var need in needs) await host.SettledAsync(need.NeedId, open: needs.IndexOf(need) >= 2);

        var last = await host.WaitForEventAsync<NeedStateChanged>(change =>
            change.State == "GEBUENDELT" && change.NeedIds.Order().SequenceEqual(needs.Skip(2).Select(need => need.NeedId).Order()));
        Assert.Equal(5, (int)(await host.Coordinator.CallAsync($"{Api}/themes/{last.ThemeId}")).Json["needs"]!);
    }

    [Fact]
    public async Task Needs_that_arrive_at_once_make_one_theme()
    {
        var topic = NetworkHost.NewTopic();
        var needs = Enumerable.Range(0, 30).Select(_ => NetworkHost.Need(topic)).ToList();
        await host.PublishAsync(needs[0]);
        foreach (var need in needs.Skip(1)) await host.Broker.PublishAsync(need);

        var all = await host.WaitForEventAsync<NeedStateChanged>(change => change.NeedIds.Count == 30 && change.NeedIds.Contains(needs[0].NeedId));
        Assert.Single(await host.QueryAsync("select id from themes where topic = $1", topic));
        var versions = host.ReceivedEvents<NeedStateChanged>().Where(change => change.ThemeId == all.ThemeId).Select(change => change.Version).ToList();
        Assert.Equal(Enumerable.Range(1, 26).Select(version => (long)version), versions);
    }

    [Fact]
    public async Task Below_the_threshold_again_the_theme_is_gone_and_cases_is_told()
    {
        var topic = NetworkHost.NewTopic();
        var needs = Enumerable.Range(0, 5).Select(_ => NetworkHost.Need(topic)).ToList();
        foreach (var need in needs) await host.PublishAsync(need);
        var theme = await host.WaitForEventAsync<NeedStateChanged>(change => change.NeedIds.Contains(needs[0].NeedId));

        await host.PublishAsync(NetworkHost.Withdrawn(needs[4]));

        var told = await host.WaitForEventAsync<NeedStateChanged>(change => change.ThemeId == theme.ThemeId && change.State == "GEMELDET");
        Assert.Equal(4, told.NeedIds.Count);
        (await host.Coordinator.CallAsync($"{Api}/themes/{theme.ThemeId}")).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_office_sees_counts_under_the_small_cell_rule_and_the_coordinator_as_they_are()
    {
        var topic = NetworkHost.NewTopic();
        var needs = Enumerable.Range(0, 5).Select(_ => NetworkHost.Need(topic, "SGB2", TestAccounts.AgsCoesfeld))
            .Append(NetworkHost.Need(topic, "SGB8", TestAccounts.AgsDuelmen))
            .Select(need => need with { ReportedOn = new DateOnly(2026, 1, 15) }).ToList();
        foreach (var need in needs) await host.PublishAsync(need);
        var theme = await host.WaitForEventAsync<NeedStateChanged>(change => change.NeedIds.Count == 6 && change.NeedIds.Contains(needs[0].NeedId));

        var office = (await host.Office.CallAsync($"{Api}/themes/{theme.ThemeId}")).Expect(HttpStatusCode.OK).Json;
        var coordinator = (await host.Coordinator.CallAsync($"{Api}/themes/{theme.ThemeId}")).Expect(HttpStatusCode.OK).Json;

        Assert.Equal("6", office["needs"]!.ToJsonString());
        Assert.Equal("<5", (string)Cell(office, "byAgs", "ags", TestAccounts.AgsDuelmen)!);
        Assert.Equal("<5", (string)Cell(office, "byAgs", "ags", TestAccounts.AgsCoesfeld)!);
        Assert.Equal(0, (int)Cell(office, "byAgs", "ags", "05558004")!);
        Assert.Equal("<5", (string)Cell(office, "byRechtskreis", "rechtskreis", "SGB8")!);
        Assert.Equal(11, office["byAgs"]!.AsArray().Count);
        Assert.Equal(5, (int)Cell(coordinator, "byAgs", "ags", TestAccounts.AgsCoesfeld)!);
        Assert.Equal(1, (int)Cell(coordinator, "byRechtskreis", "rechtskreis", "SGB8")!);

        static System.Text.Json.Nodes.JsonNode? Cell(System.Text.Json.Nodes.JsonNode theme, string list, string key, string code) =>
            theme[list]!.AsArray().Single(row => (string)row![key]! == code)!["needs"];
    }

    [Fact]
    public async Task What_the_office_sees_changes_once_a_closed_month_and_never_by_few()
    {
        var topic = NetworkHost.NewTopic();
        var first = NetworkHost.Need(topic) with { ReportedOn = new DateOnly(2026, 1, 15) };
        await host.PublishAsync(first);
        await ReportAsync(4);
        var theme = (await host.WaitForEventAsync<NeedStateChanged>(change => change.NeedIds.Count == 5 && change.NeedIds.Contains(first.NeedId))).ThemeId;
        Assert.Equal("5", await SeenAsync(host.Office));

        await ReportAsync(2);
        await host.WaitForEventAsync<NeedStateChanged>(change => change.ThemeId == theme && change.NeedIds.Count == 7);
        Assert.Equal("7", await SeenAsync(host.Coordinator));
        Assert.Equal("5", await SeenAsync(host.Office));

        // A month later: that two came since is not told, and three months later, that seven came, is.
        await AMonthLaterAsync();
        Assert.Equal("\"<5\"", await SeenAsync(host.Office));
        await ReportAsync(5);
        await host.WaitForEventAsync<NeedStateChanged>(change => change.ThemeId == theme && change.NeedIds.Count == 12);
        await AMonthLaterAsync();
        Assert.Equal("12", await SeenAsync(host.Office));

        async Task ReportAsync(int count)
        {
            foreach (var _ in Enumerable.Range(0, count)) await host.PublishAsync(NetworkHost.Need(topic) with { ReportedOn = new DateOnly(2026, 1, 15) });
        }

        async Task<string> SeenAsync(HttpClient reader) =>
            (await reader.CallAsync($"{Api}/themes/{theme}")).Expect(HttpStatusCode.OK).Json["needs"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

        Task AMonthLaterAsync() => host.QueryAsync("update theme_releases set month = month - interval '1 month' where theme_id = $1", theme);
    }

    [Fact]
    public async Task What_was_reported_this_month_is_not_released_yet()
    {
        var topic = NetworkHost.NewTopic();
        var needs = Enumerable.Range(0, 6).Select(_ => NetworkHost.Need(topic) with { ReportedOn = TestDay.Today }).ToList();
        foreach (var need in needs) await host.PublishAsync(need);
        var theme = await host.WaitForEventAsync<NeedStateChanged>(change => change.NeedIds.Count == 6 && change.NeedIds.Contains(needs[0].NeedId));
        Assert.Equal("<5", (string)(await host.Office.CallAsync($"{Api}/themes/{theme.ThemeId}")).Json["needs"]!);
        Assert.Equal(6, (int)(await host.Coordinator.CallAsync($"{Api}/themes/{theme.ThemeId}")).Json["needs"]!);
    }

    [Fact]
    public async Task A_coordinator_names_and_judges_a_theme_and_the_rule_proposes_anew()
    {
        var theme = await host.BundleAsync(NetworkHost.NewTopic());
        var url = $"{Api}/themes/{theme.ThemeId}";
        var before = await host.Coordinator.CallAsync(url);

        var judged = (await host.Coordinator.PutAsync(url, new { title = "Termine im Jobcenter", influence = "REGION", region = "05558032" }, before.ETag)).Expect(HttpStatusCode.OK);

        Assert.Equal("regionale-fachkonferenz-duelmen", (string)judged.Json["proposedCommittee"]!["key"]!);
        Assert.NotEqual(before.ETag, judged.ETag);
        Assert.Equal(judged.ETag, (await host.Coordinator.CallAsync(url)).ETag);
        await host.WaitForEventAsync<NeedStateChanged>(change => change.ThemeId == theme.ThemeId && change.Title == "Termine im Jobcenter" && change.NeedIds.Count == 5);
        (await host.Coordinator.PutAsync(url, new { influence = "KREIS" }, before.ETag)).ExpectProblem(HttpStatusCode.PreconditionFailed, "precondition-failed");
        (await host.Coordinator.PutAsync(url, new { influence = "KREIS" }, null)).ExpectProblem(HttpStatusCode.PreconditionRequired, "precondition-required");
        (await host.Office.PutAsync(url, new { influence = "KREIS" }, judged.ETag)).Expect(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Bad_input_is_refused_with_the_field()
    {
        var theme = await host.BundleAsync(NetworkHost.NewTopic());
        var url = $"{Api}/themes/{theme.ThemeId}";
        var etag = (await host.Coordinator.CallAsync(url)).ETag;

        Assert.Equal("influence", Field(await host.Coordinator.PutAsync(url, new { influence = "NOBODY" }, etag)));
        Assert.Equal("region", Field(await host.Coordinator.PutAsync(url, new { influence = "REGION", region = "99999999" }, etag)));
        Assert.Equal("title", Field(await host.Coordinator.PutAsync(url, new { influence = "KREIS", title = new string('x', 201) }, etag)));
        Assert.Equal("title", Field(await host.Coordinator.PutAsync(url, new { influence = "KREIS", title = "  " }, etag)));
        Assert.Equal("band", Field(await host.Coordinator.PutAsync(url, """{"influence":"AGE_BAND","band":"0-6"}""", etag)));
        Assert.Equal("state", Field(await host.Coordinator.CallAsync($"{Api}/themes?state=NOTHING")));
        Assert.Equal("limit", Field(await host.Coordinator.CallAsync($"{Api}/themes?limit=0")));
        Assert.Equal("after", Field(await host.Coordinator.CallAsync($"{Api}/themes?after=xyz")));
        Assert.Equal(etag, (await host.Coordinator.CallAsync(url)).ETag);

        static string Field(Answer answer) => answer.Expect(HttpStatusCode.BadRequest).Json["errors"]!.AsObject().Single().Key;
    }

    [Fact]
    public async Task Who_works_with_themes_sees_them_and_nobody_else()
    {
        var theme = await host.BundleAsync(NetworkHost.NewTopic());

        foreach (var account in new[] { TestAccounts.CaseManager, TestAccounts.Partner, TestAccounts.Funder, TestAccounts.Ops, TestAccounts.PoolDesk })
        {
            (await host.ClientFor(account).CallAsync($"{Api}/themes")).Expect(HttpStatusCode.Forbidden);
            (await host.ClientFor(account).CallAsync($"{Api}/themes/{theme.ThemeId}")).Expect(HttpStatusCode.Forbidden);
        }

        (await host.Anonymous().CallAsync($"{Api}/themes")).Expect(HttpStatusCode.Unauthorized);
        (await host.Office.CallAsync($"{Api}/themes/{Guid.NewGuid()}")).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Without_the_roles_the_database_itself_shows_no_need_and_no_theme()
    {
        await host.BundleAsync(NetworkHost.NewTopic());

        Assert.Equal(0L, await SeenAsync("CASE_MANAGER"));
        Assert.NotEqual(0L, await SeenAsync("OFFICE"));

        async Task<long> SeenAsync(string role) => (long)(await host.Database.QueryAsAsync(
            host.Database.App,
            $"with scope as materialized (select set_config('kim.scope','user',true), set_config('kim.roles',',{role},',true)) select (select count(*) from themes) + (select count(*) from structural_needs) as seen from scope")).Single()["seen"]!;
    }

    [Fact]
    public async Task After_a_theme_is_closed_new_needs_start_a_new_one()
    {
        var topic = NetworkHost.NewTopic();
        var first = await host.BundleAsync(topic);
        var meeting = await host.MeetingAsync();
        var item = (await host.Office.PostAsync($"{Api}/meetings/{meeting}/agenda-items", new { themeId = first.ThemeId })).Expect(HttpStatusCode.Created).Id;
        (await host.Office.PostAsync(
            $"{Api}/meetings/{meeting}/agenda-items/{item}/resolution", new { decision = "REJECTED", title = "Abgelehnt", reason = "Nicht zuständig" })).Expect(HttpStatusCode.Created);

        var second = await host.BundleAsync(topic);

        Assert.NotEqual(first.ThemeId, second.ThemeId);
        Assert.Equal("ABGELEHNT", (string)(await host.Coordinator.CallAsync($"{Api}/themes/{first.ThemeId}")).Json["state"]!);
        Assert.Equal(5, (int)(await host.Coordinator.CallAsync($"{Api}/themes/{second.ThemeId}")).Json["needs"]!);
    }

    [Fact]
    public async Task A_theme_is_put_off_and_resumed_and_its_effect_is_checked_only_after_its_measures()
    {
        var theme = await host.BundleAsync(NetworkHost.NewTopic());
        var url = $"{Api}/themes/{theme.ThemeId}";
        var seen = await host.Coordinator.CallAsync(url);
        Assert.Equal(["ZURUECKGESTELLT"], seen.Json["allowedStates"]!.AsArray().Select(state => (string)state!));

        var refused = (await host.Coordinator.PostAsync($"{url}/state", new { to = "WIRKSAM_GEPRUEFT" }, ifMatch: seen.ETag)).ExpectProblem(HttpStatusCode.Conflict, "step-not-allowed");
        Assert.Equal("COORDINATOR_STEP", (string)refused.Json["guard"]!);
        Assert.Equal("ZURUECKGESTELLT", (string)refused.Json["allowed"]!.AsArray().Single()!);

        var off = (await host.Coordinator.PostAsync($"{url}/state", new { to = "ZURUECKGESTELLT" }, ifMatch: seen.ETag)).Expect(HttpStatusCode.OK);
        (await host.Coordinator.PostAsync($"{url}/state", new { to = "GEBUENDELT" }, ifMatch: off.ETag)).Expect(HttpStatusCode.OK);
        await host.WaitForEventAsync<NeedStateChanged>(change => change.ThemeId == theme.ThemeId && change is { State: "GEBUENDELT", Version: > 2 });
    }

    [Fact]
    public async Task Themes_come_in_pages_that_hold_each_theme_once()
    {
        for (var index = 0; index < 3; index++) await host.BundleAsync(NetworkHost.NewTopic());
        var seen = new List<string>();
        string? next = "";
        while (next is not null)
        {
            var page = (await host.Coordinator.CallAsync($"{Api}/themes?limit=2&after={next}")).Expect(HttpStatusCode.OK).Json;
            seen.AddRange(page["items"]!.AsArray().Select(theme => (string)theme!["id"]!));
            next = (string?)page["next"];
        }

        Assert.True(seen.Count >= 3);
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }
}
