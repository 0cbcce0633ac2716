using System.Net;
using Kim.Contracts.Vocabulary;
using Kim.ServiceKit.Accounts;
using Kim.ServiceKit.Tests.Desk;

namespace Kim.ServiceKit.Tests;

/// <summary>Clients that act for nobody: a scope opens the policy that names it and nothing else, and is no person's to have.</summary>
public sealed class ClientTests(DeskHost host) : IClassFixture<DeskHost>
{
    [Fact]
    public async Task A_client_opens_the_policy_of_its_scope_and_is_on_record()
    {
        (await host.ClientFor(TestAccounts.CaseManager).PostAsync("notes", new { text = "of the ki" })).Expect(HttpStatusCode.Created);
        var name = "reader-" + Guid.NewGuid().ToString("N")[..8];
        var json = (await host.ClientForScope(name, DeskService.PullScope).CallAsync("pulls")).Expect(HttpStatusCode.OK).Json;
        Assert.Equal((ClientActor.IdOf(name), name), (json["accountId"]!.GetValue<Guid>(), json["organisation"]!.GetValue<string>()));
        Assert.Equal([ClientActor.Scope(DeskService.PullScope)], json["roles"]!.AsArray().Select(role => role!.GetValue<string>()));
        // The row fence knows the client by its own name: what belongs to an organisation stays there.
        Assert.Equal(0, json["notes"]!.GetValue<int>());
        var row = Assert.Single(await host.QueryAsync("select action, operation, roles from audit where account_id = $1", ClientActor.IdOf(name)));
        Assert.Equal(("SEARCH", "PullNotes"), ((string)row["action"]!, (string)row["operation"]!));
        Assert.Equal([ClientActor.Scope(DeskService.PullScope)], (string[])row["roles"]!);
    }

    [Theory]
    [InlineData("notes")]
    [InlineData("books")]
    public async Task A_client_opens_no_policy_of_a_role(string path)
    {
        var name = "reader-" + Guid.NewGuid().ToString("N")[..8];
        (await host.ClientForScope(name, DeskService.PullScope).CallAsync(path)).ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
        Assert.Equal("REFUSED", Assert.Single(await host.QueryAsync("select action from audit where account_id = $1", ClientActor.IdOf(name)))["action"]);
    }

    [Theory]
    [InlineData("cases:other")]
    [InlineData("cases:notes-of-others")]
    [InlineData("cases:other CASE_MANAGER OFFICE")]
    public async Task Another_scope_opens_nothing(string scope)
    {
        var client = host.ClientForScope("reader", scope);
        foreach (var path in new[] { "pulls", "notes", "books" }) (await client.CallAsync(path)).Expect(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_scope_for_another_service_is_401() =>
        (await host.ClientForScope("reader", "funding:reports").CallAsync("pulls")).Expect(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task No_person_opens_the_policy_of_a_scope_whatever_the_token_claims()
    {
        foreach (var account in TestAccounts.All) (await host.ClientFor(account).CallAsync("pulls")).Expect(HttpStatusCode.Forbidden);
        var boastful = host.Issuer.Token(TestAccounts.CaseManager.Id, [Roles.CaseManager, ClientActor.Scope(DeskService.PullScope)], ["cases"]);
        (await host.ClientWith(boastful).CallAsync("pulls")).Expect(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_client_that_calls_itself_by_an_accounts_id_is_not_taken_for_a_client()
    {
        var id = TestAccounts.CaseManager.Id.ToString();
        (await host.ClientForScope(id, DeskService.PullScope).CallAsync("pulls")).Expect(HttpStatusCode.Forbidden);
    }

    [Fact]
    public void A_client_keeps_its_id_and_shares_it_with_nobody()
    {
        Assert.Equal(ClientActor.IdOf("naturalisation"), ClientActor.IdOf("naturalisation"));
        Assert.NotEqual(ClientActor.IdOf("naturalisation"), ClientActor.IdOf("funder-kfi"));
        Assert.DoesNotContain(ClientActor.IdOf("naturalisation"), TestAccounts.All.Select(account => account.Id));
    }
}
