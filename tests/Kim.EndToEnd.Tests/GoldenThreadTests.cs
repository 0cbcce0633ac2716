using System.Net;
using Kim.EndToEnd.Tests.Running;

namespace Kim.EndToEnd.Tests;

/// <summary><c>./kim demo</c> against the whole system: the main job through the gateway, as five people.</summary>
[Collection("people of the KI")]
public sealed class GoldenThreadTests(SystemFixture system)
{
    private const string Planted = "Zzquendelspur";
    private const string Address = "Am Quendelbusch 77";

    [Fact]
    public async Task The_demo_plays_the_main_job_and_nothing_that_is_left_behind_names_a_person()
    {
        await using var demo = SystemProcess.Start(
            "demo", SystemFixture.PathOf("demo"), new Dictionary<string, string>(), "demo", "--base", system.Origin, "--accounts", system.AccountsFile);
        await demo.DoneAsync(TimeSpan.FromMinutes(4));

        Assert.Contains("golden thread", demo.Output, StringComparison.Ordinal);
        Assert.Equal(5, Count(demo.Output, "effect in the trace of the adopting request"));
        Assert.Equal(5, Count(demo.Output, "measure COMPLETED"));
        Assert.Contains("SETTLED, 64 minutes, 27.90 EUR", demo.Output, StringComparison.Ordinal);
        Assert.Contains("checks for 2022-06-01 (eight years asked, six only with special achievements), rules R0: REV", demo.Output, StringComparison.Ordinal);
        Assert.Contains("checks for 2024-06-20 (the last days of the old law), rules R0: MET", demo.Output, StringComparison.Ordinal);
        Assert.Contains("rules R1: NOT HIST NOT", demo.Output, StringComparison.Ordinal);
        Assert.Contains("as xlsx", demo.Output, StringComparison.Ordinal);
        Assert.Contains("The whole mission was played.", demo.Output, StringComparison.Ordinal);
        await SearchAsync(Planted);
        await NothingNamesAPersonAsync();
    }

    // What a person types in to find a case is a name too.
    private async Task SearchAsync(string name)
    {
        using var http = new HttpClient { BaseAddress = new Uri(system.Origin) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", await system.TokenAsync("cm"));
        var opened = await http.PostAsync("/api/v1/cases/cases", new
        {
            person = new { givenNames = "Quirina", familyName = name, birthDate = "1971-02-03", sex = "FEMALE", languages = new[] { "ara" } },
            ags = "05558012", occasion = "Wohnt " + Address, accessPath = "SELBST", householdSize = 1,
        }, Guid.NewGuid().ToString());
        opened.Expect(HttpStatusCode.Created);
        var found = (await http.PostAsync("/api/v1/cases/cases/searches", new { q = name })).Expect(HttpStatusCode.OK);
        Assert.Contains(name, found.Text, StringComparison.Ordinal);
    }

    /// <summary>Not in a log, a span, a metric, an event, a queue, a URL, nor in a database whose business the person is not.</summary>
    private async Task NothingNamesAPersonAsync()
    {
        // Long enough for the exporters to send what they hold.
        await Task.Delay(TimeSpan.FromSeconds(12));
        string[] names = ["Al-\u1E24asan", "\u0160ev\u010Denko", "Gebremedhin", "\u00C7elik", "Nguy\u1EC5n Th\u1ECB", "Quirina", Planted, Address];
        string[] birthDates = ["1988-04-12", "1979-11-03", "1995-07-21", "2001-01-30", "1983-09-09", "1971-02-03"];
        Assert.True(system.Messages.Count > 50, "messages were heard");
        Assert.All(new[] { "traces", "metrics", "logs" }, signal => Assert.True(new FileInfo(system.Telemetry.Files[signal]).Length > 1000, signal));

        // The scan sees what is there: the case's own number of the demo, and a route of the API.
        Assert.NotEmpty(await new Traces(system, ["/api/v1/cases/cases"]).FindAsync([]));
        await NowhereAsync(names, "cases.cases", "cases.idempotency_keys");
        // Naturalisation has the birth dates that a consent disclosed to it.
        await NowhereAsync(birthDates, "cases.cases", "cases.idempotency_keys", "naturalisation.facts_snapshots", "naturalisation.checks", "naturalisation.idempotency_keys");
    }

    private async Task NowhereAsync(string[] planted, params string[] ownTables)
    {
        var found = await new Traces(system, planted).FindAsync(ownTables);
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
