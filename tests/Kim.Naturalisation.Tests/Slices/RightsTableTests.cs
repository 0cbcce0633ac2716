using Kim.ServiceKit.Fields;

namespace Kim.Naturalisation.Tests.Slices;

/// <summary>Every operation as every demo account, against the table of rights.</summary>
public sealed class RightsTableTests(NaturalisationHost host) : IClassFixture<NaturalisationHost>
{
    [Fact]
    public Task A_token_with_a_flaw_opens_nothing() => TokenTricks.RefusedAsync(host, host.Issuer.Forge, TestAccounts.NaturalisationOfficer.Id, "/referrals");

    [Fact]
    public void The_table_is_the_published_one() => RightsPage.Match(host, host.Services);

    [Fact]
    public async Task The_services_own_role_sees_no_row_without_a_scope_and_nothing_personal_without_a_role()
    {
        await host.PulledAsync();
        await RowFence.HoldsAsync(host, host.Services);
    }

    [Fact]
    public async Task Every_operation_answers_each_role_as_the_table_says()
    {
        var id = await host.PulledAsync();
        var check = (await host.CheckAsync(id)).Expect(HttpStatusCode.Created).Id;
        (await host.Officer.PostAsync($"{NaturalisationHost.Api}/checks/{check}/overrulings", new { requirement = "LANG", outcome = "NOT", reason = "ZzZweifel" })).Expect(HttpStatusCode.Created);
        await RightsWorld.CheckAsync(host, host.Services, new RightsWorld
        {
            Callers = RightsWorld.Demo(host),
            Records =
            [
                new("/referrals/{id}", null, new Dictionary<string, string> { ["id"] = id.ToString() }),
                new("/checks/{id}", null, new Dictionary<string, string> { ["id"] = check.ToString() }),
            ],
            Planted = [new("1985-03-14", FieldClass.Personal, null), new("ZzZweifel", FieldClass.Special, null)],
            Members = new Dictionary<string, object>
            {
                ["facts"] = NaturalisationHost.GoodFacts(), ["requirement"] = "LANG", ["route"] = "STAG_10", ["kind"] = "FRAUD",
            },
            Bodies = new Dictionary<string, object>
            {
                ["DecideApplication"] = NaturalisationHost.Grant(),
                ["OverruleRequirement"] = new { requirement = "LANG", outcome = "NOT", reason = "Zweifel" },
            },
        });
    }
}
