using System.Diagnostics;
using System.Text.Json.Nodes;
using Kim.Demo.Play;
using Kim.Demo.SignIn;

namespace Kim.Demo;

/// <summary><c>demo</c>: plays the whole mission through the gateway: five cases, the golden thread, naturalisation, the report.</summary>
internal static class DemoCommand
{
    public static async Task<int> RunAsync(Arguments args, CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        var accounts = DemoAccounts.Load(args.Option("accounts", ".kim/demo-accounts.json"));
        using var cast = new Cast(new Uri(args.Option("base", "http://localhost:8080")), accounts);

        Script.Scene("Sign-in (authorization code with PKCE, password, one-time code)");
        foreach (var person in cast.All)
        {
            await person.SignInAsync(ct);
            Script.Line(person.Name, "is signed in");
        }

        var (needs, cases, topic) = await PlayCasesAsync(cast, ct);
        Script.Scene("The interpreter");
        await InterpreterScenes.PlayAsync(cast, cases[0].Id, ct);
        Script.Scene("From the cases to the structure");
        var thread = await StructureScenes.DecideAsync(cast, topic, "05558016", ct);
        await StructureScenes.CarryOutAsync(cast, thread, ct);
        Script.Scene("Back in the cases");
        var complete = await ShowAsync(cast, cases, needs, thread, ct);
        Script.Scene("Naturalisation");
        complete &= await NaturalisationScenes.PlayAsync(cast, cases[0].Id, ct);
        Script.Scene("The report");
        complete &= await ReportScenes.PlayAsync(cast, ct);
        Console.WriteLine(complete ? "\nThe whole mission was played." : "\nNOT everything came as expected, see above.");
        Console.WriteLine($"Played in {watch.Elapsed.TotalSeconds:0.0} s.");
        return complete ? 0 : 1;
    }

    private static async Task<(List<(string Id, string Trace)> Needs, List<(string Id, string Number)> Cases, string Topic)> PlayCasesAsync(Cast cast, CancellationToken ct)
    {
        Script.Scene("Five cases");
        var topic = await FreeTopicAsync(cast, ct);
        var cases = new List<(string Id, string Number)>();
        var needs = new List<(string Id, string Trace)>();
        foreach (var family in Family.All)
        {
            var opened = await CaseScenes.OpenAsync(cast.CaseManager, family, ct);
            cases.Add(opened);
            if (cases.Count == 1)
            {
                await CaseScenes.ConsentAsync(cast.CaseManager, opened.Id, ct);
                await CaseScenes.PlanAsync(cast.CaseManager, opened.Id, ct);
                await CaseScenes.ResidenceAsync(cast.CaseManager, opened.Id, ct);
            }

            needs.Add(await StructureScenes.FlagAsync(cast.CaseManager, opened.Id, topic, family.Ags, ct));
        }

        return (needs, cases, topic);
    }

    /// <summary>A repeated play takes a topic without an open theme, so that its five cases make a theme of their own.</summary>
    private static async Task<string> FreeTopicAsync(Cast cast, CancellationToken ct)
    {
        var themes = await cast.Coordinator.GetAsync("/network/themes?limit=200", ct);
        var taken = themes.Items.Where(theme => theme!["state"]!.ToString() is not ("WIRKSAM_GEPRUEFT" or "ABGELEHNT")).Select(theme => theme!["topic"]!.ToString()).ToHashSet(StringComparer.Ordinal);
        var codes = (await cast.CaseManager.GetAsync("/cases/codes", ct)).Body["topics"]!.AsArray().Select(topic => topic!["code"]!.ToString());
        return codes.OrderBy(code => code == "SPRACHE" ? 0 : 1).FirstOrDefault(code => !taken.Contains(code))
            ?? throw new DemoException("Every topic has an open theme. Begin anew with ./kim reset.");
    }

    private static async Task<bool> ShowAsync(Cast cast, List<(string Id, string Number)> cases, List<(string Id, string Trace)> needs, GoldenThread thread, CancellationToken ct)
    {
        var complete = true;
        Console.WriteLine("   golden thread");
        Console.WriteLine($"     theme       {thread.Theme}");
        Console.WriteLine($"     resolution  {thread.Resolution}  {thread.Number}  [trace {thread.AdoptingTrace}]");
        Console.WriteLine($"     measure     {thread.Measure}  [trace {thread.CompletingTrace}]");
        for (var index = 0; index < cases.Count; index++)
        {
            var (id, number) = cases[index];
            var shown = await cast.CaseManager.UntilAsync($"/cases/cases/{id}", body => Decision(body, thread) is { } found && found["measureState"]!.ToString() == "COMPLETED", $"the resolution reaches case {number}", ct);
            var decision = Decision(shown.Body, thread)!;
            var sameTrace = decision["traceId"]?.ToString() == thread.AdoptingTrace;
            complete &= sameTrace;
            Console.WriteLine($"     case        {number} {id} <- need {needs[index].Id} [trace {needs[index].Trace}]: {decision["number"]}, {decision["committeeName"]}, measure {decision["measureState"]}; effect {(sameTrace ? "in the trace of the adopting request" : $"in trace {decision["traceId"]}")}");
        }

        var notices = await cast.CaseManager.UntilAsync("/cases/notices?unread=true&limit=200", body => cases.All(opened => body["items"]!.AsArray().Any(notice => notice!["caseId"]!.ToString() == opened.Id)), "the case manager is told", ct);
        Script.Line("cm", $"has {notices.Items.Count} unread notices, among them one or more for each of the five cases", notices.TraceId);
        return complete;
    }

    private static JsonNode? Decision(JsonNode body, GoldenThread thread) => body["structuralNeeds"]!.AsArray()
        .SelectMany(need => need!["decisions"]!.AsArray()).FirstOrDefault(decision => decision!["resolutionId"]!.ToString() == thread.Resolution);
}
