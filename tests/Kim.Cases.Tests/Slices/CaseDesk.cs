using System.Text.Json.Nodes;
using Kim.Cases.Domain;

namespace Kim.Cases.Tests.Slices;

/// <summary>What a person does at her desk, in the words of the work; every step expects success unless its name says otherwise.</summary>
internal sealed class CaseDesk(CasesHost host, TestAccount account)
{
    public const string Root = "/api/v1/cases";

    public HttpClient Http { get; } = host.ClientFor(account);

    public static object Person(string given = "Amira", string family = "Öztürk") =>
        new { givenNames = given, familyName = family, birthDate = "1990-05-01", sex = "FEMALE", languages = new[] { "ara", "deu" } };

    public static object Opening(object? person = null, int household = 3) =>
        new { person = person ?? Person(), ags = TestAccounts.AgsCoesfeld, occasion = "Wohnung und Sprachkurs", accessPath = "JOBCENTER", householdSize = household };

    public static string Url(Guid id, string rest = "") => $"{Root}/cases/{id}{rest}";

    public async Task<Guid> OpenAsync(object? person = null, int household = 3) =>
        (await Http.PostAsync($"{Root}/cases", Opening(person, household))).Expect(HttpStatusCode.Created).Id;

    public async Task<Answer> SearchAsync(string q, string? phase = null, int? limit = null, string? after = null) =>
        (await Http.PostAsync($"{Root}/cases/searches", new { q, phase, limit, after })).Expect(HttpStatusCode.OK);

    public async Task<Answer> ReadAsync(Guid id) => (await Http.CallAsync(Url(id))).Expect(HttpStatusCode.OK);

    public async Task<string> VersionAsync(Guid id) => (await ReadAsync(id)).ETag!;

    public async Task<Guid> AddAsync(Guid id, string what, object body) => (await Http.PostAsync(Url(id, what), body)).Expect(HttpStatusCode.Created).Id;

    public async Task DoAsync(Guid id, string what, object? body = null) =>
        (await Http.PostAsync(Url(id, what), body ?? new { })).Expect(HttpStatusCode.NoContent);

    public async Task PutAsync(Guid id, string what, object body) =>
        (await Http.PutAsync(Url(id, what), body, await VersionAsync(id))).Expect(HttpStatusCode.NoContent);

    public async Task<Answer> StepAsync(Guid id, string to, string? reason = null) =>
        await Http.PostAsync(Url(id, "/phase"), new { to, closureReason = reason }, ifMatch: await VersionAsync(id));

    public Task<Guid> ConsentAsync(Guid id, string? until = null) => AddAsync(id, "/consents", new
    {
        recipient = "Jobcenter Kreis Coesfeld", recipientType = "JOBCENTER", purpose = "Hilfeplan", dataCategories = new[] { "STAMMDATEN", "ARBEIT" },
        direction = "BOTH", validFrom = "2026-01-01", validUntil = until ?? "2099-01-01", form = "WRITTEN", languageOfExplanation = "ara",
    });

    /// <summary>A consent that names the EBH.</summary>
    public Task<Guid> EbhConsentAsync(Guid id, string[]? categories = null) => AddAsync(id, "/consents", new
    {
        recipient = "Einbürgerungsbehörde Kreis Coesfeld", recipientType = "EBH", purpose = "Einbürgerung", dataCategories = categories ?? ["STAMMDATEN", "AUFENTHALT"],
        direction = "GIVE", validFrom = "2026-01-01", validUntil = "2099-01-01", form = "WRITTEN", languageOfExplanation = "ara",
    });

    public Task<Guid> ReferAsync(Guid id) => AddAsync(id, "/naturalisation-referrals", new { });

    public Task IndicateAsync(Guid id) => PutAsync(id, "/indication", new { criteria = new[] { "HAERTEFALL", "VIELE_STELLEN" } });

    public Task AssessAsync(Guid id) =>
        PutAsync(id, "/assessment", new { ratings = LifeDomains.Mandatory.Select(domain => new { domain, level = 2 }).ToArray() });

    public Task<Guid> NeedAsync(Guid id, string topic = "WOHNEN") => AddAsync(id, "/structural-needs", new
    {
        topic, rechtskreis = "SGB2", agencyType = "JOBCENTER", ags = new[] { TestAccounts.AgsCoesfeld }, effect = "Wartezeit über sechs Monate",
    });

    public object Talk(string language = "ara") => new
    {
        language, mode = "ON_SITE", startsAt = TimeProvider.System.GetUtcNow().AddDays(14).ToString("O"), durationMinutes = 60, ags = TestAccounts.AgsCoesfeld,
        meetingPlace = "Rathaus, Zimmer 12", topicClass = "COUNSELLING", dialect = "apc", requiredLevel = 2,
    };

    public Task<Guid> InterpreterAsync(Guid id) => AddAsync(id, "/interpreter-requests", Talk());

    public async Task<JsonArray> NoticesAsync(bool unread = false) =>
        (await Http.CallAsync($"{Root}/notices?limit=200{(unread ? "&unread=true" : "")}")).Expect(HttpStatusCode.OK).Json["items"]!.AsArray();
}
