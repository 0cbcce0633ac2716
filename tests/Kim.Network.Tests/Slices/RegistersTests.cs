using System.Net;
using System.Text.Json.Nodes;

namespace Kim.Network.Tests.Slices;

/// <summary>What the slides say beside the directory, and the two registers that go on.</summary>
[Collection(NetworkSlices.Name)]
public sealed class RegistersTests(NetworkHost host)
{
    private const string Api = NetworkHost.Api;

    [Fact]
    public async Task The_log_is_filtered_by_attitude_group_and_topic()
    {
        Assert.Equal(["zustimmung-zielgruppe", "zustimmung-haertefaelle"], (await ItemsAsync("consultations?attitude=SUPPORT&limit=2")).Select(Key));
        Assert.Equal(["ablehnung-anbindung", "ablehnung-verfahren"], (await ItemsAsync("consultations?attitude=REJECTION")).Select(Key));
        Assert.Contains("ablehnung-anbindung", (await ItemsAsync("consultations?stakeholder=fi-sprecher")).Select(Key));
        Assert.Equal(["zustimmung-anbindung", "ablehnung-anbindung"], (await ItemsAsync("consultations?topic=ANBINDUNG")).Select(Key));
        var rejected = (await ItemsAsync("consultations?attitude=REJECTION&topic=ANBINDUNG")).Single();
        Assert.Equal([1, 2, 1], rejected["voices"]!.AsArray().Select(voice => (int)voice!["count"]!));
        Assert.Equal(["S-61"], rejected["sources"]!.AsArray().Select(source => (string)source!));
    }

    [Fact]
    public async Task The_log_comes_page_by_page()
    {
        var seen = new List<string>();
        for (string? after = null, path = "consultations?limit=5"; path is not null; path = after is null ? null : $"consultations?limit=5&after={after}")
        {
            var page = await GetAsync(path);
            seen.AddRange(page["items"]!.AsArray().Select(item => (string)item!["id"]!));
            after = (string?)page["next"];
        }

        Assert.True(seen.Count >= 17);
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    [Fact]
    public async Task The_staff_records_what_a_group_said_and_the_counts_know_it()
    {
        var before = await VoicesAsync();
        var posted = (await host.Office.PostAsync($"{Api}/consultations", Statement())).Expect(HttpStatusCode.Created);
        var stored = (await host.Coordinator.CallAsync($"{Api}/consultations/{posted.Id}")).Expect(HttpStatusCode.OK).Json;
        Assert.Equal(("WORRY", null, "2026-11-01"), ((string)stored["attitude"]!, (string?)stored["key"], (string)stored["heldOn"]!));
        Assert.Equal(before + 2, await VoicesAsync());
        Assert.Equal((string)stored["id"]!, (string)(await ItemsAsync("consultations?attitude=WORRY&topic=SONSTIGES"))[^1]["id"]!);
        Assert.True(await host.Database.ScalarAsync<long>("select count(*) from audit where action = 'CHANGE' and subject = 'consultation' and subject_id = $1", posted.Id) == 1);
        (await host.Office.CallAsync($"{Api}/consultations/{Guid.NewGuid()}")).Expect(HttpStatusCode.NotFound);
    }

    public static TheoryData<string, string, string?> BadStatements => new()
    {
        { "attitude", "\"LOVE\"", "attitude" },
        { "topic", "\"WETTER\"", "topic" },
        { "statement", "\"\"", "statement" },
        { "heldOn", "\"2999-01-01\"", "heldOn" },
        { "heldOn", "\"1999-12-31\"", "heldOn" },
        { "heldOn", "\"gestern\"", null },
        { "voices", """[{"stakeholder":"nobody","count":1}]""", "voices[0].stakeholder" },
        { "voices", """[{"stakeholder":"fi-sprecher"},{"stakeholder":"fi-sprecher"}]""", "voices" },
        { "voices", """[{"stakeholder":"fi-sprecher","count":0}]""", null },
        { "voices", "null", null },
        { "extra", "1", null },
    };

    [Theory, MemberData(nameof(BadStatements))]
    public async Task A_bad_statement_is_a_clear_400(string member, string value, string? field)
    {
        var body = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(Statement()))!.AsObject();
        body[member] = JsonNode.Parse(value);
        var answer = (await host.Office.PostAsync($"{Api}/consultations", body.ToJsonString())).Expect(HttpStatusCode.BadRequest);
        Assert.False(string.IsNullOrEmpty(answer.Code));
        if (field is not null) Assert.NotNull(answer.Json["errors"]![field]);
    }

    [Fact]
    public async Task A_next_step_moves_with_the_version_that_was_read()
    {
        const string path = $"{Api}/next-steps/sitzung-steuerungsgruppe";
        var read = (await host.Coordinator.CallAsync(path)).Expect(HttpStatusCode.OK);
        Assert.Equal(("OPEN", "2021-06-07"), ((string)read.Json["state"]!, (string)read.Json["dueOn"]!));
        var put = new { state = "DONE", note = "fand statt" };
        (await host.Coordinator.CallAsync(HttpMethod.Put, path + "/state", put)).ExpectProblem((HttpStatusCode)428, "precondition-required");
        (await host.Coordinator.CallAsync(HttpMethod.Put, path + "/state", put, ifMatch: "\"1\"")).ExpectProblem(HttpStatusCode.PreconditionFailed, "precondition-failed");
        (await host.Coordinator.CallAsync(HttpMethod.Put, path + "/state", new { state = "LOST" }, ifMatch: read.ETag)).ExpectProblem(HttpStatusCode.BadRequest, "state-unknown");
        (await host.Coordinator.CallAsync(HttpMethod.Put, path + "/state", new { state = "DROPPED" }, ifMatch: read.ETag)).ExpectProblem(HttpStatusCode.BadRequest, "note-missing");
        var done = (await host.Coordinator.CallAsync(HttpMethod.Put, path + "/state", put, ifMatch: read.ETag)).Expect(HttpStatusCode.OK);
        Assert.Equal(["OPEN"], done.Json["allowed"]!.AsArray().Select(state => (string)state!));
        Assert.Equal("fand statt", (string)done.Json["history"]!.AsArray().Single()!["note"]!);
        var refused = (await host.Office.CallAsync(HttpMethod.Put, path + "/state", new { state = "IN_PROGRESS" }, ifMatch: done.ETag)).ExpectProblem(HttpStatusCode.Conflict, "step-not-allowed");
        Assert.Equal("TRANSITION", (string)refused.Json["guard"]!);
        (await host.Office.CallAsync(HttpMethod.Put, path + "/state", new { state = "OPEN" }, ifMatch: done.ETag)).Expect(HttpStatusCode.OK);
        (await host.Office.CallAsync(HttpMethod.Put, $"{Api}/next-steps/nothing/state", put, ifMatch: "\"1\"")).Expect(HttpStatusCode.NotFound);
        (await host.Office.CallAsync($"{Api}/next-steps/nothing")).Expect(HttpStatusCode.NotFound);
        Assert.Equal(["bewerberauswahl"], (await ItemsAsync("next-steps?state=IN_PROGRESS")).Select(Key));
    }

    [Theory]
    [InlineData("2021-06-07", "MKFFI")]
    [InlineData("2022-06-28", "MKFFI")]
    [InlineData("2022-06-29", "MKJFGFI")]
    public async Task The_ministry_has_the_name_of_the_day(string day, string name)
    {
        var ministry = (await ItemsAsync($"organisations?actorType=MINISTERIUM&asOf={day}")).Single();
        Assert.Equal((name, "mkffi"), ((string)ministry["shortName"]!, Key(ministry)));
        Assert.Equal(2, ministry["names"]!.AsArray().Count);
    }

    [Fact]
    public async Task Names_of_a_day_do_not_disturb_the_pages()
    {
        var seen = new List<string>();
        for (string? path = "organisations?limit=7&asOf=2021-01-01"; path is not null;)
        {
            var page = await GetAsync(path);
            seen.AddRange(page["items"]!.AsArray().Select(item => Key(item!)));
            path = page["next"] is { } next ? $"organisations?limit=7&asOf=2021-01-01&after={next}" : null;
        }

        Assert.Equal((await ItemsAsync("organisations?limit=200")).Select(Key), seen);
    }

    [Fact]
    public async Task The_words_of_the_slides_are_found()
    {
        Assert.Contains("vom Kind", (string)(await ItemsAsync("texts?kind=GUIDING_IDEA")).Single()["text"]!);
        Assert.Equal(["BILDUNG", "TEILHABE", "INTEGRATION"], (await ItemsAsync("texts?kind=MANDATE")).Select(text => (string)text["area"]!));
        Assert.Equal("erklaerfilm-case-management", Key((await ItemsAsync("media?kind=FILM")).Single()));
        var conference = (await ItemsAsync("conferences"))[0];
        Assert.Equal(("2021-02-05", "Prof. Dr. Bogumil"), ((string)conference["heldOn"]!, (string)conference["speakers"]![0]!["name"]!));
        Assert.Equal(["tintg-bis-2021"], (await ItemsAsync("legal-bases?asOf=2021-12-31")).Select(Key));
        Assert.Equal(["tintg-2022"], (await ItemsAsync("legal-bases?asOf=2022-01-01")).Select(Key));
        Assert.Equal(["YES", "YES", "PARTLY", "NO"], (await ItemsAsync("hilfeplan-sources")).Select(source => (string)source["uniform"]!));
        var fields = await ItemsAsync("fields-of-action");
        Assert.Equal([9, 8, 1], fields.Select(field => field["contents"]!.AsArray().Count));
        Assert.Equal(["maedchen-und-jungenprojekte"], (await ItemsAsync("offers?tag=geschlechterverstaendnis")).Select(Key));
    }

    [Fact]
    public async Task A_Baustein_without_an_offer_is_shown()
    {
        var programmes = await ItemsAsync("programmes");
        var parts = programmes.Single(programme => Key(programme) == "durchstarten")["components"]!.AsArray();
        Assert.Equal((6, "NO_OFFER"), (parts.Count, (string)parts[4]!["state"]!));
        Assert.Equal(3, programmes.Single(programme => Key(programme) == "integrationspauschale")["usagePeriods"]!.AsArray().Count);
        Assert.DoesNotContain("durchstarten", (await ItemsAsync("programmes?asOf=2024-01-01")).Select(Key));
    }

    [Fact]
    public async Task The_picture_has_its_levels_stars_and_boxes()
    {
        var picture = await GetAsync("strategy-diagram");
        Assert.Equal(["Strategische Steuerung", "Einzelfallsteuerung"], picture["levels"]!.AsArray().Select(level => (string)level!["label"]!));
        Assert.Equal(["*", "**"], picture["legend"]!.AsArray().Select(legend => (string)legend!["marker"]!));
        Assert.All(picture["legend"]!.AsArray(), legend => Assert.True((bool)legend!["assumed"]!));
        Assert.Equal(17, picture["boxes"]!.AsArray().Count);
    }

    private static object Statement() => new
    {
        attitude = "WORRY", topic = "SONSTIGES", statement = "Wer bezahlt die Räume?", heldOn = "2026-11-01",
        voices = new[] { new { stakeholder = "fi-sprecher", count = 2 } },
    };

    private static string Key(JsonNode item) => (string)item["key"]!;

    private async Task<int> VoicesAsync() => (await GetAsync("consultations/counts"))["attitudes"]!.AsArray()
        .Where(count => (string)count!["attitude"]! == "WORRY").Sum(count => (int)count!["voices"]!);

    private async Task<List<JsonNode>> ItemsAsync(string path) => [.. (await GetAsync(path))["items"]!.AsArray().Select(item => item!)];

    private async Task<JsonNode> GetAsync(string path) => (await host.ClientFor(TestAccounts.CaseManager).CallAsync($"{Api}/{path}")).Expect(HttpStatusCode.OK).Json;
}
