namespace Kim.Funding.Tests.Reports;

public sealed class ReportRightsTests(ReportsHost host) : IClassFixture<ReportsHost>
{
    private const string Api = ReportsHost.Api;
    private static readonly Guid Nobody = Guid.NewGuid();

    [Fact]
    public async Task The_funder_and_its_program_see_released_reports_and_nothing_else()
    {
        var document = (await host.Anonymous().CallAsync("/openapi/v1.json")).Expect(HttpStatusCode.OK).Json;
        HttpClient[] funders = [host.Funder, host.ClientForScope("land-nrw", "funding:reports")];
        HttpClient stranger = host.ClientForScope("land-nrw", "funding:other");
        var open = 0;
        // Everybody may ask about the own rights; ExplainTests and the table of rights cover that.
        foreach (var path in document["paths"]!.AsObject().Where(path => !path.Key.Contains("/access/", StringComparison.Ordinal)))
            foreach (var operation in path.Value!.AsObject())
            {
                var route = System.Text.RegularExpressions.Regex.Replace(path.Key.Replace("{id}", Nobody.ToString(), StringComparison.Ordinal), @"\{\w+\}", "1");
                var isOpen = path.Key.StartsWith(Api + "/released-reports", StringComparison.Ordinal);
                open += isOpen ? 1 : 0;
                foreach (var client in funders)
                {
                    var answer = await client.CallAsync(new HttpMethod(operation.Key.ToUpperInvariant()), route, operation.Key is "get" or "delete" ? null : new { });
                    var (allowed, refused) = (new[] { HttpStatusCode.OK, HttpStatusCode.NotFound }, new[] { HttpStatusCode.Forbidden, HttpStatusCode.NotFound });
                    Assert.True((isOpen ? allowed : refused).Contains(answer.Status), $"{operation.Key} {route}: {(int)answer.Status}");
                }

                Assert.Equal(HttpStatusCode.Forbidden, (await stranger.CallAsync(new HttpMethod(operation.Key.ToUpperInvariant()), route, operation.Key is "get" or "delete" ? null : new { })).Status);
            }

        Assert.Equal(4, open);
    }

    [Theory]
    [InlineData("FUNDER", 2)]
    [InlineData("scope:funding:reports", 4)]
    public async Task The_database_shows_the_funder_released_rows_alone(string role, int month)
    {
        var frozen = await host.DraftAsync($"2025-{month:00}-01", $"2025-{month + 1:00}-01");
        var draft = await host.DraftAsync($"2025-{month + 1:00}-01", $"2025-{month + 2:00}-01");
        await host.ReleaseAsync(frozen.Id);
        (await host.StepAsync(frozen.Id, "corrections", new { reason = "Probe" })).Expect(HttpStatusCode.Created);

        Assert.Equal(1, await CountAsync($"reports where id in ('{frozen.Id}', '{draft.Id}')", role));
        Assert.Equal(1, await CountAsync($"report_versions where report_id in ('{frozen.Id}', '{draft.Id}')", role));
        Assert.Equal(3, await CountAsync($"report_versions where report_id in ('{frozen.Id}', '{draft.Id}')", "FUNDING_OFFICER"));
        foreach (var table in new[] { "report_figures", "report_case_steps", "report_journal", "report_booking_steps", "positions", "occupancies" })
            Assert.Equal(0, await CountAsync(table, role));
        Assert.Equal(0, await CountAsync("report_figures", "COORDINATOR"));
    }

    private async Task<long> CountAsync(string table, string role) => (long)(await host.Database.QueryAsAsync(host.Database.App,
        $"with s as materialized (select set_config('kim.scope','user',false), set_config('kim.roles',',{role},',false)) select (select count(*) from s) - 1 + (select count(*) from {table}) as n")).Single()["n"]!;
}
