using System.Net;
using Kim.Contracts.Identity;
using Kim.ServiceKit.Tests.Desk;
using Npgsql;

namespace Kim.ServiceKit.Tests;

/// <summary>Who may do what, and what is written down about it.</summary>
public sealed class RightsTests(DeskHost host) : IClassFixture<DeskHost>
{
    [Theory]
    [InlineData(TokenFlaw.Expired)]
    [InlineData(TokenFlaw.ForeignIssuer)]
    [InlineData(TokenFlaw.ForeignKey)]
    [InlineData(TokenFlaw.Unsigned)]
    [InlineData(TokenFlaw.SymmetricAlgorithm)]
    public async Task A_token_with_a_flaw_is_401(TokenFlaw flaw)
    {
        var token = host.Issuer.Token(TestAccounts.CaseManager.Id, TestAccounts.CaseManager.Roles, ["cases"], flaw: flaw);
        (await host.ClientWith(token).CallAsync("notes")).ExpectProblem(HttpStatusCode.Unauthorized, "unauthenticated");
    }

    [Fact]
    public async Task A_token_for_another_audience_is_401() =>
        (await host.ClientWith(host.Issuer.TokenFor(TestAccounts.CaseManager, "network")).CallAsync("notes")).Expect(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task Without_a_token_it_is_401() => (await host.Anonymous().CallAsync("notes")).Expect(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task A_token_without_a_subject_is_refused()
    {
        var token = host.Issuer.Token(TestAccounts.CaseManager.Id, TestAccounts.CaseManager.Roles, ["cases"], flaw: TokenFlaw.NoSubject);
        Assert.Contains((await host.ClientWith(token).CallAsync("notes")).Status, new[] { HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden });
    }

    [Fact]
    public async Task The_roles_of_a_token_give_no_right_without_an_account_here()
    {
        var stranger = TestAccounts.CaseManager with { Id = Guid.NewGuid() };
        (await host.ClientFor(stranger).CallAsync("notes")).ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task A_role_that_only_the_token_claims_gives_no_right()
    {
        var token = host.Issuer.Token(TestAccounts.PoolDesk.Id, ["CASE_MANAGER"], ["cases"]);
        (await host.ClientWith(token).CallAsync("notes")).Expect(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_refusal_by_policy_is_403_and_on_record()
    {
        var account = TestAccounts.CaseManager with { Id = Guid.NewGuid() };
        await host.AddAccountAsync(account);
        (await host.ClientFor(account).CallAsync("books")).ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
        var row = Assert.Single(await host.QueryAsync("select action, operation, trace_id from audit where account_id = $1", account.Id));
        Assert.Equal("REFUSED", row["action"]);
        Assert.Equal("ReadBooks", row["operation"]);
        Assert.Equal(32, ((string)row["trace_id"]!).Length);
    }

    [Fact]
    public async Task An_account_that_identity_ends_loses_its_rights()
    {
        var account = TestAccounts.CaseManager with { Id = Guid.NewGuid() };
        await host.PublishAsync(account.AsEvent());
        var client = host.ClientFor(account);
        await Eventually.GetAsync(() => client.CallAsync("notes"), answer => answer.Status == HttpStatusCode.OK);
        await host.PublishAsync(new AccountDisabled { AccountId = account.Id, Version = 2 });
        await Eventually.GetAsync(() => client.CallAsync("notes"), answer => answer.Status == HttpStatusCode.Forbidden);
        // The older fact that comes late does not open the door again.
        await host.PublishAsync(account.AsEvent(version: 2) with { Active = true });
        await host.PublishAsync(TestAccounts.Ops.AsEvent(version: 99));
        await host.EventuallyAsync(async () => await host.Database.ScalarAsync<long>("select version from accounts where id = $1", account.Id) == 2);
        await Task.Delay(2500);
        (await client.CallAsync("notes")).Expect(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_read_is_on_record_when_its_answer_arrives()
    {
        var client = host.ClientFor(TestAccounts.CaseManager);
        var note = (await client.PostAsync("notes", new { text = "read me" })).Expect(HttpStatusCode.Created);
        var read = (await client.CallAsync($"notes/{note.Id}")).Expect(HttpStatusCode.OK);
        var rows = await host.QueryAsync("select action, operation, trace_id from audit where subject_id = $1 order by id", note.Id);
        Assert.Equal(["CHANGE", "READ"], rows.Select(row => (string)row["action"]!));
        Assert.Equal(read.Response.Headers.GetValues("trace-id").Single(), rows[1]["trace_id"]);
    }

    [Fact]
    public async Task A_read_that_may_find_nothing_is_on_record_as_a_refusal()
    {
        var missing = Guid.NewGuid();
        (await host.ClientFor(TestAccounts.CaseManager).CallAsync($"notes/{missing}")).Expect(HttpStatusCode.NotFound);
        Assert.Equal("REFUSED", Assert.Single(await host.QueryAsync("select action from audit where subject_id = $1", missing))["action"]);
    }

    [Fact]
    public async Task A_row_of_another_organisation_does_not_exist()
    {
        var note = (await host.ClientFor(TestAccounts.CaseManager).PostAsync("notes", new { text = "ours" })).Expect(HttpStatusCode.Created);
        var other = host.ClientFor(TestAccounts.OtherCaseManager);
        (await other.CallAsync($"notes/{note.Id}")).ExpectProblem(HttpStatusCode.NotFound, "not-found");
        (await other.PutAsync($"notes/{note.Id}", new { text = "theirs" }, "\"1\"")).Expect(HttpStatusCode.NotFound);
        Assert.DoesNotContain(note.Id.ToString(), (await other.CallAsync("notes?limit=200")).Expect(HttpStatusCode.OK).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_application_role_sees_nothing_without_a_scope()
    {
        (await host.ClientFor(TestAccounts.CaseManager).PostAsync("notes", new { text = "behind the fence" })).Expect(HttpStatusCode.Created);
        foreach (var table in new[] { "notes", "accounts", "audit", "idempotency_keys" })
        {
            Assert.True(await host.Database.ScalarAsync<long>($"select count(*) from {table}") > 0, table);
            Assert.Empty(await host.Database.QueryAsAsync(host.Database.App, $"select 1 from {table}"));
        }

        Assert.Empty(await host.Database.QueryAsAsync(host.Database.App + ";Options=-c kim.scope=user -c kim.organisation=stadt-duelmen",
            "select 1 from notes where organisation <> 'stadt-duelmen'"));
        Assert.NotEmpty(await host.Database.QueryAsAsync(host.Database.App + ";Options=-c kim.scope=user -c kim.organisation=ki", "select 1 from notes"));
    }

    [Fact]
    public async Task Every_table_is_fenced_even_for_its_owner() => Assert.Empty(await host.QueryAsync(
        "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> '__ef_migrations' and not (relrowsecurity and relforcerowsecurity)"));

    [Theory]
    [InlineData("update audit set action = 'READ'")]
    [InlineData("delete from audit")]
    [InlineData("truncate audit")]
    [InlineData("alter table notes disable row level security")]
    [InlineData("drop policy kim_scope on notes")]
    [InlineData("create table public.mine (id int)")]
    [InlineData("set role cases_owner")]
    public async Task The_application_role_cannot(string sql)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => host.Database.QueryAsAsync(host.Database.App, sql));
        Assert.Equal("42501", refused.SqlState);
    }
}
