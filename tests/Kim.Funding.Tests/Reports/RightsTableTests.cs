namespace Kim.Funding.Tests.Reports;

/// <summary>Every operation as every demo account and the funder's program, against the table of rights.</summary>
public sealed class RightsTableTests(ReportsHost host) : IClassFixture<ReportsHost>
{
    private const string Api = ReportsHost.Api;

    [Fact]
    public Task A_token_with_a_flaw_opens_nothing() => TokenTricks.RefusedAsync(host, host.Issuer.Forge, TestAccounts.FundingOfficer.Id, "/grants");

    [Fact]
    public void The_table_is_the_published_one() => RightsPage.Match(host, host.Services);

    [Fact]
    public async Task The_services_own_role_sees_no_row_without_a_scope_and_nothing_personal_without_a_role()
    {
        await RowFence.HoldsAsync(host, host.Services);
    }

    [Fact]
    public async Task Every_operation_answers_each_role_as_the_table_says() => await RightsWorld.CheckAsync(host, host.Services, new RightsWorld
    {
        Callers = RightsWorld.Demo(host, "funding:reports"),
        Records = await RecordsAsync(),
        Members = new Dictionary<string, object>
        {
            ["age"] = 20, ["status"] = "DULDUNG", ["entryOn"] = "2021-06-01", ["employmentType"] = "TARIF", ["vzae"] = 0.5, ["employer"] = "ki",
            ["type"] = "ENTGELT", ["amountEur"] = 10, ["spentOn"] = "2026-01-05", ["voucher"] = "R-1", ["key"] = "rechte", ["body"] = "KREISTAG", ["title"] = "Text", ["instrument"] = "ZUWENDUNG", ["kind"] = "FOERDERUNG",
        },
        Bodies = new Dictionary<string, object>
        {
            ["DraftReport"] = new { from = "2025-09-01", until = "2025-10-01" },
            ["ChangeAttributes"] = new { from = "2027-01-01", employer = "ki" },
            ["ProveCondition"] = new { kind = "DOCUMENT", reference = "Nachweis 1" },
        },
        Queries = new Dictionary<string, string> { ["year"] = "2026", ["from"] = "1", ["to"] = "1" },
    });

    private async Task<IReadOnlyList<RightsRecord>> RecordsAsync()
    {
        var report = (await host.DraftAsync("2025-07-01", "2025-08-01")).Id;
        await host.ReleaseAsync(report);
        var cost = (await host.Officer.PostAsync($"{Api}/costs", new { voucher = "R-0", type = "ENTGELT", amountEur = 5, spentOn = "2026-01-05" })).Expect(HttpStatusCode.Created).Id;
        var grant = await host.Database.ScalarAsync<Guid>("select id from grants where conditions::text like '%key%' order by id limit 1");
        var condition = (await host.Officer.CallAsync($"{Api}/grants/{grant}")).Expect(HttpStatusCode.OK).Json["conditions"]![0]!["key"]!.GetValue<string>();
        return
        [
            Record("/programmes/{key}", ("key", "durchstarten")),
            Record("/positions/{key}", ("key", await FirstAsync("select key from positions order by key limit 1"))),
            Record("/positions/{key}/occupancies/{id}", ("key", await FirstAsync("select position from occupancies order by id limit 1")), ("id", await FirstAsync("select id::text from occupancies order by id limit 1"))),
            Record("/decisions/{key}", ("key", await FirstAsync("select key from decisions order by key limit 1"))),
            Record("/grants/{id}", ("id", grant.ToString())),
            Record("/grants/{id}/conditions/{key}", ("id", grant.ToString()), ("key", condition)),
            Record("/costs/{id}", ("id", cost.ToString())),
            Record("/reports/{id}", ("id", report.ToString()), ("version", "1")),
            Record("/released-reports/{id}", ("id", report.ToString()), ("version", "1")),
        ];
    }

    private async Task<string> FirstAsync(string sql) => (await host.Database.ScalarAsync<string>(sql))!;

    private static RightsRecord Record(string path, params (string Name, string Value)[] values) => new(path, null, values.ToDictionary(value => value.Name, value => value.Value));
}
