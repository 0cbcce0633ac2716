using System.Net;
using Kim.Contracts.Identity;
using Kim.Contracts.Vocabulary;
using Kim.Identity.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Identity.Tests;

[Collection(IdentityTests.Name)]
public sealed class AccountTests(IdentityHost host)
{
    private const string Accounts = "/api/v1/identity/accounts";

    [Fact]
    public async Task A_new_account_reaches_the_services_as_an_event()
    {
        var api = await OpsAsync();
        var id = await CreateAsync(api, "event");
        var heard = await host.WaitForEventAsync<AccountChanged>(changed => changed.AccountId == id);
        Assert.Equal((1L, true, "ki"), (heard.Version, heard.Active, heard.Organisation));
        Assert.Equal([Roles.CaseManager], heard.Roles);
        Assert.Equal(["05558012"], heard.Ags);
        Assert.Equal(1L, await host.Database.ScalarAsync<long>("select count(*) from outbox where aggregate_id = $1 and type = 'kim.identity.account-changed'", id));
    }

    [Fact]
    public async Task A_refused_account_leaves_neither_row_nor_event()
    {
        var api = await OpsAsync();
        await CreateAsync(api, "twice");
        var before = await host.Database.ScalarAsync<long>("select count(*) from outbox");
        (await api.PostAsync(Accounts, Body("TWICE"))).ExpectProblem(HttpStatusCode.Conflict, "user-name-taken");
        Assert.Equal(before, await host.Database.ScalarAsync<long>("select count(*) from outbox"));
    }

    [Fact]
    public async Task A_change_needs_the_newest_version()
    {
        var api = await OpsAsync();
        var id = await CreateAsync(api, "change");
        var url = $"{Accounts}/{id}";
        var etag = (await api.CallAsync(url)).ETag;
        (await api.PutAsync(url, Rights(Roles.Coordinator), null)).ExpectProblem(HttpStatusCode.PreconditionRequired, "precondition-required");
        (await api.PutAsync(url, Rights(Roles.Coordinator), etag)).Expect(HttpStatusCode.OK);
        (await api.PutAsync(url, Rights(Roles.Office), etag)).ExpectProblem(HttpStatusCode.PreconditionFailed, "precondition-failed");
        var heard = await host.WaitForEventAsync<AccountChanged>(changed => changed.AccountId == id && changed.Version == 2);
        Assert.Equal([Roles.Coordinator], heard.Roles);
    }

    [Fact]
    public async Task A_disabled_account_gets_no_token_anywhere()
    {
        var person = await host.PersonAsync(Roles.CaseManager);
        var flow = new Flow(host);
        var tokens = (await flow.RedeemAsync(await flow.CodeAsync(person))).Json;
        var id = Guid.Parse(TokenText.Claims(tokens.Text("access_token")).Text("sub"));

        var api = await OpsAsync();
        var etag = (await api.CallAsync($"{Accounts}/{id}")).ETag;
        (await api.PostAsync($"{Accounts}/{id}/disable", new { }, ifMatch: etag)).Expect(HttpStatusCode.OK);

        Assert.Equal("invalid_grant", (await flow.RefreshAsync(tokens.Text("refresh_token"))).Json.Text("error"));
        await Assert.ThrowsAsync<Kim.Demo.DemoException>(() => person.SignInAsync());
        var disabled = await host.WaitForEventAsync<AccountDisabled>(gone => gone.AccountId == id);
        var changed = await host.WaitForEventAsync<AccountChanged>(seen => seen.AccountId == id && !seen.Active);
        Assert.Equal(changed.Version, disabled.Version);
    }

    [Fact]
    public async Task Nobody_changes_the_own_rights()
    {
        var person = await host.PersonAsync(Roles.Ops);
        var api = await person.ApiAsync();
        var id = (await api.CallAsync(Accounts + "/me")).Id;
        var etag = (await api.CallAsync($"{Accounts}/{id}")).ETag;
        (await api.PutAsync($"{Accounts}/{id}", Rights(Roles.CaseManager), etag)).ExpectProblem(HttpStatusCode.Forbidden, "own-account");
        (await api.PostAsync($"{Accounts}/{id}/disable", new { }, ifMatch: etag)).ExpectProblem(HttpStatusCode.Forbidden, "own-account");
        (await api.CallAsync(HttpMethod.Put, $"{Accounts}/{id}/invitation")).ExpectProblem(HttpStatusCode.Forbidden, "own-account");
    }

    [Theory]
    [InlineData(Roles.CaseManager, HttpStatusCode.Forbidden)]
    [InlineData(Roles.DataProtectionOfficer, HttpStatusCode.OK)]
    public async Task Who_may_see_the_accounts_sees_no_names(string role, HttpStatusCode expected)
    {
        var person = await host.PersonAsync(role);
        var api = await person.ApiAsync();
        var answer = (await api.CallAsync(Accounts + "?limit=200")).Expect(expected);
        Assert.DoesNotContain(person.Account.Name, answer.Text, StringComparison.OrdinalIgnoreCase);
        (await api.PostAsync(Accounts, Body("not-mine"))).Expect(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Lists_are_read_page_by_page()
    {
        var api = await OpsAsync();
        for (var index = 0; index < 3; index++) await CreateAsync(api, "paged");
        var seen = new List<string>();
        for (string? next = ""; next is not null;)
        {
            var page = (await api.CallAsync($"{Accounts}?limit=2" + (next == "" ? "" : "&after=" + next))).Expect(HttpStatusCode.OK).Json;
            seen.AddRange(page["items"]!.AsArray().Select(item => item!.Text("id")));
            next = page["next"]?.GetValue<string>();
        }

        Assert.Equal(await host.Database.ScalarAsync<long>("select count(*) from accounts"), seen.Count);
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    [Theory]
    [InlineData("""{"userName":"x1","displayName":"Name","roles":["KING"],"organisation":"ki"}""", "role-unknown")]
    [InlineData("""{"userName":"x2","displayName":"Name","roles":["OPS","CASE_MANAGER"],"organisation":"ki"}""", "ops-alone")]
    [InlineData("""{"userName":"x3","displayName":"Name","roles":["OFFICE"],"organisation":"ki","ags":["5558012"]}""", "ags-invalid")]
    [InlineData("""{"userName":"x y","displayName":"Name","roles":["OFFICE"],"organisation":"ki"}""", "validation-failed")]
    [InlineData("""{"userName":"x4","displayName":"Name","roles":["OFFICE"],"organisation":"ki","version":7}""", "json-invalid")]
    public async Task Bad_input_is_named(string body, string code)
    {
        var api = await OpsAsync();
        (await api.PostAsync(Accounts, body)).ExpectProblem(HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public async Task An_invitation_is_not_kept_for_replay_and_opens_the_account()
    {
        var api = await OpsAsync();
        var name = "invited" + Guid.NewGuid().ToString("N")[..8];
        var id = (await api.PostAsync(Accounts, Body(name))).Expect(HttpStatusCode.Created).Id;
        var answer = (await api.CallAsync(HttpMethod.Put, $"{Accounts}/{id}/invitation")).Expect(HttpStatusCode.OK);
        var link = new Uri(answer.Json.Text("setupUrl"));
        var stored = await host.Database.ScalarAsync<long>(
            "select count(*) from idempotency_keys where position($1::bytea in body) > 0", System.Text.Encoding.UTF8.GetBytes(link.Query.Split('=')[1]));
        Assert.Equal(0L, stored);

        var person = await Person.SetUpAsync(host, name, link);
        Assert.NotNull((await person.SignInAsync("cases")).AccessToken);
    }

    [Fact]
    public async Task Changes_are_audited()
    {
        var api = await OpsAsync();
        var id = await CreateAsync(api, "audited");
        Assert.Equal("CreateAccount", await host.Database.ScalarAsync<string>("select operation from audit where subject_id = $1 and action = 'CHANGE'", id));
    }

    [Fact]
    public async Task A_request_of_the_API_sees_no_key_and_no_session()
    {
        foreach (var table in (string[])["keys", "sessions", "openid_tokens", "openid_clients", "data_protection_keys", "sign_in_records"])
        {
            var seen = await host.Database.QueryAsAsync(host.Database.App, $"select set_config('kim.scope', 'user', false), (select count(*) from {table}) as rows");
            Assert.Equal(0L, seen[0]["rows"]);
        }

        Assert.True(await host.Database.ScalarAsync<long>("select count(*) from keys") > 0);
    }

    [Fact]
    public void The_model_has_no_pending_changes()
    {
        using var scope = host.Services.CreateScope();
        Assert.False(scope.ServiceProvider.GetRequiredService<IdentityDb>().Database.HasPendingModelChanges());
    }

    private async Task<HttpClient> OpsAsync() => await (await host.PersonAsync(Roles.Ops)).ApiAsync();

    private static async Task<Guid> CreateAsync(HttpClient api, string name) =>
        (await api.PostAsync(Accounts, Body(name == "twice" ? name : name + Guid.NewGuid().ToString("N")[..8]))).Expect(HttpStatusCode.Created).Id;

    private static object Body(string name) => new
    {
        userName = name, displayName = "Eine Person", roles = new[] { Roles.CaseManager }, organisation = "ki", team = "cm-ki", ags = new[] { "05558012" },
    };

    private static object Rights(string role) => new { roles = new[] { role }, organisation = "ki" };
}
