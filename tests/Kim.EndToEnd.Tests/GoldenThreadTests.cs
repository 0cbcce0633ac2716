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
        var spans = system.Telemetry.Spans();
        NamesAreTheApprovedOnes(spans);
        OneTraceReadsToTheLastEffect(spans);
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

    /// <summary>Gateway, service, outbox, broker, consumer, its database: one trace, each span below the one that caused it.</summary>
    private static void OneTraceReadsToTheLastEffect(IReadOnlyList<SentSpan> spans)
    {
        var byId = spans.DistinctBy(span => span.Id).ToDictionary(span => span.Id);
        var ways = spans.Where(span => span is { Process: "kim-cases", Scope: "Npgsql" }).Select(span => Way(span, byId)).ToList();
        var way = ways.FirstOrDefault(way => way.Select(span => span.Process).Distinct().SequenceEqual(["kim-gateway", "kim-network", "kim-cases"]));
        Assert.True(way is not null, "No effect in cases hangs below a request that came through the gateway to network.");
        Assert.Equal("Microsoft.AspNetCore", way[0].Scope);
        Assert.Equal(["Kim.Outbox", "MassTransit", "Npgsql"], way.Select(span => span.Scope).Where(scope => scope is "Kim.Outbox" or "MassTransit" or "Npgsql").Distinct());
        Assert.Single(way.Select(span => span.Trace).Distinct());
    }

    private static List<SentSpan> Way(SentSpan last, Dictionary<string, SentSpan> byId)
    {
        var way = new List<SentSpan> { last };
        while (byId.TryGetValue(way[0].Parent, out var above)) way.Insert(0, above);
        return way;
    }

    /// <summary>
    /// Names are a contract with whoever watches: Kim's own metrics and the shapes of all spans are read before they are approved; what
    /// the runtime and the libraries add has the form of the semantic conventions.
    /// </summary>
    private void NamesAreTheApprovedOnes(IReadOnlyList<SentSpan> spans)
    {
        var metrics = system.Telemetry.Metrics().DistinctBy(metric => (metric.Scope, metric.Name)).ToList();
        Assert.DoesNotContain(spans, span => span.Name.Contains("/health", StringComparison.Ordinal));
        Assert.All(spans, span => Assert.DoesNotMatch("[0-9a-f]{8}-[0-9a-f]{4}-", span.Name));
        Assert.All(metrics, metric => Assert.Matches(@"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$", metric.Name));
        string[] domain = ["kim.cases.open_cases", "kim.network.structural_needs", "kim.interpreters.unserved_bookings", "kim.funding.released_reports", "kim.outbox.lag_seconds"];
        Assert.Subset(metrics.Select(metric => metric.Name).ToHashSet(), domain.ToHashSet());
        Approvals.MatchAmong(
            spans.Select(span => $"span {span.Scope}: {Shape(span)}").Concat(
                metrics.Where(metric => metric.Scope.StartsWith("Kim.", StringComparison.Ordinal)).Select(metric => $"metric {metric.Scope}: {metric.Name} [{metric.Unit}]")),
            "telemetry.txt");
    }

    // 'GET /api/v1/cases/cases/{id}' by its form: the routes themselves are approved in the OpenAPI documents.
    private static string Shape(SentSpan span)
    {
        var words = span.Name.Split(' ', 2);
        return span.Scope switch
        {
            "Microsoft.AspNetCore" or "System.Net.Http" when HttpMethod.Parse(words[0]).Method == words[0] => words.Length == 1 ? "{method}" : "{method} {route}",
            "MassTransit" => "{destination} " + words[1],
            "Npgsql" when words.Length == 2 => words[0] + " {database}",
            _ => span.Name,
        };
    }

    private async Task NowhereAsync(string[] planted, params string[] ownTables)
    {
        var found = await new Traces(system, planted).FindAsync(ownTables);
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
