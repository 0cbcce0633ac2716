namespace Kim.Cases.Tests.Slices;

/// <summary>Every look, search, change and refusal is on record, and the record holds no personal data (domain.md 7.4).</summary>
public sealed class AuditTests(CasesHost host) : IClassFixture<CasesHost>
{
    [Fact]
    public async Task Reads_changes_and_searches_are_on_record_with_the_trace()
    {
        var id = await host.Desk.OpenAsync();
        var read = await host.Desk.ReadAsync(id);
        await host.Desk.ConsentAsync(id);
        await host.Desk.SearchAsync("Geheimwort");

        var rows = await host.QueryAsync("select action, operation, account_id, trace_id from audit where subject = 'case' and subject_id = $1 order by id", id);
        Assert.Equal(
            [("CHANGE", "OpenCase"), ("READ", "GetCase"), ("CHANGE", "GiveConsent")],
            rows.Select(row => ((string)row["action"]!, (string)row["operation"]!)));
        Assert.All(rows, row => Assert.Equal(TestAccounts.CaseManager.Id, row["account_id"]));
        Assert.Equal(read.Response.Headers.GetValues("trace-id").Single(), rows[1]["trace_id"]);
        Assert.NotEmpty(await host.QueryAsync("select 1 from audit where action = 'SEARCH' and operation = 'SearchCases'"));
        Assert.Empty(await host.QueryAsync("select 1 from audit a where a::text ilike '%geheimwort%'"));
    }

    [Fact]
    public async Task Of_a_page_what_it_shows_is_on_record_and_nothing_else()
    {
        foreach (var _ in Enumerable.Range(0, 3)) await host.Desk.OpenAsync();
        var page = (await host.Desk.Http.CallAsync($"{CaseDesk.Root}/cases?limit=2")).Expect(HttpStatusCode.OK);
        Assert.NotNull(page.Json["next"]);
        var rows = await host.QueryAsync(
            "select action, subject_id from audit where trace_id = $1 order by id", page.Response.Headers.GetValues("trace-id").Single());
        Assert.Equal(
            [("SEARCH", null), .. page.Json["items"]!.AsArray().Select(item => ("READ", (Guid?)item!["id"]!.GetValue<Guid>()))],
            rows.Select(row => ((string)row["action"]!, (Guid?)row["subject_id"])));
    }

    [Fact]
    public async Task A_look_at_a_foreign_case_is_a_refusal_and_no_read()
    {
        var id = await host.Desk.OpenAsync();
        (await host.DeskOf(TestAccounts.OtherCaseManager).Http.CallAsync(CaseDesk.Url(id))).Expect(HttpStatusCode.NotFound);
        Assert.Equal(["CHANGE", "REFUSED"], (await host.QueryAsync("select action from audit where subject_id = $1 order by id", id)).Select(row => row["action"]));
    }

    [Fact]
    public async Task A_refusal_is_on_record()
    {
        (await host.DeskOf(TestAccounts.Funder).Http.CallAsync($"{CaseDesk.Root}/cases")).Expect(HttpStatusCode.Forbidden);
        Assert.NotEmpty(await host.QueryAsync(
            "select 1 from audit where action = 'REFUSED' and operation = 'ListCases' and account_id = $1", TestAccounts.Funder.Id));
    }

    [Fact]
    public async Task The_service_cannot_change_or_delete_a_record()
    {
        await host.Desk.OpenAsync();
        foreach (var sql in new[] { "delete from audit", "update audit set action = 'READ'", "truncate audit" })
            await Assert.ThrowsAsync<Npgsql.PostgresException>(() => host.Database.QueryAsAsync(host.Database.App, sql));
    }

    [Fact]
    public async Task A_refused_change_leaves_no_change_on_record()
    {
        var id = await host.Desk.OpenAsync();
        (await host.Desk.StepAsync(id, "MONITORING")).Expect(HttpStatusCode.Conflict);
        Assert.Empty(await host.QueryAsync("select 1 from audit where subject_id = $1 and operation = 'ChangePhase'", id));
    }
}
