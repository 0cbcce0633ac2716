namespace Kim.Demo.Play;

/// <summary>The structure: theme, committee, resolution, measure, and back to the cases.</summary>
internal static class StructureScenes
{
    public static async Task<(string NeedId, string TraceId)> FlagAsync(Person manager, string caseId, string topic, string ags, CancellationToken ct)
    {
        var need = await manager.PostAsync($"/cases/cases/{caseId}/structural-needs", new
        {
            topic, rechtskreis = "INTV", agencyType = "SPRACHKURSTRAEGER", ags = new[] { ags }, effect = "Kurse ohne Kinderbetreuung sind für Eltern nicht erreichbar",
        }, ct);
        Script.Line(manager.Name, $"flags a structural need: {topic}", need.TraceId);
        return (need.Id, need.TraceId);
    }

    public static async Task<GoldenThread> DecideAsync(Cast cast, string topic, string ags, CancellationToken ct)
    {
        var thread = new GoldenThread();
        bool Ours(System.Text.Json.Nodes.JsonNode? theme) => theme!["topic"]!.ToString() == topic && theme["state"]!.ToString() == "GEBUENDELT";
        var themes = await cast.Coordinator.UntilAsync("/network/themes?limit=200", body => body["items"]!.AsArray().Any(Ours), "five needs become a theme", ct);
        var theme = themes.Items.First(Ours)!;
        thread.Theme = theme["id"]!.ToString();
        var committee = theme["proposedCommittee"]!;
        Script.Line("coord", $"sees the theme '{theme["title"]}' with {theme["needs"]} needs; proposed: {committee["name"]} (rule {committee["rule"]})", themes.TraceId);

        var meeting = await cast.Office.PostAsync("/network/meetings", new { committee = committee["key"]!.ToString(), startsAt = TimeProvider.System.GetUtcNow().AddHours(-1), place = "Kreishaus Coesfeld, Raum 3" }, ct);
        var item = await cast.Office.PostAsync($"/network/meetings/{meeting.Id}/agenda-items", new { themeId = thread.Theme }, ct);
        Script.Line("office", "puts it on the agenda of a meeting of the committee", item.TraceId);

        var resolution = await cast.Office.PostAsync($"/network/meetings/{meeting.Id}/agenda-items/{item.Id}/resolution", new
        {
            decision = "ADOPTED", title = "Sprachkurse werden mit Kinderbetreuung angeboten", scope = new[] { ags },
            measure = new { title = "Zwei Kurse mit Kinderbetreuung einrichten", owner = "vhs-luedinghausen", dueOn = GermanDay.Today.AddMonths(3).ToString("yyyy-MM-dd", null) },
        }, ct);
        (thread.Resolution, thread.Number, thread.Measure, thread.AdoptingTrace) = (resolution.Id, resolution.Text("number"), resolution.Text("measureId"), resolution.TraceId);
        Script.Line("office", $"the meeting adopts resolution {thread.Number} with a measure and an owner", resolution.TraceId);
        return thread;
    }

    public static async Task CarryOutAsync(Cast cast, GoldenThread thread, CancellationToken ct)
    {
        var path = $"/network/measures/{thread.Measure}";
        var today = GermanDay.Today.ToString("yyyy-MM-dd", null);
        var started = await cast.Office.PostOnAsync(path, path + "/start", new { startedOn = today }, ct);
        Script.Line("office", "starts the measure", started.TraceId);
        var completed = await cast.Office.PostOnAsync(path, path + "/completion", new { completedOn = today, outcome = "Zwei Kurse mit Kinderbetreuung laufen; Anmeldung über die VHS." }, ct);
        thread.CompletingTrace = completed.TraceId;
        Script.Line("office", "completes the measure", completed.TraceId);
    }
}

/// <summary>The identifiers of one way from a case to the structure and back.</summary>
internal sealed class GoldenThread
{
    public string Theme { get; set; } = "";

    public string Resolution { get; set; } = "";

    public string Number { get; set; } = "";

    public string Measure { get; set; } = "";

    public string AdoptingTrace { get; set; } = "";

    public string CompletingTrace { get; set; } = "";
}
