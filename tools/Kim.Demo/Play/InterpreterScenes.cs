namespace Kim.Demo.Play;

/// <summary>The interpreter: requested from the case, found by the pool, assigned, done, settled.</summary>
internal static class InterpreterScenes
{
    public static async Task PlayAsync(Cast cast, string caseId, CancellationToken ct)
    {
        var now = TimeProvider.System.GetUtcNow();
        var startsAt = NextWeekday(now);
        var requested = await cast.CaseManager.PostAsync($"/cases/cases/{caseId}/interpreter-requests", new
        {
            language = "ara", mode = "ON_SITE", startsAt, durationMinutes = 60, ags = "05558016",
            meetingPlace = "Rathaus Dülmen, Raum 12", topicClass = "COUNSELLING",
        }, ct);
        Script.Line("cm", $"requests an interpreter for Arabic, {startsAt:yyyy-MM-dd HH:mm}Z, Dülmen", requested.TraceId);

        var request = await FindRequestAsync(cast.PoolDesk, startsAt, ct);
        await AssignAsync(cast, request, ct);
        await SettleAsync(cast, request, now, ct);
        var shown = await cast.CaseManager.UntilAsync($"/cases/cases/{caseId}",
            body => body["interpreterRequests"]!.AsArray().Any(row => row!["settledEur"] is not null), "the settlement reaches the case", ct);
        var row = shown.Body["interpreterRequests"]!.AsArray().First(found => found!["settledEur"] is not null)!;
        Script.Line("cm", $"sees in the case: {row["state"]}, {row["minutes"]} minutes, {row["settledEur"]} EUR", shown.TraceId);
    }

    private static async Task<string> FindRequestAsync(Person pool, DateTimeOffset startsAt, CancellationToken ct)
    {
        bool Mine(System.Text.Json.Nodes.JsonNode? row) => DateTimeOffset.Parse(row!["startsAt"]!.ToString(), null) == startsAt;
        var requests = await pool.UntilAsync("/interpreters/requests?state=EINGEGANGEN&limit=200", body => body["items"]!.AsArray().Any(Mine), "the request reaches the pool", ct);
        return requests.Items.First(Mine)!["id"]!.ToString();
    }

    private static async Task AssignAsync(Cast cast, string request, CancellationToken ct)
    {
        var path = $"/interpreters/requests/{request}";
        await cast.PoolDesk.PostOnAsync(path, path + "/review", new { decision = "APPROVE" }, ct);
        var candidates = await cast.PoolDesk.GetAsync(path + "/candidates", ct);
        foreach (var candidate in candidates.Items.Take(4))
        {
            var reasons = candidate![(bool)candidate["eligible"]! ? "reasonsFor" : "reasonsAgainst"]!.AsArray().Select(reason => reason!["textDe"]);
            Script.Line("pool", $"candidate {candidate["rank"] ?? "-"}: {candidate["displayName"]} ({string.Join("; ", reasons)})");
        }

        var eligible = candidates.Items.Where(candidate => (bool)candidate!["eligible"]!).Select(candidate => candidate!["interpreterId"]!.ToString()).ToArray();
        var offered = await cast.PoolDesk.PostAsync(path + "/offers", new { interpreterIds = eligible, respondBy = TimeProvider.System.GetUtcNow().AddDays(1) }, ct);
        Script.Line("pool", $"offers it to {eligible.Length} interpreters", offered.TraceId);

        var mine = await cast.Interpreter.UntilAsync("/interpreters/offers/mine", body => body["items"]!.AsArray().Any(offer => offer!["requestId"]!.ToString() == request), "the offer reaches the interpreter", ct);
        var accepted = await cast.Interpreter.PostAsync($"/interpreters/offers/{mine.Items.First(offer => offer!["requestId"]!.ToString() == request)!["id"]}/acceptance", null, ct);
        Script.Line("interpreter", "accepts", accepted.TraceId);
        var confirmed = await cast.PoolDesk.PostAsync(path + "/confirmation", null, ct);
        Script.Line("pool", "confirms the booking", confirmed.TraceId);
    }

    private static async Task SettleAsync(Cast cast, string request, DateTimeOffset now, CancellationToken ct)
    {
        var path = $"/interpreters/requests/{request}";
        // The play cannot wait for next week: the talk was brought forward by agreement and ended a moment ago.
        var done = await cast.Interpreter.PostAsync(path + "/completion", new
        {
            startedAt = now.AddMinutes(-65), endedAt = now.AddMinutes(-1), travelMinutes = 24, travelKm = 18, requesterConfirmedBy = "cm-1",
        }, ct);
        Script.Line("interpreter", "hands in 64 minutes, 24 minutes and 18 km of travel", done.TraceId);
        await cast.PoolDesk.PostAsync(path + "/verification", null, ct);
        var settled = await cast.PoolDesk.PostAsync(path + "/settlement", null, ct);
        var lines = settled.Body["lines"]!.AsArray().Select(line => $"{line!["kind"]} {line["amountEur"]} EUR from {line["pot"]}");
        Script.Line("pool", $"settles by '{settled.Text("rateRule")}': {string.Join(", ", lines)}; {settled.Text("totalEur")} EUR", settled.TraceId);
    }

    private static DateTimeOffset NextWeekday(DateTimeOffset now)
    {
        // Ten to thirteen days ahead is past the pool's lead time; minutes differ, so that the play can be repeated.
        var day = now.Date.AddDays(12);
        while (day.DayOfWeek is not DayOfWeek.Tuesday) day = day.AddDays(1);
        return new DateTimeOffset(day, TimeSpan.Zero).AddHours(9).AddMinutes(now.Minute % 30 * 2);
    }
}
