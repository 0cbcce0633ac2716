using System.Text.Json.Nodes;
using Kim.Contracts.Naturalisation;

namespace Kim.Naturalisation.Tests.Slices;

public sealed class ProcedureTests(NaturalisationHost host) : IClassFixture<NaturalisationHost>
{
    private const string Api = NaturalisationHost.Api;
    private static readonly DateOnly Today = NaturalisationHost.Today;

    [Fact]
    public async Task A_procedure_goes_its_way_and_is_published_without_personal_data()
    {
        var id = await host.AppliedAsync();
        var decided = (await host.StepAsync(id, "decision", NaturalisationHost.Grant())).Expect(HttpStatusCode.OK).Json;
        Assert.Equal(("ENTSCHEIDUNG", "NATURALISATION", 255m), (decided["state"]!.GetValue<string>(), decided["feeRule"]!.GetValue<string>(), decided["feeEur"]!.GetValue<decimal>()));
        var done = (await host.StepAsync(id, "hand-over", new { handedOverOn = Today })).Expect(HttpStatusCode.OK).Json;
        Assert.Equal("AUSHAENDIGUNG", done["state"]!.GetValue<string>());
        Assert.Empty(done["allowed"]!.AsArray());

        var held = await host.WaitForEventAsync<CounsellingHeld>(e => e.ReferralId == id);
        var filed = await host.WaitForEventAsync<ApplicationFiled>(e => e.ReferralId == id);
        var made = await host.WaitForEventAsync<DecisionMade>(e => e.ReferralId == id);
        var conferred = await host.WaitForEventAsync<CitizenshipConferred>(e => e.ReferralId == id);
        Assert.Equal((1L, Today.AddDays(-20)), (held.Version, held.HeldOn));
        Assert.Equal((2L, "STAG_10", Today.AddDays(-10)), (filed.Version, filed.Route, filed.FiledOn));
        Assert.Equal((3L, "GRANTED", Today), (made.Version, made.Outcome, made.DecidedOn));
        Assert.Equal((4L, Today), (conferred.Version, conferred.ConferredOn));
        var kinds = (await host.Officer.CallAsync($"{Api}/referrals/{id}/checks")).Expect(HttpStatusCode.OK).Json["items"]!.AsArray().Select(item => item!["kind"]!.GetValue<string>());
        Assert.Equal(["HAND_OVER", "DECISION", "CHECK"], kinds);
        var payloads = await host.QueryAsync("select payload::text as body from outbox");
        Assert.DoesNotContain(payloads, row => ((string)row["body"]!).Contains("1985-03-14", StringComparison.Ordinal) || ((string)row["body"]!).Contains("Voraussetzungen", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Steps_follow_each_other_and_need_the_version_that_was_read()
    {
        var id = await host.PulledAsync();
        (await host.Officer.PostAsync($"{Api}/referrals/{id}/counselling", new { heldOn = Today })).ExpectProblem((HttpStatusCode)428, "precondition-required");
        (await host.Officer.PostAsync($"{Api}/referrals/{id}/counselling", new { heldOn = Today }, ifMatch: "\"1\"")).ExpectProblem(HttpStatusCode.PreconditionFailed, "precondition-failed");
        var refused = (await host.StepAsync(id, "application", new { route = "STAG_10", filedOn = Today })).ExpectProblem(HttpStatusCode.Conflict, "step-not-allowed");
        Assert.Equal(("STATE_EINGEGANGEN", "BERATUNG"), (refused.Json["guard"]!.GetValue<string>(), refused.Json["allowed"]!.AsArray().Single()!.GetValue<string>()));
        (await host.StepAsync(id, "counselling", new { heldOn = Today.AddDays(1) })).ExpectProblem(HttpStatusCode.BadRequest, "day-out-of-order");
        (await host.StepAsync(id, "counselling", new { heldOn = Today.AddDays(-31) })).ExpectProblem(HttpStatusCode.BadRequest, "day-out-of-order");
        (await host.StepAsync(id, "counselling", new { heldOn = Today })).Expect(HttpStatusCode.OK);
        (await host.StepAsync(id, "hand-over", new { handedOverOn = Today })).Expect(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_decision_rests_on_a_check_an_interview_and_met_requirements()
    {
        var id = await host.PulledAsync();
        (await host.StepAsync(id, "counselling", new { heldOn = Today })).Expect(HttpStatusCode.OK);
        (await host.StepAsync(id, "application", new { route = "STAG_10", filedOn = Today })).Expect(HttpStatusCode.OK);
        Assert.Equal("CHECKED", (await host.StepAsync(id, "decision", NaturalisationHost.Grant())).Expect(HttpStatusCode.Conflict).Json["guard"]!.GetValue<string>());
        var facts = NaturalisationHost.GoodFacts();
        facts["language"]!["writing"] = "A2";
        var check = (await host.CheckAsync(id, facts: facts)).Expect(HttpStatusCode.Created).Id;
        Assert.Equal("INTERVIEW", (await host.StepAsync(id, "decision", new { outcome = "GRANTED", decidedOn = Today, reason = "Ja." })).Expect(HttpStatusCode.Conflict).Json["guard"]!.GetValue<string>());
        var open = (await host.StepAsync(id, "decision", NaturalisationHost.Grant())).ExpectProblem(HttpStatusCode.Conflict, "check-open").Json["requirements"]!.AsArray();
        Assert.Equal("LANG", open.Single()!["code"]!.GetValue<string>());

        (await host.Officer.PostAsync($"{Api}/checks/{check}/overrulings", new { requirement = "LANG", outcome = "MET", reason = " " })).Expect(HttpStatusCode.BadRequest);
        var overruled = (await host.Officer.PostAsync($"{Api}/checks/{check}/overrulings", new { requirement = "LANG", outcome = "MET", reason = "Nachweis der Schule liegt vor." }))
            .Expect(HttpStatusCode.Created).Json;
        Assert.Equal(("NOT", "MET"), (overruled["result"]!["overall"]!.GetValue<string>(), overruled["effectiveOverall"]!.GetValue<string>()));
        Assert.True(await host.Database.ScalarAsync<long>("select count(*) from audit where action = 'CHANGE' and operation = 'OverruleRequirement' and subject_id = (select referral_id from checks where id = $1)", check) == 1);
        var decided = (await host.StepAsync(id, "decision", NaturalisationHost.Grant())).Expect(HttpStatusCode.OK).Json;
        var carried = (await host.Officer.CallAsync($"{Api}/checks/{decided["checkId"]!.GetValue<string>()}")).Json["overrulings"]!.AsArray().Single()!;
        Assert.Equal(check.ToString(), carried["carriedFrom"]!.GetValue<string>());
        (await host.StepAsync(id, "hand-over", new { handedOverOn = Today })).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_pending_investigation_suspends_the_decision_and_waits_in_the_work_list()
    {
        var id = await host.AppliedAsync(Investigated());
        var check = (await host.Officer.CallAsync($"{Api}/referrals/{id}")).Json["lastCheck"]!["checkId"]!.GetValue<string>();
        (await host.Officer.PostAsync($"{Api}/checks/{check}/overrulings", new { requirement = "CRIM", outcome = "MET", reason = "Wird schon." })).Expect(HttpStatusCode.Conflict);
        foreach (var outcome in new[] { "GRANTED", "REFUSED" })
            (await host.StepAsync(id, "decision", new { outcome, decidedOn = Today, reason = "Weil.", interviewOn = Today })).ExpectProblem(HttpStatusCode.Conflict, "decision-suspended");
        var item = (await WorkAsync()).Single(item => item!["referralId"]!.GetValue<string>() == id.ToString())!;
        Assert.Equal(("SUSPENDED", "SUSP"), (item["reason"]!.GetValue<string>(), item["overall"]!.GetValue<string>()));
        var withdrawn = (await host.StepAsync(id, "decision", new { outcome = "WITHDRAWN", decidedOn = Today, reason = "Auf Wunsch.", fee = new { amountEur = 100 } })).Expect(HttpStatusCode.OK).Json;
        Assert.Equal(100m, withdrawn["feeEur"]!.GetValue<decimal>());
        Assert.Empty(withdrawn["allowed"]!.AsArray());
    }

    [Fact]
    public async Task A_failing_recheck_stops_the_hand_over()
    {
        var id = await host.AppliedAsync();
        (await host.StepAsync(id, "decision", NaturalisationHost.Grant())).Expect(HttpStatusCode.OK);
        var stopped = (await host.StepAsync(id, "hand-over", new { handedOverOn = Today, facts = Investigated() })).ExpectProblem(HttpStatusCode.Conflict, "recheck-failed");
        var requirement = stopped.Json["requirements"]!.AsArray().Single()!;
        Assert.Equal(("CRIM", "SUSP"), (requirement["code"]!.GetValue<string>(), requirement["outcome"]!.GetValue<string>()));
        Assert.Equal("ENTSCHEIDUNG", (await host.Officer.CallAsync($"{Api}/referrals/{id}")).Json["state"]!.GetValue<string>());
        (await host.StepAsync(id, "hand-over", new { handedOverOn = Today })).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_bar_entry_bars_the_application_and_stands_in_the_check()
    {
        var id = await host.PulledAsync();
        (await host.StepAsync(id, "counselling", new { heldOn = Today })).Expect(HttpStatusCode.OK);
        (await host.Officer.PostAsync($"{Api}/referrals/{id}/bar-entries", new { kind = "FALSE_STATEMENTS", unappealableOn = Today.AddDays(1) })).ExpectProblem(HttpStatusCode.BadRequest, "day-in-future");
        (await host.Officer.PostAsync($"{Api}/referrals/{id}/bar-entries", new { kind = "FALSE_STATEMENTS", unappealableOn = Today })).Expect(HttpStatusCode.Created);
        (await host.StepAsync(id, "application", new { route = "STAG_10", filedOn = Today })).ExpectProblem(HttpStatusCode.Conflict, "bar-active");
        var check = (await host.CheckAsync(id)).Expect(HttpStatusCode.Created).Json["result"]!;
        Assert.Equal(Today.AddYears(10), DateOnly.Parse(check["firstPossibleOn"]!.GetValue<string>(), CultureInfo.InvariantCulture));
        var entry = (await host.Officer.CallAsync($"{Api}/referrals/{id}")).Json["barEntries"]!.AsArray().Single()!;
        Assert.Equal(Today.AddYears(10), DateOnly.Parse(entry["until"]!.GetValue<string>(), CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Another_law_since_the_check_is_work()
    {
        var id = await host.PulledAsync("BLUE_18G", "2022-08-01");
        (await host.CheckAsync(id, new DateOnly(2025, 9, 15))).Expect(HttpStatusCode.Created);
        var item = (await WorkAsync()).Single(item => item!["referralId"]!.GetValue<string>() == id.ToString())!;
        Assert.Equal(("RULE_SET_CHANGED", "R1.1", "R3.1"), (item["reason"]!.GetValue<string>(), item["checkedUnder"]!.GetValue<string>(), item["rulesNow"]!.GetValue<string>()));
        (await host.CheckAsync(id)).Expect(HttpStatusCode.Created);
        Assert.DoesNotContain(await WorkAsync(), item => item!["referralId"]!.GetValue<string>() == id.ToString());
        await host.WithdrawAsync(id);
    }

    [Fact]
    public async Task Three_dates_have_three_results()
    {
        var id = await host.PulledAsync("BLUE_18G", "2022-08-01");
        var facts = NaturalisationHost.GoodFacts();
        facts["language"] = new JsonObject { ["certificate"] = "C1", ["writing"] = "C1" };
        facts["specialAchievements"] = new JsonArray("JOB");
        var overall = new List<string>();
        foreach (var day in new[] { new DateOnly(2025, 10, 29), new DateOnly(2025, 10, 30), new DateOnly(2027, 8, 1) })
            overall.Add((await host.CheckAsync(id, day, (JsonObject)facts.DeepClone())).Expect(HttpStatusCode.Created).Json["result"]!["overall"]!.GetValue<string>());
        Assert.Equal(["REV", "NOT", "MET"], overall);
        var first = (await host.Officer.CallAsync($"{Api}/referrals/{id}/checks?limit=1")).Json;
        var second = (await host.Officer.CallAsync($"{Api}/referrals/{id}/checks?limit=2&after={first["next"]}")).Json;
        Assert.Equal((1, 2), (first["items"]!.AsArray().Count, second["items"]!.AsArray().Count));
        Assert.Null(second["next"]);
    }

    [Fact]
    public async Task A_quick_check_stores_nothing_and_refuses_what_it_does_not_know()
    {
        var before = await host.Database.ScalarAsync<long>("select count(*) from checks");
        object Body(string status, string day, object? facts = null) => new
        {
            decisionOn = day, person = new { birthDate = "1985-03-14", nationalities = new[] { new { country = "TUR" } }, residencePeriods = new[] { new { status, from = "2020-05-10" } } },
            facts = facts ?? NaturalisationHost.GoodFacts(),
        };
        Assert.Equal("NOT", (await host.Officer.PostAsync($"{Api}/checks/quick", Body("AE_18B", "2025-05-09"))).Expect(HttpStatusCode.OK).Json["overall"]!.GetValue<string>());
        Assert.Equal("MET", (await host.Officer.PostAsync($"{Api}/checks/quick", Body("AE_18B", "2025-05-10"))).Expect(HttpStatusCode.OK).Json["overall"]!.GetValue<string>());
        var bare = (await host.Officer.PostAsync($"{Api}/checks/quick", Body("AE_18B", "2025-05-10", new { }))).Expect(HttpStatusCode.OK).Json;
        Assert.Equal("NOT", bare["overall"]!.GetValue<string>());
        Assert.Contains("convictions", bare["requirements"]!.AsArray().Single(r => r!["code"]!.GetValue<string>() == "CRIM")!["factsMissing"]!.AsArray().Select(path => path!.GetValue<string>()));
        (await host.Officer.PostAsync($"{Api}/checks/quick", Body("AE_99", "2025-05-10"))).ExpectProblem(HttpStatusCode.BadRequest, "status-unknown");
        (await host.Officer.PostAsync($"{Api}/checks/quick", Body("AE_18B", "2021-08-19"))).ExpectProblem(HttpStatusCode.BadRequest, "no-rule-set");
        (await host.Officer.PostAsync($"{Api}/checks/quick", Body("AE_18B", "9999-12-31"))).ExpectProblem(HttpStatusCode.BadRequest, "decision-day-too-far");
        (await host.Officer.PostAsync($"{Api}/checks/quick", Body("AE_18B", "2025-05-10", new { specialAchievements = new[] { "CHESS" } }))).ExpectProblem(HttpStatusCode.BadRequest, "achievement-unknown");
        (await host.Officer.PostAsync($"{Api}/checks/quick", Body("AE_18B", "2025-05-10", new { identityClarified = "MAYBE" }))).Expect(HttpStatusCode.BadRequest);
        (await host.Officer.PostAsync($"{Api}/checks/quick", Body("AE_18B", "2025-05-10", new { livelihood = new { fullTimeMonths = 25 } }))).Expect(HttpStatusCode.BadRequest);
        foreach (var list in new[] { "convictions", "absences", "investigations", "fraudFindings", "specialAchievements" })
            (await host.Officer.PostAsync($"{Api}/checks/quick", Body("AE_18B", "2025-05-10", new Dictionary<string, object?[]> { [list] = [null] }))).Expect(HttpStatusCode.BadRequest);
        (await host.Officer.PostAsync($"{Api}/checks/quick", Body("AE_18B", "2025-05-10", new { surprise = 1 }))).Expect(HttpStatusCode.BadRequest);
        Assert.Equal(before, await host.Database.ScalarAsync<long>("select count(*) from checks"));
    }

    [Fact]
    public async Task Rule_sets_are_listed_by_day()
    {
        var all = (await host.Officer.CallAsync($"{Api}/rule-sets")).Expect(HttpStatusCode.OK).Json["items"]!.AsArray();
        Assert.Equal(["R0", "R1", "R2", "R3"], all.Select(set => set!["key"]!.GetValue<string>()));
        foreach (var (day, key) in new[] { ("2024-06-26", "R0"), ("2024-06-27", "R1"), ("2025-10-29", "R1"), ("2025-10-30", "R2"), ("2025-12-23", "R2"), ("2025-12-24", "R3") })
            Assert.Equal(key, (await host.Officer.CallAsync($"{Api}/rule-sets?asOf={day}")).Json["items"]!.AsArray().Single()!["key"]!.GetValue<string>());
        Assert.Empty((await host.Officer.CallAsync($"{Api}/rule-sets?asOf=2021-08-19")).Json["items"]!.AsArray());
    }

    private async Task<JsonArray> WorkAsync() => (await host.Officer.CallAsync($"{Api}/worklist?limit=200")).Expect(HttpStatusCode.OK).Json["items"]!.AsArray();

    private static JsonObject Investigated()
    {
        var facts = NaturalisationHost.GoodFacts();
        facts["investigations"] = new JsonArray(new JsonObject { ["openedOn"] = "2026-01-02" });
        return facts;
    }
}
