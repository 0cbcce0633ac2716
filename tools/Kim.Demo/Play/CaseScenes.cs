using System.Text.Json.Nodes;

namespace Kim.Demo.Play;

/// <summary>The single case: opened, consented, assessed, planned, linked.</summary>
internal static class CaseScenes
{
    private static readonly string Today = GermanDay.Today.ToString("yyyy-MM-dd", null);

    private static string InDays(int days) =>
        GermanDay.Today.AddDays(days).ToString("yyyy-MM-dd", null);

    public static async Task<(string Id, string Number)> OpenAsync(Person manager, Family family, CancellationToken ct)
    {
        var opened = await manager.PostAsync("/cases/cases", new
        {
            person = new { family.GivenNames, family.FamilyName, family.BirthDate, family.Sex, languages = new[] { family.Language } },
            ags = family.Ags,
            occasion = "Mehrere Behörden, keine Übersicht",
            accessPath = await FirstCodeAsync(manager, "accessPaths", ct),
            householdSize = family.HouseholdSize,
        }, ct);
        Script.Line(manager.Name, $"opens case {opened.Text("number")} in {family.Place}, phase {opened.Text("phase")}", opened.TraceId);
        return (opened.Id, opened.Text("number"));
    }

    public static async Task ConsentAsync(Person manager, string id, CancellationToken ct)
    {
        var categories = (await manager.GetAsync("/cases/codes", ct)).Body["dataCategories"]!.AsArray().Select(Code).Take(2).ToArray();
        foreach (var type in new[] { "JOBCENTER", "ABH" })
        {
            var recipient = await AgencyAsync(manager, type, ct);
            var consent = await manager.PostAsync($"/cases/cases/{id}/consents", new
            {
                recipient, recipientType = type, purpose = "Abstimmung der Hilfen", dataCategories = categories, direction = "BOTH",
                validFrom = Today, form = "WRITTEN", languageOfExplanation = "ara",
            }, ct);
            Script.Line(manager.Name, $"records the consent for {type}", consent.TraceId);
        }
    }

    /// <summary>The agency's name as the directory has it; without an entry its type.</summary>
    public static async Task<string> AgencyAsync(Person manager, string type, CancellationToken ct)
    {
        var directory = await manager.GetAsync("/network/organisations?limit=200", ct);
        return directory.Body["items"]!.AsArray().FirstOrDefault(entry => entry!["actorType"]?.ToString() == type)?["name"]!.ToString() ?? type;
    }

    /// <summary>Through all phases up to MONITORING, each guard met on the way.</summary>
    public static async Task PlanAsync(Person manager, string id, CancellationToken ct)
    {
        var path = $"/cases/cases/{id}";
        var codes = (await manager.GetAsync("/cases/codes", ct)).Body;
        await StepAsync(manager, path, "KLAERUNG", ct);
        await manager.PutOnAsync(path, path + "/indication", new { criteria = codes["indicationCriteria"]!.AsArray().Select(Code).Take(2) }, ct);
        await StepAsync(manager, path, "ASSESSMENT", ct);
        await manager.PutOnAsync(path, path + "/assessment", new { ratings = codes["lifeDomains"]!.AsArray().Select(domain => new { domain = Code(domain), level = 2 }) }, ct);
        await StepAsync(manager, path, "HILFEPLANUNG", ct);
        var goal = await GoalAsync(manager, path, Code(codes["lifeDomains"]!.AsArray().First(domain => Code(domain).StartsWith("SPRACHE", StringComparison.Ordinal))), ct);
        await manager.PutOnAsync(path, path + "/plan-agreement", new { agreedOn = Today }, ct);
        await StepAsync(manager, path, "LINKING", ct);
        await manager.PostAsync($"{path}/measures/{goal}/start", null, ct);
        await StepAsync(manager, path, "MONITORING", ct);
    }

    public static async Task ResidenceAsync(Person manager, string id, CancellationToken ct)
    {
        var path = $"/cases/cases/{id}";
        await manager.PostAsync(path + "/residence-periods", new { status = "GESTATTUNG", validFrom = "2016-03-01", validUntil = "2017-02-15", identityClarified = "YES" }, ct);
        await manager.PostAsync(path + "/residence-periods", new { status = "AE_25_2_F", validFrom = "2017-02-15", identityClarified = "YES" }, ct);
        var nationality = await manager.PostAsync(path + "/nationalities", new { country = "SYR", proof = "Reisepass" }, ct);
        Script.Line(manager.Name, "records two residence periods (GESTATTUNG, AE_25_2_F) and the nationality SYR", nationality.TraceId);
    }

    private static async Task<string> GoalAsync(Person manager, string path, string domain, CancellationToken ct)
    {
        var need = await manager.PostAsync(path + "/needs", new { domain, topic = "SPRACHE", rechtskreis = "INTV", description = "Sprachkurs mit Kinderbetreuung fehlt" }, ct);
        var offers = await manager.UntilAsync("/cases/offers", body => body["items"]!.AsArray().Count > 0, "the directory's offers reach cases", ct);
        var offer = offers.Items[0]!;
        var goal = await manager.PostAsync(path + "/goals", new
        {
            title = "Deutsch B1 bis zum Sommer", needId = need.Id, dueOn = InDays(180),
            measure = new { title = "Teilnahme: " + offer["title"], offerId = offer["id"]!.ToString(), responsible = "Case Management", dueOn = InDays(30) },
        }, ct);
        Script.Line(manager.Name, $"sets a goal with a measure that uses the offer '{offer["title"]}'", goal.TraceId);
        var measure = (await manager.GetAsync(path, ct)).Body["goals"]!.AsArray().Single(found => found!["id"]!.ToString() == goal.Id)!["measures"]![0]!;
        return measure["id"]!.ToString();
    }

    private static async Task StepAsync(Person manager, string path, string to, CancellationToken ct)
    {
        var step = await manager.PostOnAsync(path, path + "/phase", new { to }, ct);
        Script.Line(manager.Name, $"moves the case to {step.Text("phase")}", step.TraceId);
    }

    private static async Task<string> FirstCodeAsync(Person manager, string list, CancellationToken ct) =>
        Code((await manager.GetAsync("/cases/codes", ct)).Body[list]![0]);

    private static string Code(JsonNode? entry) => entry!["code"]!.ToString();
}
