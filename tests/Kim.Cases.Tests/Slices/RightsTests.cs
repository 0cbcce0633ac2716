using Kim.Contracts.Vocabulary;

namespace Kim.Cases.Tests.Slices;

/// <summary>domain.md 3.5: own cases for the case manager, all for the Fachaufsicht, none for anybody else, in HTTP and in the database.</summary>
public sealed class RightsTests(CasesHost host) : IClassFixture<CasesHost>
{
    [Fact]
    public async Task Another_case_manager_finds_nothing_anywhere()
    {
        var id = await host.Desk.OpenAsync(CaseDesk.Person(family: "Verborgen"));
        var need = await host.Desk.NeedAsync(id);
        var other = host.DeskOf(TestAccounts.OtherCaseManager);
        var etag = await host.Desk.VersionAsync(id);

        (await other.Http.CallAsync(CaseDesk.Url(id))).ExpectProblem(HttpStatusCode.NotFound, "not-found");
        (await other.Http.PutAsync(CaseDesk.Url(id, "/person"), CaseDesk.Person(), etag)).ExpectProblem(HttpStatusCode.NotFound, "not-found");
        (await other.Http.PostAsync(CaseDesk.Url(id, "/phase"), new { to = "KLAERUNG" }, ifMatch: etag)).ExpectProblem(HttpStatusCode.NotFound, "not-found");
        (await other.Http.PostAsync(CaseDesk.Url(id, $"/structural-needs/{need}/withdrawal"), new { })).ExpectProblem(HttpStatusCode.NotFound, "not-found");
        (await other.Http.PostAsync(CaseDesk.Url(id, "/interpreter-requests"), other.Talk())).ExpectProblem(HttpStatusCode.NotFound, "not-found");
        Assert.DoesNotContain((await other.Http.CallAsync($"{CaseDesk.Root}/cases?limit=200")).Expect(HttpStatusCode.OK).Json["items"]!.AsArray(), item => item!["id"]!.GetValue<Guid>() == id);
        Assert.Empty((await other.SearchAsync("verborgen")).Json["items"]!.AsArray());
        Assert.Equal("ANFRAGE", (await host.Desk.ReadAsync(id)).Json["phase"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_Fachaufsicht_reads_all_reassigns_and_edits_nothing()
    {
        var id = await host.Desk.OpenAsync();
        var coordinator = host.DeskOf(TestAccounts.Coordinator);
        var read = (await coordinator.Http.CallAsync(CaseDesk.Url(id))).Expect(HttpStatusCode.OK);
        Assert.Contains((await coordinator.Http.CallAsync($"{CaseDesk.Root}/cases?limit=200")).Json["items"]!.AsArray(), item => item!["id"]!.GetValue<Guid>() == id);
        (await coordinator.Http.PutAsync(CaseDesk.Url(id, "/person"), CaseDesk.Person(), read.ETag)).Expect(HttpStatusCode.Forbidden);
        (await coordinator.Http.PostAsync(CaseDesk.Url(id, "/phase"), new { to = "KLAERUNG" }, ifMatch: read.ETag)).Expect(HttpStatusCode.Forbidden);
        (await coordinator.Http.PostAsync($"{CaseDesk.Root}/cases", CaseDesk.Opening())).Expect(HttpStatusCode.Forbidden);

        var to = new { accountId = TestAccounts.OtherCaseManager.Id };
        (await host.Desk.Http.PostAsync(CaseDesk.Url(id, "/responsible"), to, ifMatch: read.ETag)).Expect(HttpStatusCode.Forbidden);
        (await coordinator.Http.PostAsync(CaseDesk.Url(id, "/responsible"), new { accountId = TestAccounts.Office.Id }, ifMatch: read.ETag)).ExpectProblem(HttpStatusCode.BadRequest, "no-case-manager");
        (await coordinator.Http.PostAsync(CaseDesk.Url(id, "/responsible"), to)).Expect((HttpStatusCode)428);
        (await coordinator.Http.PostAsync(CaseDesk.Url(id, "/responsible"), to, ifMatch: read.ETag)).Expect(HttpStatusCode.NoContent);
        (await host.Desk.Http.CallAsync(CaseDesk.Url(id))).Expect(HttpStatusCode.NotFound);
        await host.DeskOf(TestAccounts.OtherCaseManager).ReadAsync(id);
    }

    [Theory]
    [InlineData("ki")]
    [InlineData("stadt-duelmen")]
    [InlineData("kreis")]
    public async Task The_Fachaufsicht_opens_a_case_whatever_the_employer_of_its_case_manager(string employer)
    {
        var fachaufsicht = TestAccounts.Coordinator with { Id = Guid.NewGuid(), Organisation = employer, Ags = [] };
        await host.AddAccountAsync(fachaufsicht);
        foreach (var caseManager in new[] { TestAccounts.CaseManager, TestAccounts.OtherCaseManager })
            await host.DeskOf(fachaufsicht).ReadAsync(await host.DeskOf(caseManager).OpenAsync());
    }

    public static TheoryData<string> NotFachaufsicht => [.. Roles.All.Where(role => role != Roles.Coordinator)];

    [Theory, MemberData(nameof(NotFachaufsicht))]
    public async Task The_Dienstaufsicht_of_the_employer_opens_no_case(string role)
    {
        var id = await host.DeskOf(TestAccounts.OtherCaseManager).OpenAsync();
        var superior = new TestAccount("superior", 0, role, TestAccounts.OtherCaseManager.Organisation) { Id = Guid.NewGuid(), Team = TestAccounts.OtherCaseManager.Team, Ags = TestAccounts.OtherCaseManager.Ags };
        await host.AddAccountAsync(superior);
        var answer = await host.DeskOf(superior).Http.CallAsync(CaseDesk.Url(id));
        Assert.Contains(answer.Status, new[] { HttpStatusCode.Forbidden, HttpStatusCode.NotFound });
        // The row is open to the data protection officer for a person's own rights, which are operations of their own.
        if (role != Roles.DataProtectionOfficer) Assert.Equal(0, await CountAsync("cases", "id", id, superior.Id, role));
    }

    [Fact]
    public void No_right_to_cases_reaches_as_far_as_an_employer() =>
        Assert.DoesNotContain(CasesPolicies.Table.SelectMany(row => row.Value), grant => grant.Reach is Kim.ServiceKit.Accounts.Reach.Organisation or Kim.ServiceKit.Accounts.Reach.Team);

    public static TheoryData<string> Strangers => [.. TestAccounts.All
        .Where(account => account.Role is not (Roles.CaseManager or Roles.Coordinator)).Select(account => account.Name)];

    [Theory, MemberData(nameof(Strangers))]
    public async Task Nobody_else_sees_a_case(string name)
    {
        var id = await host.Desk.OpenAsync();
        var stranger = host.DeskOf(TestAccounts.All.Single(account => account.Name == name));
        (await stranger.Http.CallAsync(CaseDesk.Url(id))).Expect(HttpStatusCode.Forbidden);
        (await stranger.Http.CallAsync($"{CaseDesk.Root}/cases")).Expect(HttpStatusCode.Forbidden);
        (await stranger.Http.PostAsync(CaseDesk.Url(id, "/consents"), new { })).Expect(HttpStatusCode.Forbidden);
        (await stranger.Http.CallAsync($"{CaseDesk.Root}/codes")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Without_a_token_nothing_opens()
    {
        using var anonymous = host.Anonymous();
        foreach (var path in new[] { "/cases", "/codes", "/notices", "/offers", "/cases/" + Guid.NewGuid() })
            (await anonymous.CallAsync(CaseDesk.Root + path)).Expect(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_database_fences_a_case_and_all_that_hangs_on_it()
    {
        var id = await host.Desk.OpenAsync();
        await host.Desk.ConsentAsync(id);
        await host.Desk.NeedAsync(id);
        await host.Desk.InterpreterAsync(id);
        foreach (var (table, column) in new[] { ("cases", "id"), ("consents", "case_id"), ("structural_needs", "case_id"), ("interpreter_requests", "case_id") })
        {
            Assert.Equal(0, await CountAsync(table, column, id, null, ""));
            Assert.Equal(0, await CountAsync(table, column, id, TestAccounts.OtherCaseManager.Id, Roles.CaseManager));
            Assert.Equal(1, await CountAsync(table, column, id, TestAccounts.CaseManager.Id, Roles.CaseManager));
            Assert.Equal(1, await CountAsync(table, column, id, TestAccounts.Coordinator.Id, Roles.Coordinator));
        }
    }

    private async Task<long> CountAsync(string table, string column, Guid id, Guid? account, string role)
    {
        var scope = account is null ? "" : "user";
        var rows = await host.Database.QueryAsAsync(host.Database.App, $"""
            with scope as materialized (select set_config('kim.scope', '{scope}', false), set_config('kim.account', '{account}', false), set_config('kim.roles', ',{role},', false), set_config('kim.reach', 'ALL', false))
            select (select count(*) from {table} where {column} = '{id}') as found from scope
            """);
        return (long)rows[0]["found"]!;
    }
}
