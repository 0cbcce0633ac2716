namespace Kim.Demo.Play;

/// <summary>The person of the first case on the way to naturalisation: referred with a consent, checked at three dates, three results.</summary>
internal static class NaturalisationScenes
{
    private static readonly (string Date, string Why)[] Dates =
    [
        ("2022-06-01", "eight years asked, six only with special achievements"),
        ("2024-06-20", "the last days of the old law"),
        ("2024-06-27", "the first day of the new law: a further commitment"),
    ];

    public static async Task<bool> PlayAsync(Cast cast, string caseId, CancellationToken ct)
    {
        var referral = await ReferAsync(cast.CaseManager, caseId, ct);
        var path = $"/naturalisation/referrals/{referral}";
        await cast.NaturalisationOfficer.UntilAsync("/naturalisation/referrals?limit=200",
            body => body["items"]!.AsArray().Any(item => item!["id"]!.ToString() == referral), "the referral reaches the EBH", ct);
        var pulled = await cast.NaturalisationOfficer.PostAsync(path + "/facts", null, ct);
        Script.Line("natur", "pulls the consented facts from cases, by one call under the consent", pulled.TraceId);

        var outcomes = new List<string>();
        foreach (var (date, why) in Dates)
        {
            var check = await cast.NaturalisationOfficer.PostAsync(path + "/checks", new { decisionOn = date, route = "STAG_10", facts = Facts }, ct);
            var result = check.Body["result"]!;
            var open = result["requirements"]!.AsArray().Where(found => found!["outcome"]!.ToString() is not ("MET" or "EX" or "NA"))
                .Select(found => $"{found!["code"]} {found["outcome"]}");
            outcomes.Add(result["overall"]!.ToString());
            Script.Line("natur", $"checks for {date} ({why}), rules {result["ruleSet"]}: {result["overall"]} {string.Join(", ", open)}", check.TraceId);
        }

        var counselled = await cast.NaturalisationOfficer.PostOnAsync(path, path + "/counselling", new { heldOn = Today }, ct);
        Script.Line("natur", "records the consultation", counselled.TraceId);
        var shown = await cast.CaseManager.UntilAsync($"/cases/cases/{caseId}",
            body => body["naturalisationReferrals"]!.AsArray().Any(row => row!["state"]!.ToString() == "COUNSELLED"), "the consultation reaches the case", ct);
        Script.Line("cm", "sees in the case that the consultation took place", shown.TraceId);
        return outcomes.Distinct(StringComparer.Ordinal).Count() == Dates.Length;
    }

    private static string Today => GermanDay.Today.ToString("yyyy-MM-dd", null);

    private static async Task<string> ReferAsync(Person manager, string caseId, CancellationToken ct)
    {
        var categories = (await manager.GetAsync("/cases/codes", ct)).Body["dataCategories"]!.AsArray().Select(entry => entry!["code"]!.ToString()).ToArray();
        var consent = await manager.PostAsync($"/cases/cases/{caseId}/consents", new
        {
            recipient = await CaseScenes.AgencyAsync(manager, "EBH", ct), recipientType = "EBH", purpose = "Prüfung der Einbürgerung", dataCategories = categories, direction = "GIVE",
            validFrom = Today, form = "WRITTEN", languageOfExplanation = "ara",
        }, ct);
        Script.Line("cm", "records the consent that names the EBH", consent.TraceId);
        var referred = await manager.PostOnAsync($"/cases/cases/{caseId}", $"/cases/cases/{caseId}/naturalisation-referrals", null, ct);
        Script.Line("cm", "refers the person to the EBH", referred.TraceId);
        return referred.Id;
    }

    // What the officer knows from the appointment. The commitment of § 10(1) no. 1a is not signed yet.
    private static readonly object Facts = new
    {
        identityClarified = "YES",
        nationalityClarified = "YES",
        fdgoSignedOn = "2022-05-10",
        absences = Array.Empty<object>(),
        integrationCoursePassed = false,
        specialAchievements = new[] { "VOLUNTEERING" },
        livelihood = new { secured = true, benefits = Array.Empty<object>() },
        convictions = Array.Empty<object>(),
        investigations = Array.Empty<object>(),
        language = new { certificate = "B1", writing = "B1" },
        test = new { passed = true },
        extremismFindings = false,
        polygamous = false,
        disregardsEquality = false,
        fraudFindings = Array.Empty<object>(),
    };
}
