using Kim.Funding.Domain.Reports;

namespace Kim.Funding.Tests.Reports;

public sealed class ReportStepTests(ReportsHost host) : IClassFixture<ReportsHost>
{
    private const string Api = ReportsHost.Api;

    [Fact]
    public async Task A_report_goes_its_way_step_by_step()
    {
        var draft = await host.DraftAsync("2025-01-01", "2025-02-01");
        (await host.Officer.PostAsync($"{Api}/reports", new { from = "2025-01-01", until = "2025-02-01" })).ExpectProblem(HttpStatusCode.Conflict, "already-exists");
        (await host.Officer.PostAsync($"{Api}/reports/{draft.Id}/validation", new { })).ExpectProblem((HttpStatusCode)428, "precondition-required");
        (await host.Officer.PostAsync($"{Api}/reports/{draft.Id}/validation", new { }, ifMatch: "\"1\"")).ExpectProblem(HttpStatusCode.PreconditionFailed, "precondition-failed");

        var refused = (await host.StepAsync(draft.Id, "release")).ExpectProblem(HttpStatusCode.Conflict, "step-not-allowed");
        Assert.Equal("VALIDATED", refused.Json["guard"]!.GetValue<string>());
        Assert.Equal(["validation", "corrections"], refused.Json["allowed"]!.AsArray().Select(step => step!.GetValue<string>()));

        var released = await host.ReleaseAsync(draft.Id);
        Assert.Equal(("RELEASED", 1), (released.Json["state"]!.GetValue<string>(), released.Json["releasedVersion"]!.GetValue<int>()));
        (await host.StepAsync(draft.Id, "release")).ExpectProblem(HttpStatusCode.Conflict, "step-not-allowed");
        var corrected = (await host.StepAsync(draft.Id, "corrections", new { reason = "Nachtrag" })).Expect(HttpStatusCode.Created);
        Assert.Equal(("DRAFT", 2, 1), (corrected.Json["state"]!.GetValue<string>(), corrected.Json["version"]!.GetValue<int>(), corrected.Json["releasedVersion"]!.GetValue<int>()));
        var again = (await host.StepAsync(draft.Id, "corrections", new { reason = "Noch ein Nachtrag" })).Expect(HttpStatusCode.Created);
        Assert.Equal(2, again.Json["version"]!.GetValue<int>());
        (await host.Funder.CallAsync($"{Api}/released-reports/{draft.Id}/versions/2.json")).Expect(HttpStatusCode.NotFound);
        (await host.Funder.CallAsync($"{Api}/released-reports/{draft.Id}/versions/1.json")).Expect(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("""{"from":"2025-01-02","until":"2025-02-01"}""", HttpStatusCode.BadRequest, "period-invalid")]
    [InlineData("""{"from":"2025-01-01","until":"2025-03-01"}""", HttpStatusCode.BadRequest, "period-invalid")]
    [InlineData("""{"from":"2099-01-01","until":"2100-01-01"}""", HttpStatusCode.Conflict, "step-not-allowed")]
    [InlineData("""{"from":"2025-01-01","until":"2025-02-01","extra":1}""", HttpStatusCode.BadRequest, null)]
    [InlineData("""{"from":"January"}""", HttpStatusCode.BadRequest, null)]
    public async Task Periods_that_cannot_be_reported_are_refused(string body, HttpStatusCode status, string? code)
    {
        var answer = (await host.Officer.PostAsync($"{Api}/reports", body)).Expect(status);
        if (code is not null) Assert.Equal(code, answer.Code);
    }

    [Fact]
    public async Task A_correction_needs_a_reason()
    {
        var draft = await host.DraftAsync("2024-01-01", "2024-02-01");
        foreach (var reason in new[] { "", "ab", new string('x', 501) })
            Assert.NotNull((await host.StepAsync(draft.Id, "corrections", new { reason })).Expect(HttpStatusCode.BadRequest).Json["errors"]!["reason"]);
    }

    [Fact]
    public async Task Figures_that_do_not_add_up_block_the_validation()
    {
        var draft = await host.DraftAsync("2024-03-01", "2024-04-01");
        await host.QueryAsync("""
            update report_figures set content = jsonb_set(content, '{figures}', (select jsonb_agg(case when f->>'key' = 'CASES_FLOW/*/*' then jsonb_set(f, '{value}', '77') else f end) from jsonb_array_elements(content->'figures') f))
            where version_id = (select id from report_versions where report_id = $1)
            """, draft.Id);
        var refused = (await host.StepAsync(draft.Id, "validation")).ExpectProblem(HttpStatusCode.Conflict, "step-not-allowed");
        Assert.Equal("SUMS_DISAGREE", refused.Json["guard"]!.GetValue<string>());
        (await host.StepAsync(draft.Id, "corrections", new { reason = "Neu gerechnet" })).Expect(HttpStatusCode.Created);
        (await host.StepAsync(draft.Id, "validation")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Lists_are_paged_and_stable()
    {
        foreach (var month in Enumerable.Range(5, 5)) await host.DraftAsync($"2023-{month:00}-01", $"2023-{month + 1:00}-01");
        var seen = new List<string>();
        string? next = null;
        do
        {
            var page = (await host.Officer.CallAsync($"{Api}/reports?limit=2{(next is null ? "" : "&after=" + next)}")).Expect(HttpStatusCode.OK).Json;
            seen.AddRange(page["items"]!.AsArray().Select(item => item!["from"]!.GetValue<string>()));
            next = page["next"]?.GetValue<string>();
        }
        while (next is not null);
        Assert.Equal(seen.Distinct().OrderDescending(), seen);
        Assert.True(seen.Count >= 5);
        (await host.Officer.CallAsync($"{Api}/reports?limit=201")).Expect(HttpStatusCode.BadRequest);
        (await host.Officer.CallAsync($"{Api}/reports?after=xyz")).Expect(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Steps_and_reads_are_on_record()
    {
        var draft = await host.DraftAsync("2022-01-01", "2022-02-01");
        (await host.ClientFor(TestAccounts.Coordinator).CallAsync($"{Api}/reports/{draft.Id}/versions/1")).Expect(HttpStatusCode.OK);
        Assert.Equal(1L, await host.Database.ScalarAsync<long>("select count(*) from audit where action = 'CHANGE' and subject = 'report' and operation = 'DraftReport' and subject_id = $1", draft.Id));
        Assert.Equal(1L, await host.Database.ScalarAsync<long>("select count(*) from audit where action = 'READ' and operation = 'GetReportVersion' and subject_id = $1 and account_id = $2", draft.Id, TestAccounts.Coordinator.Id));
        Assert.Equal(ReportDocument.Schema, System.Text.Json.Nodes.JsonNode.Parse(await host.CanonicalAsync(draft.Id, 1))!["schema"]!.GetValue<string>());
    }
}
