using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Kim.EndToEnd.Tests.Running;

namespace Kim.EndToEnd.Tests;

/// <summary>
/// A person's own rights over all services, which run as processes of their own: the copy (Art. 15 DSGVO), the erasure (Art. 17) and
/// the withdrawal of a consent, each reaching every holder within a minute.
/// </summary>
[Collection("people of the KI")]
public sealed class PersonRightsTests(SystemFixture system)
{
    private const string Root = "/api/v1/cases/cases";
    private static readonly TimeSpan Minute = TimeSpan.FromSeconds(60);
    private static readonly string[] Services = ["identity", "cases", "network", "interpreters", "funding", "naturalisation"];
    private readonly Dictionary<string, HttpClient> _people = [];

    [Fact]
    public async Task A_person_gets_one_copy_over_all_services_and_is_then_erased_everywhere_within_a_minute()
    {
        var person = await PlantAsync();
        await CopyHoldsAllAsync(person);

        await CloseAsync(person.Case);
        var dpo = await AsAsync("dpo");
        var etag = (await dpo.CallAsync($"{Root}/{person.Case}/erasure")).Expect(HttpStatusCode.OK).ETag;
        var watch = Stopwatch.StartNew();
        (await dpo.PostAsync($"{Root}/{person.Case}/erasure", new { reason = "UNLAWFUL" }, Guid.NewGuid().ToString(), etag)).Expect(HttpStatusCode.Accepted);
        var found = await Eventually.GetAsync(() => FoundAsync(person), left => left.Count == 0, Minute, "every holder to have erased");
        TestContext.Current.TestOutputHelper!.WriteLine($"Erased in all databases and queues after {watch.Elapsed.TotalSeconds:0.0} s");

        Assert.Empty(found);
        foreach (var program in Services.Append("gateway").Append("portal"))
            Assert.DoesNotContain(person.Texts, text => system.Log(program).Contains(text, StringComparison.OrdinalIgnoreCase));
        Assert.Equal("ERASED", (await dpo.CallAsync($"{Root}/{person.Case}/erasure")).Expect(HttpStatusCode.OK).Json["state"]!.GetValue<string>());
        (await (await AsAsync("coord")).CallAsync($"{Root}/{person.Case}")).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_withdrawn_consent_ends_all_use_of_what_was_given_under_it_within_a_minute()
    {
        var (cm, natur) = (await AsAsync("cm"), await AsAsync("natur"));
        var person = new Planted(Tag());
        await OpenAsync(cm, person);
        var consent = await ReferAsync(cm, person);
        var pulled = await PullAsync(natur, person.Referral);
        Assert.Contains("1979-08-07", pulled.Text, StringComparison.Ordinal);

        var watch = Stopwatch.StartNew();
        (await cm.PostAsync($"{Root}/{person.Case}/consents/{consent}/revocation", new { }, Guid.NewGuid().ToString())).Expect(HttpStatusCode.NoContent);
        (await natur.PostAsync($"/api/v1/naturalisation/referrals/{person.Referral}/facts", new { }, Guid.NewGuid().ToString())).Expect(HttpStatusCode.Conflict);
        await Eventually.HoldsAsync(
            async () => !(await system.Database("naturalisation").DumpAsync()).Contains("1979-08-07", StringComparison.Ordinal), Minute, "the disclosed facts to go");
        TestContext.Current.TestOutputHelper!.WriteLine($"Use ended at once; the facts were gone after {watch.Elapsed.TotalSeconds:0.0} s");
    }

    // Everything that could give the person away: own words in each free text, file number and references.
    private sealed record Planted(string Tag)
    {
        public Guid Case { get; set; }

        public Guid Referral { get; set; }

        public List<string> References { get; } = [];

        public string Word(string where) => Tag + where;

        public IEnumerable<string> Texts => References.Append(Tag);
    }

    private async Task<Planted> PlantAsync()
    {
        var (cm, natur, pool) = (await AsAsync("cm"), await AsAsync("natur"), await AsAsync("pool"));
        var person = new Planted(Tag());
        await OpenAsync(cm, person);
        await FillAsync(cm, person);
        await ReferAsync(cm, person);
        await PullAsync(natur, person.Referral);
        await CounselAsync(natur, person.Referral);
        await ApproveTalkAsync(cm, pool, person);
        await NoteReferencesAsync(person);
        return person;
    }

    private static async Task OpenAsync(HttpClient cm, Planted person)
    {
        person.Case = (await SendAsync(cm, Root, new
        {
            person = new { givenNames = person.Word("vor"), familyName = person.Word("nach"), birthDate = "1979-08-07", sex = "FEMALE", languages = new[] { "ara" } },
            ags = TestAccounts.AgsCoesfeld, occasion = person.Word("anlass"), accessPath = "ABH", householdSize = 4,
        })).Id;
        (await cm.PostAsync(Root + "/searches", new { q = person.Word("nach") })).Expect(HttpStatusCode.OK);
    }

    private static async Task FillAsync(HttpClient cm, Planted person)
    {
        var at = $"{Root}/{person.Case}";
        var need = (await SendAsync(cm, at + "/needs", new { domain = "WOHNEN", topic = "WOHNEN", rechtskreis = "SGB2", description = person.Word("bedarf") })).Id;
        var goal = (await SendAsync(cm, at + "/goals", new { title = person.Word("ziel"), needId = need, dueOn = "2099-01-01" })).Id;
        await SendAsync(cm, $"{at}/goals/{goal}/measures", new { title = person.Word("massnahme"), responsible = person.Word("zustaendig"), dueOn = "2099-01-01" });
        await SendAsync(cm, at + "/structural-needs", new { topic = "WOHNEN", rechtskreis = "SGB2", agencyType = "JOBCENTER", ags = new[] { TestAccounts.AgsCoesfeld }, effect = person.Word("wirkung") });
        await SendAsync(cm, at + "/residence-periods", new { status = "AE_25_2_F", validFrom = "2019-02-01", issuingAuthority = person.Word("behoerde") });
        await SendAsync(cm, at + "/nationalities", new { country = "TCD", proof = person.Word("nachweis") });
        await PutAsync(cm, at, "/assessment", new { ratings = new[] { new { domain = "WOHNEN", level = 2, note = person.Word("stufe") } } });
        await PutAsync(cm, at, "/indication", new { criteria = new[] { "HAERTEFALL" }, overrideReason = person.Word("begruendung") });
    }

    private async Task<Guid> ReferAsync(HttpClient cm, Planted person)
    {
        var consent = (await SendAsync(cm, $"{Root}/{person.Case}/consents", new
        {
            recipient = person.Word("empfaenger"), recipientType = "EBH", purpose = person.Word("zweck"), dataCategories = new[] { "STAMMDATEN", "AUFENTHALT" },
            direction = "GIVE", validFrom = "2026-01-01", validUntil = "2099-01-01", form = "WRITTEN", languageOfExplanation = "ara",
        })).Id;
        person.Referral = (await SendAsync(cm, $"{Root}/{person.Case}/naturalisation-referrals", new { })).Id;
        await Eventually.HoldsAsync(
            async () => await system.Database("naturalisation").ScalarAsync<long>("select count(*) from referrals where id = $1", person.Referral) == 1, Minute, "the referral");
        return consent;
    }

    private static Task<Answer> PullAsync(HttpClient natur, Guid referral) => SendAsync(natur, $"/api/v1/naturalisation/referrals/{referral}/facts", new { });

    private static async Task CounselAsync(HttpClient natur, Guid referral)
    {
        var at = $"/api/v1/naturalisation/referrals/{referral}";
        var etag = (await natur.CallAsync(at)).Expect(HttpStatusCode.OK).ETag;
        var today = TestDay.Today.ToString("O");
        (await natur.PostAsync(at + "/counselling", new { heldOn = today }, Guid.NewGuid().ToString(), etag)).Expect(HttpStatusCode.OK);
    }

    private async Task ApproveTalkAsync(HttpClient cm, HttpClient pool, Planted person)
    {
        await SendAsync(cm, $"{Root}/{person.Case}/interpreter-requests", new
        {
            language = "ara", mode = "ON_SITE", startsAt = TimeProvider.System.GetUtcNow().AddDays(20).ToString("O"), durationMinutes = 60, ags = TestAccounts.AgsCoesfeld,
            meetingPlace = person.Word("ort"), topicClass = "COUNSELLING",
        });
        var id = await Eventually.GetAsync(
            () => system.Database("interpreters").ScalarAsync<Guid?>("select id from bookings where meeting_place = $1", person.Word("ort")), booking => booking is not null, Minute, "the booking");
        var etag = (await pool.CallAsync($"/api/v1/interpreters/requests/{id}")).Expect(HttpStatusCode.OK).ETag;
        (await pool.PostAsync($"/api/v1/interpreters/requests/{id}/review", new { decision = "APPROVE" }, Guid.NewGuid().ToString(), etag)).Expect(HttpStatusCode.OK);
    }

    private async Task NoteReferencesAsync(Planted person)
    {
        var row = (await system.Database("cases").QueryAsync(
            """
            select c.number, c.interpreters_ref, i.booking_ref, f.reference from cases c
            join interpreter_requests i on i.case_id = c.id join funding_files f on f.case_id = c.id where c.id = $1
            """, person.Case))[0];
        person.References.AddRange(row.Values.Select(value => value!.ToString()!));
        person.References.AddRange([person.Case.ToString(), person.Referral.ToString()]);
        foreach (var (service, column) in new[] { ("funding", "reference"), ("interpreters", "booking_ref") })
            await Eventually.HoldsAsync(
                async () => (await system.Database(service).DumpAsync()).Contains(row[column]!.ToString()!, StringComparison.Ordinal), Minute, $"{service} to know its reference");
    }

    // The audit holds ids alone and stays; that it holds no word of the person is looked at all the same.
    private async Task<IReadOnlyList<string>> FoundAsync(Planted person)
    {
        var left = new List<string>();
        foreach (var service in Services)
        {
            var (all, rows) = (await system.Database(service).DumpAsync(), await system.Database(service).DumpAsync("audit"));
            if (all.Contains(person.Tag, StringComparison.OrdinalIgnoreCase)) left.Add($"{service}: a planted word in {TableOf(all, person.Tag)}");
            left.AddRange(person.References.Where(text => rows.Contains(text, StringComparison.OrdinalIgnoreCase)).Select(text => $"{service}: a reference in {TableOf(rows, text)}"));
        }

        var queued = await system.QueuedAsync();
        left.AddRange(person.Texts.Where(text => queued.Contains(text, StringComparison.OrdinalIgnoreCase)).Select(text => $"queues: {text}"));
        return left;
    }

    private static string TableOf(string dump, string text) =>
        dump.Split('\n').First(line => line.Contains(text, StringComparison.OrdinalIgnoreCase)).Split(':')[0];

    private async Task CopyHoldsAllAsync(Planted person)
    {
        var dpo = await AsAsync("dpo");
        var at = $"{Root}/{person.Case}/person-packages/{(await SendAsync(dpo, $"{Root}/{person.Case}/person-packages", new { })).Id}";
        await Eventually.HoldsAsync(
            async () => (await dpo.CallAsync(at)).Expect(HttpStatusCode.OK).Json["state"]!.GetValue<string>() == "READY", Minute, "the copy");
        using var zip = new ZipArchive(await dpo.GetStreamAsync(at + "/content"));
        var files = zip.Entries.ToDictionary(entry => entry.FullName, Read);

        Assert.Equal(["cases.json", "funding.json", "interpreters.json", "naturalisation.json", "uebersicht.json"], files.Keys.Order(StringComparer.Ordinal));
        foreach (var where in new[] { "vor", "nach", "anlass", "bedarf", "ziel", "massnahme", "zustaendig", "wirkung", "behoerde", "nachweis", "stufe", "begruendung", "empfaenger", "zweck", "ort" })
            Assert.Contains(person.Word(where), files["cases.json"], StringComparison.Ordinal);
        Assert.Contains(person.Word("ort"), files["interpreters.json"], StringComparison.Ordinal);
        Assert.Contains("1979-08-07", files["naturalisation.json"], StringComparison.Ordinal);
        Assert.Contains("45-64", files["funding.json"], StringComparison.Ordinal);
        Assert.Contains(person.Word("empfaenger"), files["uebersicht.json"], StringComparison.Ordinal);
        foreach (var (name, text) in files.Where(file => file.Key != "uebersicht.json")) Assert.True(JsonNode.Parse(text)!["purpose"] is not null, name);
        Assert.Contains(JsonNode.Parse(files["cases.json"])!["accesses"]!.AsArray(), access => access!["action"]!.GetValue<string>() == "CHANGE");
    }

    private async Task CloseAsync(Guid id)
    {
        var cm = await AsAsync("cm");
        var etag = (await cm.CallAsync($"{Root}/{id}")).Expect(HttpStatusCode.OK).ETag;
        (await cm.PostAsync($"{Root}/{id}/phase", new { to = "ABGESCHLOSSEN", closureReason = "FEHLERFASSUNG" }, Guid.NewGuid().ToString(), etag)).Expect(HttpStatusCode.OK);
    }

    private static async Task<Answer> SendAsync(HttpClient http, string url, object body) =>
        (await http.PostAsync(url, body, Guid.NewGuid().ToString())).Expect(HttpStatusCode.Created);

    private static async Task PutAsync(HttpClient http, string at, string what, object body)
    {
        var etag = (await http.CallAsync(at)).Expect(HttpStatusCode.OK).ETag;
        (await http.PutAsync(at + what, body, etag)).Expect(HttpStatusCode.NoContent);
    }

    private async Task<HttpClient> AsAsync(string account)
    {
        if (_people.TryGetValue(account, out var known)) return known;
        var http = new HttpClient { BaseAddress = new Uri(system.Origin) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await system.TokenAsync(account));
        return _people[account] = http;
    }

    private static string Read(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    // Letters that a name may have, and no other text in the house.
    private static string Tag() => "Zq" + string.Concat(Guid.NewGuid().ToString("N")[..10].Select(sign => (char)('a' + (sign % 26))));
}
