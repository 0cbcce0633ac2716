using Kim.ServiceKit.Fields;

namespace Kim.Cases.Tests.Slices;

/// <summary>Every operation as every demo account, against the table of rights (domain.md 3.5, 7.2).</summary>
public sealed class RightsTableTests(CasesHost host) : IClassFixture<CasesHost>
{
    [Fact]
    public Task A_token_with_a_flaw_opens_nothing() => TokenTricks.RefusedAsync(host, host.Issuer.Forge, TestAccounts.CaseManager.Id, "/cases");

    [Fact]
    public void The_table_is_the_published_one() => RightsPage.Match(host, host.Services);

    [Fact]
    public async Task The_services_own_role_sees_no_row_without_a_scope_and_nothing_personal_without_a_role()
    {
        await host.Desk.OpenAsync();
        await RowFence.HoldsAsync(host, host.Services);
    }

    [Fact]
    public async Task Every_operation_answers_each_role_as_the_table_says() =>
        await RightsWorld.CheckAsync(host, host.Services, new RightsWorld
        {
            Callers = RightsWorld.Demo(host, "cases:consented-facts"),
            Records = [.. await RecordsAsync(TestAccounts.CaseManager), .. await RecordsAsync(TestAccounts.OtherCaseManager)],
            Planted = [.. PlantedBy(TestAccounts.CaseManager), .. PlantedBy(TestAccounts.OtherCaseManager)],
            Members = new Dictionary<string, object>
            {
                ["accessPath"] = "JOBCENTER", ["sex"] = "FEMALE", ["languages"] = new[] { "ara" }, ["birthDate"] = "1990-05-01", ["domain"] = "WOHNEN",
                ["topic"] = "SPRACHE", ["rechtskreis"] = "SGB2", ["agencyType"] = "JOBCENTER", ["country"] = "IRQ", ["status"] = "DULDUNG", ["to"] = "KLAERUNG",
                ["recipientType"] = "JOBCENTER", ["dataCategories"] = new[] { "STAMMDATEN" }, ["direction"] = "BOTH", ["form"] = "WRITTEN",
                ["languageOfExplanation"] = "ara", ["language"] = "ara", ["mode"] = "ON_SITE", ["durationMinutes"] = 60, ["topicClass"] = "COUNSELLING",
                ["criteria"] = new[] { "HAERTEFALL" }, ["ags"] = TestAccounts.AgsCoesfeld, ["validUntil"] = "2099-01-01",
            },
            Bodies = new Dictionary<string, object>
            {
                ["ErasePerson"] = new { reason = "NOT_NEEDED" },
                ["ReportStructuralNeed"] = new { topic = "SPRACHE", rechtskreis = "SGB2", agencyType = "JOBCENTER", ags = new[] { TestAccounts.AgsCoesfeld }, effect = "Text" },
            },
        });

    private static IEnumerable<Planted> PlantedBy(TestAccount owner) =>
    [
        new(Word(owner, "Vorname"), FieldClass.Personal, owner.Name), new(Word(owner, "Nachname"), FieldClass.Personal, owner.Name),
        new(Word(owner, "Bedarf"), FieldClass.Special, owner.Name), new(Word(owner, "Ausweis"), FieldClass.Special, owner.Name),
    ];

    private static string Word(TestAccount owner, string what) => "Zz" + what + (owner.Name == "cm" ? "Eins" : "Zwei");

    private async Task<IReadOnlyList<RightsRecord>> RecordsAsync(TestAccount owner)
    {
        var desk = host.DeskOf(owner);
        var id = await desk.OpenAsync(CaseDesk.Person(Word(owner, "Vorname"), Word(owner, "Nachname")));
        await desk.AddAsync(id, "/needs", new { domain = "WOHNEN", topic = "WOHNEN", rechtskreis = "SGB2", description = Word(owner, "Bedarf") });
        await desk.AddAsync(id, "/nationalities", new { country = "SYR", validFrom = "1990-05-01", proof = Word(owner, "Ausweis") });
        var parts = new Dictionary<string, string> { ["id"] = id.ToString() };
        async Task PartAsync(string name, Task<Guid> adding) => parts[name] = (await adding).ToString();
        await PartAsync("consentId", desk.ConsentAsync(id));
        await PartAsync("periodId", desk.AddAsync(id, "/residence-periods", new { status = "AE_25_3", validFrom = "2024-01-01" }));
        await PartAsync("goalId", desk.AddAsync(id, "/goals", new { title = "Wohnung", dueOn = "2099-01-01" }));
        await PartAsync("measureId", desk.AddAsync(id, $"/goals/{parts["goalId"]}/measures", new { title = "Suche", responsible = "Jobcenter", dueOn = "2099-01-01" }));
        await PartAsync("requestId", desk.InterpreterAsync(id));
        await PartAsync("needId", desk.NeedAsync(id));
        using var dataProtection = host.ClientFor(TestAccounts.DataProtectionOfficer);
        parts["packageId"] = (await dataProtection.PostAsync(CaseDesk.Url(id, "/person-packages"), new { })).Expect(HttpStatusCode.Created).Id.ToString();
        await desk.EbhConsentAsync(id);
        var referral = await desk.ReferAsync(id);
        return
        [
            new("/cases/{id}", owner.Name, parts),
            new("/consented-facts/{id}", "cases:consented-facts", new Dictionary<string, string> { ["id"] = referral.ToString() }),
            new("/notices/{id}", owner.Name, new Dictionary<string, string> { ["id"] = (await NoticeAsync(id)).ToString() }),
        ];
    }

    private async Task<Guid> NoticeAsync(Guid caseId)
    {
        var id = Guid.CreateVersion7();
        await host.QueryAsync("insert into notices (id, case_id, subject_id, kind, at) values ($1, $2, $3, 'RESOLUTION', now())", id, caseId, Guid.NewGuid());
        return id;
    }
}
