using System.Net;
using System.Text.Json.Nodes;
using Kim.Contracts.Funding;
using Kim.Contracts.Identity;
using Kim.Contracts.Vocabulary;
using Kim.Identity.Domain;
using Kim.Identity.Positions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kim.Identity.Tests;

/// <summary>A position that is filled gives the account behind it module, Fachaufsicht and role, as long as it is held.</summary>
[Collection(IdentityTests.Name)]
public sealed class PositionTests(IdentityHost host)
{
    private const string Accounts = "/api/v1/identity/accounts";

    private DateOnly Today => LocalDay.Of(host.Clock!.GetUtcNow());

    [Fact]
    public async Task A_filled_position_reaches_the_account_its_token_and_the_services()
    {
        var person = await host.PersonAsync(Roles.Office);
        var api = await person.ApiAsync();
        var id = (await api.CallAsync(Accounts + "/me")).Id;
        var position = NewPosition();
        await host.PublishAsync(Filled(position, 1, id, "MODUL_I"));
        var changed = await host.WaitForEventAsync<AccountChanged>(found => found.AccountId == id && found.Module is not null);
        Assert.Equal((position, "MODUL_I", "ki", true), (changed.Position, changed.Module, changed.Fachaufsicht, changed.Active));
        Assert.Equal([Roles.Office, Roles.Coordinator], changed.Roles);

        // A service remembers an actor for two seconds.
        var me = (await Eventually.GetAsync(() => api.CallAsync(Accounts + "/me"), answer => answer.Json["position"] is not null)).Json;
        Assert.Equal((position, "MODUL_I", "ki"), (me.Text("position"), me.Text("module"), me.Text("fachaufsicht")));
        Assert.Equal([Roles.Office, Roles.Coordinator], Texts(me["roles"]));
        Assert.Equal([Roles.Office, Roles.Coordinator], TokenText.Many(TokenText.Claims((await person.SignInAsync("cases")).AccessToken), "role"));

        await host.PublishAsync(new PositionVacated { Position = position, Version = 2, AccountId = id, VacantFrom = Today });
        var back = await host.WaitForEventAsync<AccountChanged>(found => found.AccountId == id && found.Version > changed.Version);
        Assert.Equal((null, null, null), (back.Position, back.Module, back.Fachaufsicht));
        Assert.Equal([Roles.Office], back.Roles);
    }

    [Fact]
    public async Task Any_order_and_repetition_ends_in_the_same_account_and_says_nothing_twice()
    {
        var (first, second) = (await AccountAsync(), await AccountAsync());
        var (one, two) = (NewPosition(), NewPosition());
        object[] facts(Guid id, string position) =>
        [
            Filled(position, 1, id, "MODUL_II"), new PositionVacated { Position = position, Version = 2, AccountId = id, VacantFrom = Today.AddDays(-5) },
            Filled(position, 3, id, "MODUL_III"),
        ];
        foreach (var fact in facts(first, one)) await TellAsync(fact);
        foreach (var fact in facts(second, two).Reverse().Concat(facts(second, two))) await TellAsync(fact);
        foreach (var (id, position) in new[] { (first, one), (second, two) })
        {
            await host.EventuallyAsync(async () => (await RowAsync(id)).Facts == 3);
            var row = await RowAsync(id);
            Assert.Equal((position, "MODUL_III", "CASE_MANAGER,NATURALISATION_OFFICER"), (row.Position, row.Module, row.Roles));
        }

        var before = await VersionsAsync(first, second);
        await SettleAsync();
        foreach (var fact in facts(second, two)) await TellAsync(fact);
        var last = await AccountAsync();
        await host.PublishAsync(Filled(NewPosition(), 1, last, null));
        await host.EventuallyAsync(async () => (await RowAsync(last)).Position is not null);
        Assert.Equal(before, await VersionsAsync(first, second));
    }

    [Fact]
    public async Task What_a_position_gives_begins_and_ends_with_its_days()
    {
        var id = await AccountAsync();
        var position = NewPosition();
        await host.PublishAsync(Filled(position, 1, id, "MODUL_I", from: Today.AddDays(1)));
        await host.EventuallyAsync(async () => (await RowAsync(id)).Facts == 1);
        Assert.Null((await RowAsync(id)).Position);

        await host.QueryAsync("update occupancy_facts set \"from\" = $2, until = $3 where account_id = $1", id, Today, Today.AddDays(1));
        await SettleAsync();
        Assert.Equal((position, "CASE_MANAGER,COORDINATOR"), ((await RowAsync(id)).Position, (await RowAsync(id)).Roles));
        await host.QueryAsync("update occupancy_facts set \"from\" = $2, until = $3 where account_id = $1", id, Today.AddDays(-1), Today);
        await SettleAsync();
        Assert.Equal((null, null, "CASE_MANAGER"), ((await RowAsync(id)).Position, (await RowAsync(id)).Module, (await RowAsync(id)).Roles));
        await host.WaitForEventAsync<AccountChanged>(found => found.AccountId == id && found.Version == 3);
    }

    [Fact]
    public async Task A_position_that_came_before_its_account_is_given_when_the_account_is_opened()
    {
        var id = Guid.NewGuid();
        await host.PublishAsync(Filled(NewPosition(), 1, id, "MODUL_III"));
        await host.EventuallyAsync(async () => await host.Database.ScalarAsync<long>("select count(*) from occupancy_facts where account_id = $1", id) == 1);
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Data.IdentityDb>();
        await using (var transaction = await db.BeginScopedAsync(ServiceKit.Data.Scope.System, TestContext.Current.CancellationToken))
        {
            var user = new KimUser { Id = id, UserName = id.ToString(), NormalizedName = id.ToString(), DisplayName = "x", CreatedAt = host.Clock!.GetUtcNow() };
            await scope.ServiceProvider.GetRequiredService<Features.Accounts.AccountBook>().OpenAsync(user, new([Roles.Office], "ki", null, [], "own"), TestContext.Current.CancellationToken);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            await transaction.CommitAsync(TestContext.Current.CancellationToken);
        }

        var told = await host.WaitForEventAsync<AccountChanged>(found => found.AccountId == id);
        Assert.Equal((1L, "MODUL_III"), (told.Version, told.Module));
        Assert.Equal([Roles.Office, Roles.NaturalisationOfficer], told.Roles);
    }

    [Fact]
    public async Task A_change_by_operations_touches_the_own_rights_alone()
    {
        var api = await (await host.PersonAsync(Roles.Ops)).ApiAsync();
        var id = await AccountAsync();
        var position = NewPosition();
        await host.PublishAsync(Filled(position, 1, id, "MODUL_I"));
        await host.EventuallyAsync(async () => (await RowAsync(id)).Position == position);
        var read = (await api.CallAsync($"{Accounts}/{id}")).Expect(HttpStatusCode.OK);
        Assert.Equal([Roles.CaseManager], Texts(read.Json["ownRoles"]));
        Assert.Equal("MODUL_I", read.Json.Text("module"));
        var changed = (await api.PutAsync($"{Accounts}/{id}", new { roles = new[] { Roles.Office }, organisation = "ki" }, read.ETag)).Expect(HttpStatusCode.OK).Json;
        Assert.Equal([Roles.Office, Roles.Coordinator], Texts(changed["roles"]));
        await host.PublishAsync(new PositionVacated { Position = position, Version = 2, AccountId = id, VacantFrom = Today });
        await host.EventuallyAsync(async () => (await RowAsync(id)).Roles == "OFFICE");
    }

    [Fact]
    public async Task Operations_gets_no_further_role_from_a_position()
    {
        var person = await host.PersonAsync(Roles.Ops);
        var id = (await (await person.ApiAsync()).CallAsync(Accounts + "/me")).Id;
        var position = NewPosition();
        await host.PublishAsync(Filled(position, 1, id, "MODUL_II"));
        await host.EventuallyAsync(async () => (await RowAsync(id)).Position == position);
        Assert.Equal("OPS", (await RowAsync(id)).Roles);
    }

    private static string NewPosition() => "kim-" + Guid.NewGuid().ToString("N")[..8];

    private static IEnumerable<string> Texts(JsonNode? list) => list!.AsArray().Select(item => item!.GetValue<string>());

    private PositionFilled Filled(string position, long version, Guid account, string? module, DateOnly? from = null) => new()
    {
        Position = position, Version = version, AccountId = account, Module = module, Employer = "stadt-duelmen", Fachaufsicht = "ki", Ags = [], Vzae = 1.00m, From = from ?? Today.AddDays(-10),
    };

    private Task TellAsync(object fact) => fact is PositionFilled filled ? host.PublishAsync(filled) : host.PublishAsync((PositionVacated)fact);

    private async Task<Guid> AccountAsync()
    {
        var name = "held" + Guid.NewGuid().ToString("N")[..10];
        await Bootstrap.InviteAsync(host.Services, name, Roles.CaseManager);
        return await host.Database.ScalarAsync<Guid>("select id from users where user_name = $1", name);
    }

    private async Task<(string? Position, string? Module, string Roles, long Facts)> RowAsync(Guid id)
    {
        var row = (await host.QueryAsync(
            "select a.position, s.module, a.roles, (select count(*) from occupancy_facts f where f.account_id = a.id) as facts from accounts a join standings s on s.account_id = a.id where a.id = $1", id))[0];
        return ((string?)row["position"], (string?)row["module"], string.Join(',', (string[])row["roles"]!), (long)row["facts"]!);
    }

    private async Task<IEnumerable<long>> VersionsAsync(params Guid[] ids) =>
        [.. (await host.QueryAsync("select version from accounts where id = any($1) order by id", ids)).Select(row => (long)row["version"]!)];

    private async Task SettleAsync() =>
        await host.Services.GetServices<IHostedService>().OfType<PositionCalendar>().Single().SettleAsync(TestContext.Current.CancellationToken);
}
