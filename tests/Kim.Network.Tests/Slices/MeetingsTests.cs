using System.Net;
using Kim.Contracts.Network;

namespace Kim.Network.Tests.Slices;

[Collection(NetworkSlices.Name)]
public sealed class MeetingsTests(NetworkHost host)
{
    private const string Api = NetworkHost.Api;

    [Fact]
    public async Task An_adopted_resolution_tells_cases_what_was_decided_and_by_whom_it_is_done()
    {
        var brought = await host.BringAsync("fag-arbeit-beschaeftigung");
        var adopted = (await host.Office.PostAsync(brought.Resolution, NetworkHost.Adopted())).Expect(HttpStatusCode.Created);

        var told = await host.WaitForEventAsync<ResolutionAdopted>(resolution => resolution.ResolutionId == adopted.Id);
        Assert.Equal(brought.Theme.ThemeId, told.ThemeId);
        Assert.Equal(brought.Theme.NeedIds.Order(), told.NeedIds.Order());
        Assert.Equal((string)adopted.Json["number"]!, told.Number);
        Assert.Equal("Facharbeitsgremien Arbeit und Beschäftigung", told.CommitteeName);
        Assert.Equal(new DateOnly(2026, 11, 20), told.AdoptedOn);
        Assert.Equal([TestAccounts.AgsCoesfeld, TestAccounts.AgsDuelmen], told.Scope);
        Assert.Equal("jobcenter", told.MeasureOwner);
        Assert.Contains("Jobcenter", told.MeasureOwnerName);
        await host.WaitForEventAsync<NeedStateChanged>(change => change.ThemeId == told.ThemeId && change.State == "BESCHLOSSEN" && change.NeedIds.Count == 5);

        var meeting = (await host.Office.CallAsync(brought.Meeting)).Json;
        Assert.Equal(told.Number, (string)meeting["agenda"]![0]!["resolution"]!["number"]!);
        var read = (await host.ClientFor(TestAccounts.CaseManager).CallAsync($"{Api}/resolutions/{adopted.Id}")).Expect(HttpStatusCode.OK);
        Assert.Equal(told.MeasureId, (Guid)read.Json["measureId"]!);
        Assert.Contains(told.Number, (await host.ClientFor(TestAccounts.Partner).CallAsync($"{Api}/resolutions?committee=fag-arbeit-beschaeftigung&limit=200")).Text);
    }

    [Fact]
    public async Task Measure_and_theme_go_on_to_the_end()
    {
        var brought = await host.BringAsync();
        var adopted = (await host.Office.PostAsync(brought.Resolution, NetworkHost.Adopted())).Expect(HttpStatusCode.Created);
        var url = $"{Api}/measures/{adopted.Json["measureId"]}";
        var decided = (await host.Office.CallAsync(url)).Expect(HttpStatusCode.OK);
        var early = (await host.Office.PostAsync($"{url}/completion", new { completedOn = "2026-11-22", outcome = "x" }, ifMatch: decided.ETag)).ExpectProblem(HttpStatusCode.Conflict, "step-not-allowed");
        Assert.Equal("MEASURE_STARTED", (string)early.Json["guard"]!);
        Assert.Equal("STARTED", (string)early.Json["allowed"]![0]!);

        (await host.Office.PostAsync($"{url}/start", new { startedOn = "2026-11-20" })).ExpectProblem(HttpStatusCode.PreconditionRequired, "precondition-required");
        var started = (await host.Office.PostAsync($"{url}/start", new { startedOn = "2026-11-20" }, ifMatch: decided.ETag)).Expect(HttpStatusCode.OK);
        (await host.Office.PostAsync($"{url}/completion", new { completedOn = "2026-11-21", outcome = "x" }, ifMatch: decided.ETag)).ExpectProblem(HttpStatusCode.PreconditionFailed, "precondition-failed");
        var themeUrl = $"{Api}/themes/{brought.Theme.ThemeId}";
        var running = await host.Coordinator.CallAsync(themeUrl);
        Assert.Equal("IN_UMSETZUNG", (string)running.Json["state"]!);
        Assert.Equal("MEASURES_COMPLETED", (string)(await host.Coordinator.PostAsync($"{themeUrl}/state", new { to = "WIRKSAM_GEPRUEFT" }, ifMatch: running.ETag)).Expect(HttpStatusCode.Conflict).Json["guard"]!);

        (await host.Office.PostAsync($"{url}/completion", new { completedOn = "2026-11-21", outcome = "Die Sprechstunde besteht." }, ifMatch: started.ETag)).Expect(HttpStatusCode.OK);
        (await host.Coordinator.PostAsync($"{themeUrl}/state", new { to = "WIRKSAM_GEPRUEFT" }, ifMatch: running.ETag)).Expect(HttpStatusCode.OK);

        var measureId = Guid.Parse((string)adopted.Json["measureId"]!);
        var begun = await host.WaitForEventAsync<MeasureStarted>(measure => measure.MeasureId == measureId);
        var done = await host.WaitForEventAsync<MeasureCompleted>(measure => measure.MeasureId == measureId);
        Assert.True(done.Version > begun.Version);
        Assert.Equal("Die Sprechstunde besteht.", done.Outcome);
        Assert.Equal(adopted.Id, done.ResolutionId);
        Assert.Contains(measureId.ToString(), (await host.ClientFor(TestAccounts.CaseManager).CallAsync($"{Api}/measures?state=COMPLETED&limit=200")).Text);
    }

    [Fact]
    public async Task Numbers_run_without_gaps_when_meetings_decide_at_once()
    {
        var year = "2019-05-0";
        var brought = new List<NetworkHost.Brought>();
        for (var index = 1; index <= 6; index++) brought.Add(await host.BringAsync("fag-gesundheit", $"{year}{index}T09:00:00+02:00"));
        var owner = new { title = "x", owner = "nobody", dueOn = "2099-01-01" };

        var answers = await Task.WhenAll(brought.SelectMany(item => new[]
        {
            host.Office.PostAsync(item.Resolution, new { decision = "ADOPTED", title = "x", measure = owner }),
            host.Office.PostAsync(item.Resolution, new { decision = "REJECTED", title = "x", reason = "y" }),
        }));

        var numbers = answers.Where(answer => answer.Status == HttpStatusCode.Created).Select(answer => (string)answer.Json["number"]!).Order();
        Assert.Equal(Enumerable.Range(1, 6).Select(number => $"FAG-GESUNDHEIT-2019-00{number}"), numbers);
        Assert.Equal(6, answers.Count(answer => answer.Status == HttpStatusCode.BadRequest));
    }

    [Theory]
    [InlineData("""{"decision":"ADOPTED","title":"x"}""", "measure")]
    [InlineData("""{"decision":"REJECTED","title":"x"}""", "reason")]
    [InlineData("""{"decision":"PERHAPS","title":"x"}""", "decision")]
    [InlineData("""{"decision":"ADOPTED","title":"x","measure":{"title":"x","owner":"nobody","dueOn":"2099-01-01"}}""", "measure.owner")]
    [InlineData("""{"decision":"ADOPTED","title":"x","measure":{"title":"x","owner":"ki","dueOn":"2000-01-01"}}""", "measure.dueOn")]
    [InlineData("""{"decision":"REJECTED","title":"x","reason":"y","scope":["12345678"]}""", "scope")]
    [InlineData("""{"decision":"ADOPTED","title":"","measure":{"title":"x","owner":"ki","dueOn":"2099-01-01"}}""", "title")]
    [InlineData("""{"decision":"ADOPTED","title":"x","measure":{"title":"x","owner":"ki","dueOn":"soon"}}""", "measure.dueOn")]
    [InlineData("""{"decision":"ADOPTED","title":"x","surprise":1}""", "surprise")]
    public async Task An_incomplete_decision_is_refused_with_the_field_and_leaves_no_trace(string body, string field)
    {
        var brought = await host.BringAsync("ag-0-6");

        var refused = (await host.Office.CallAsync(HttpMethod.Post, brought.Resolution, body)).Expect(HttpStatusCode.BadRequest);

        Assert.Equal(field, refused.Json["errors"]!.AsObject().Single().Key);
        Assert.Equal("EINGEBRACHT", (string)(await host.Coordinator.CallAsync($"{Api}/themes/{brought.Theme.ThemeId}")).Json["state"]!);
        Assert.Null((await host.Office.CallAsync(brought.Meeting)).Json["agenda"]![0]!["resolution"]);
    }

    [Fact]
    public async Task An_item_is_decided_once_and_a_repeated_request_gets_the_first_answer()
    {
        var brought = await host.BringAsync();
        var key = Guid.NewGuid().ToString();
        var first = (await host.Office.PostAsync(brought.Resolution, NetworkHost.Adopted(), key)).Expect(HttpStatusCode.Created);

        Assert.Equal(first.Id, (await host.Office.PostAsync(brought.Resolution, NetworkHost.Adopted(), key)).Expect(HttpStatusCode.Created).Id);
        var again = (await host.Office.PostAsync(brought.Resolution, NetworkHost.Adopted())).ExpectProblem(HttpStatusCode.Conflict, "step-not-allowed");
        Assert.Equal("ITEM_UNDECIDED", (string)again.Json["guard"]!);
    }

    [Fact]
    public async Task A_held_meeting_leaves_what_it_did_not_decide_as_deliberated()
    {
        var brought = await host.BringAsync();
        var etag = (await host.Office.CallAsync(brought.Meeting)).ETag;
        (await host.Office.PostAsync($"{brought.Meeting}/holding", new { })).ExpectProblem(HttpStatusCode.PreconditionRequired, "precondition-required");

        var held = (await host.Office.PostAsync($"{brought.Meeting}/holding", new { }, ifMatch: etag)).Expect(HttpStatusCode.OK);

        Assert.Equal("HELD", (string)held.Json["state"]!);
        await host.WaitForEventAsync<NeedStateChanged>(change => change.ThemeId == brought.Theme.ThemeId && change.State == "BERATEN");
        var closed = await host.Office.PostAsync($"{brought.Meeting}/agenda-items", new { themeId = (await host.BundleAsync(NetworkHost.NewTopic())).ThemeId });
        Assert.Equal("MEETING_PLANNED", (string)closed.Expect(HttpStatusCode.Conflict).Json["guard"]!);
        (await host.Office.PostAsync($"{brought.Meeting}/holding", new { }, ifMatch: etag)).Expect(HttpStatusCode.PreconditionFailed);
        (await host.Office.PostAsync(brought.Resolution, new { decision = "PROJECT_GROUP", title = "Projektgruppe" })).Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task More_information_puts_the_theme_off_until_another_meeting()
    {
        var brought = await host.BringAsync();
        (await host.Office.PostAsync(brought.Resolution, new { decision = "MORE_INFORMATION", title = "Zahlen fehlen" })).Expect(HttpStatusCode.Created);
        var next = await host.MeetingAsync();

        Assert.Equal("ZURUECKGESTELLT", (string)(await host.Coordinator.CallAsync($"{Api}/themes/{brought.Theme.ThemeId}")).Json["state"]!);
        (await host.Office.PostAsync($"{Api}/meetings/{next}/agenda-items", new { themeId = brought.Theme.ThemeId })).Expect(HttpStatusCode.Created);
        (await host.Office.PostAsync($"{Api}/meetings/{next}/agenda-items", new { themeId = brought.Theme.ThemeId })).ExpectProblem(HttpStatusCode.Conflict, "theme-on-agenda");
        var elsewhere = await host.Office.PostAsync($"{Api}/meetings/{await host.MeetingAsync()}/agenda-items", new { themeId = brought.Theme.ThemeId });
        Assert.Equal("AGENDA_STEP", (string)elsewhere.Expect(HttpStatusCode.Conflict).Json["guard"]!);
    }

    [Fact]
    public async Task A_need_that_arrives_while_a_theme_is_dealt_with_joins_it()
    {
        var topic = NetworkHost.NewTopic();
        var theme = await host.BundleAsync(topic);
        var meeting = await host.MeetingAsync();
        (await host.Office.PostAsync($"{Api}/meetings/{meeting}/agenda-items", new { themeId = theme.ThemeId })).Expect(HttpStatusCode.Created);

        await host.PublishAsync(NetworkHost.Need(topic));

        var joined = await host.WaitForEventAsync<NeedStateChanged>(change => change.ThemeId == theme.ThemeId && change.NeedIds.Count == 6);
        Assert.Equal("EINGEBRACHT", joined.State);
    }

    [Fact]
    public async Task Only_the_office_calls_meetings_and_unknown_things_are_not_found()
    {
        var body = new { committee = "steuerungsgruppe", startsAt = "2026-12-01T09:00:00+01:00", place = "Kreishaus" };
        foreach (var account in new[] { TestAccounts.Coordinator, TestAccounts.CaseManager, TestAccounts.Partner, TestAccounts.Funder })
            (await host.ClientFor(account).PostAsync($"{Api}/meetings", body)).Expect(HttpStatusCode.Forbidden);
        (await host.Coordinator.CallAsync($"{Api}/meetings")).Expect(HttpStatusCode.OK);
        (await host.ClientFor(TestAccounts.CaseManager).CallAsync($"{Api}/meetings")).Expect(HttpStatusCode.Forbidden);
        (await host.ClientFor(TestAccounts.Funder).CallAsync($"{Api}/resolutions")).Expect(HttpStatusCode.Forbidden);

        foreach (var path in new[] { "meetings", "resolutions", "measures", "themes" })
            (await host.Office.CallAsync($"{Api}/{path}/{Guid.NewGuid()}")).ExpectProblem(HttpStatusCode.NotFound, "not-found");
        (await host.Office.PostAsync($"{Api}/meetings/{Guid.NewGuid()}/agenda-items", new { themeId = Guid.NewGuid() })).Expect(HttpStatusCode.NotFound);
        (await host.Office.PostAsync($"{Api}/meetings/{await host.MeetingAsync()}/agenda-items", new { themeId = Guid.NewGuid() })).ExpectProblem(HttpStatusCode.BadRequest, "theme-unknown");
        (await host.Office.PostAsync($"{Api}/meetings", body with { committee = "nobody" })).ExpectProblem(HttpStatusCode.BadRequest, "committee-unknown");
        (await host.Office.PostAsync($"{Api}/meetings", body with { committee = "ag-case-management" })).ExpectProblem(HttpStatusCode.BadRequest, "committee-not-active");
        Assert.Equal("startsAt", (await host.Office.PostAsync($"{Api}/meetings", body with { startsAt = "tomorrow" })).Expect(HttpStatusCode.BadRequest).Json["errors"]!.AsObject().Single().Key);
    }

    [Fact]
    public async Task Changes_are_audited()
    {
        var meeting = await host.MeetingAsync();

        var row = (await host.QueryAsync("select action, operation, account_id from audit where subject_id = $1", meeting)).Single();
        Assert.Equal(("CHANGE", "CreateMeeting", TestAccounts.Office.Id), ((string)row["action"]!, (string)row["operation"]!, (Guid)row["account_id"]!));
    }
}
