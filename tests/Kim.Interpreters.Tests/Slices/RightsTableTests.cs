using Kim.ServiceKit.Fields;

namespace Kim.Interpreters.Tests.Slices;

/// <summary>Every operation as every demo account and a second interpreter, against the table of rights.</summary>
public sealed class RightsTableTests(InterpretersHost host) : IClassFixture<InterpretersHost>
{
    private const string Api = "/api/v1/interpreters";

    [Fact]
    public Task A_token_with_a_flaw_opens_nothing() => TokenTricks.RefusedAsync(host, host.Issuer.Forge, TestAccounts.PoolDesk.Id, "/pool");

    [Fact]
    public void The_table_is_the_published_one() => RightsPage.Match(host, host.Services);

    [Fact]
    public async Task The_services_own_role_sees_no_row_without_a_scope_and_nothing_personal_without_a_role()
    {
        await host.ReceiveAsync(host.NewRequest());
        await RowFence.HoldsAsync(host, host.Services);
    }

    [Fact]
    public async Task Every_operation_answers_each_role_as_the_table_says()
    {
        var (account, other) = (await host.MoreInterpretersAsync(1)).Single();
        await host.QueryAsync("update interpreters set display_name = 'ZzName', fuehrungszeugnis_on = '1999-09-19' where id = $1", other);
        await RightsWorld.CheckAsync(host, host.Services, new RightsWorld
        {
            Callers = [.. RightsWorld.Demo(host), new RightsCaller(account.Name, account.Roles, host.ClientFor(account), account.Id)],
            Records = [.. await RecordsAsync(TestAccounts.Interpreter, await host.InterpreterIdAsync("pool-01"), "Eins"), .. await RecordsAsync(account, other, "Zwei")],
            Planted =
            [
                new("ZzName", FieldClass.Personal, account.Name), new("1999-09-19", FieldClass.Restricted, null),
                .. PlantedBy(TestAccounts.Interpreter, "Eins"), .. PlantedBy(account, "Zwei"),
            ],
            Members = new Dictionary<string, object> { ["decision"] = "APPROVE", ["interpreterIds"] = new[] { other } },
            Bodies = new Dictionary<string, object> { ["SubmitCompletion"] = InterpretersHost.Proof() },
            Queries = new Dictionary<string, string> { ["year"] = "2026", ["on"] = "2026-01-01" },
        });
    }

    private static IEnumerable<Planted> PlantedBy(TestAccount owner, string word) =>
        [new("ZzOrt" + word, FieldClass.Personal, owner.Name), new("ZzThema" + word, FieldClass.Special, owner.Name)];

    /// <summary>A talk that the interpreter took, and an offer of another that waits.</summary>
    private async Task<IReadOnlyList<RightsRecord>> RecordsAsync(TestAccount account, Guid interpreter, string word)
    {
        var http = host.ClientFor(account);
        var taken = await OfferedAsync(interpreter);
        (await http.PostAsync($"{Api}/offers/{taken.Offer}/acceptance", new { })).Expect(HttpStatusCode.OK);
        (await host.Desk.PostAsync($"{Api}/requests/{taken.Request}/confirmation", new { })).Expect(HttpStatusCode.OK);
        var open = await OfferedAsync(interpreter);
        await host.QueryAsync("update bookings set meeting_place = $2, topic_class = $3 where id = any($1)", new[] { taken.Request, open.Request }, "ZzOrt" + word, "ZzThema" + word);
        return [Record("/requests/{id}", account, taken.Request), Record("/offers/{id}", account, open.Offer)];
    }

    private async Task<(Guid Request, Guid Offer)> OfferedAsync(Guid interpreter)
    {
        var request = await host.ReceiveAsync(host.NewRequest());
        await host.ApproveAsync(request);
        return (request, (await host.OfferAsync(request, interpreter)).Single());
    }

    private static RightsRecord Record(string path, TestAccount owner, Guid id) => new(path, owner.Name, new Dictionary<string, string> { ["id"] = id.ToString() });
}
