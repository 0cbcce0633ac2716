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
