using System.Text.Json.Nodes;
using Kim.Contracts.Funding;
using Kim.Funding.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kim.Funding.Tests.Slices;

/// <summary>Positions of the profile, filled, corrected and moved; identity hears of it.</summary>
public sealed class StaffingTests(FundingHost host) : IClassFixture<FundingHost>
{
    private const string Api = FundingHost.Api;

    private static object Fill(decimal vzae, string from, Guid? account = null, string? until = null, string employmentType = "TARIF") =>
        new { accountId = account, vzae, from, until, employmentType };

    /// <summary>An account that identity told of.</summary>
    private async Task<Guid> AccountAsync()
    {
        var account = new TestAccount("neu", 0, Kim.Contracts.Vocabulary.Roles.CaseManager, "ki") { Id = Guid.NewGuid() };
        await host.AddAccountAsync(account);
        return account.Id;
    }

    [Fact]
    public async Task The_profile_stands_in_the_modules_and_positions_as_of_any_day()
    {
        var modules = (await host.GetAsync("/modules?asOf=2021-12-31"))["items"]!.AsArray();
        Assert.Equal([3.5m, 6m, 1.5m], modules.Select(module => module!["quotaVzae"]!.GetValue<decimal>()));
        Assert.Equal([3.5m, 12m, 2m], (await host.GetAsync("/modules?asOf=2022-01-01"))["items"]!.AsArray().Select(module => module!["quotaVzae"]!.GetValue<decimal>()));
        Assert.Null((await host.GetAsync("/modules?asOf=2021-04-27"))["items"]![0]!["quotaVzae"]);

        var cm2 = await host.GetAsync("/positions/cm-2");
        Assert.Equal(("stadt-duelmen", "ki"), (cm2["employer"]!.GetValue<string>(), cm2["fachaufsicht"]!.GetValue<string>()));
        Assert.Equal(["05558016", "05558032"], cm2["regionServed"]!.AsArray().Select(ags => ags!.GetValue<string>()));
        var then = (await host.GetAsync("/positions?asOf=2021-05-01&limit=200"))["items"]!.AsArray();
        Assert.DoesNotContain(then, position => position!["key"]!.GetValue<string>() == "cm-2");
        Assert.Contains(then, position => position!["key"]!.GetValue<string>() == "teilhabemanagement-caritas" && position["state"]!.GetValue<string>() == "FILLED");
    }

    [Fact]
    public async Task The_programmes_show_no_offer_and_count_a_position_once()
    {
        var programmes = (await host.GetAsync("/programmes?asOf=2021-06-01"))["items"]!.AsArray();
        var durchstarten = programmes.Single(programme => programme!["key"]!.GetValue<string>() == "durchstarten")!;
        var states = durchstarten["components"]!.AsArray().GroupBy(component => component!["number"]!.GetValue<int>())
            .ToDictionary(group => group.Key, group => group.First()!["stateDe"]!.GetValue<string>());
        Assert.Equal("kein Angebot", states[5]);
        Assert.Equal("wird angeboten", states[6]);
        Assert.Equal(4.5m, durchstarten["positionsVzae"]!.GetValue<decimal>());
        Assert.Equal(["teilhabemanagement-caritas"], durchstarten["sharedPositions"]!.AsArray().Select(key => key!.GetValue<string>()));
        var others = (await host.GetAsync("/quota-check?asOf=2021-06-01"))["outsideModules"]!;
        Assert.Equal(4.5m, others["planned"]!.GetValue<decimal>());
        Assert.Equal(1.5m, others["filled"]!.GetValue<decimal>());

        var answer = (await host.Office.PostAsync($"{Api}/programmes/durchstarten/eligibility", new { age = 27, status = "DULDUNG", entryOn = "2021-06-01" })).Expect(HttpStatusCode.OK).Json;
        Assert.Equal("MATCH", answer["outcome"]!.GetValue<string>());
        answer = (await host.Office.PostAsync($"{Api}/programmes/durchstarten/eligibility", new { age = 28, status = "NE", entryOn = "2023-02-01" })).Expect(HttpStatusCode.OK).Json;
        Assert.Equal("EXCEPTION_WITH_REASON", answer["outcome"]!.GetValue<string>());
        Assert.Equal(["AGE_ABOVE", "STATUS_NOT_NAMED", "PROGRAMME_ENDED"], answer["reasons"]!.AsArray().Select(reason => reason!["code"]!.GetValue<string>()));
        (await host.Office.PostAsync($"{Api}/programmes/nirgends/eligibility", new { age = 20, status = "X", entryOn = "2021-06-01" })).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_plan_of_the_Kreis_keeps_all_quotas()
    {
        var check = await host.GetAsync("/quota-check?asOf=2021-12-31");
        Assert.Equal((11m, 11m), (check["total"]!["quota"]!.GetValue<decimal>(), check["total"]!["planned"]!.GetValue<decimal>()));
        Assert.Equal(17.5m, (await host.GetAsync("/quota-check?asOf=2022-01-01"))["total"]!["planned"]!.GetValue<decimal>());
        Assert.Empty(check["violations"]!.AsArray());
    }

    [Fact]
    public async Task A_position_is_filled_ended_and_corrected_and_identity_hears_of_each()
    {
        var account = await AccountAsync();
        var filled = (await host.Office.PostAsync($"{Api}/positions/cm-8/occupancies", Fill(0.6m, "2026-02-01", account))).Expect(HttpStatusCode.Created);
        Assert.Equal("PARTLY_FILLED", filled.Json["state"]!.GetValue<string>());
        var told = await host.WaitForEventAsync<PositionFilled>(message => message.AccountId == account);
        Assert.Equal(("cm-8", "MODUL_II", "stadt-coesfeld", "ki", 0.6m, new DateOnly(2026, 2, 1)), (told.Position, told.Module, told.Employer, told.Fachaufsicht, told.Vzae, told.From));
        Assert.Equal(4, told.Ags.Count);

        (await host.Office.PostAsync($"{Api}/positions/cm-8/occupancies", Fill(0.41m, "2026-03-01"))).Expect(HttpStatusCode.Conflict);
        (await host.Office.PostAsync($"{Api}/positions/cm-8/occupancies", Fill(0.4m, "2026-03-01"))).Expect(HttpStatusCode.Created);

        var route = $"{Api}/positions/cm-8/occupancies/{filled.Id}";
        (await host.Office.PostAsync($"{route}/end", new { until = "2026-06-01" })).ExpectProblem((HttpStatusCode)428, "precondition-required");
        var etag = await host.ETagAsync("/positions/cm-8");
        (await host.Office.PostAsync($"{route}/end", new { until = "2026-06-01" }, ifMatch: etag)).Expect(HttpStatusCode.OK);
        (await host.Office.PostAsync($"{route}/end", new { until = "2026-07-01" }, ifMatch: etag)).ExpectProblem(HttpStatusCode.PreconditionFailed, "precondition-failed");
        var vacated = await host.WaitForEventAsync<PositionVacated>(message => message.AccountId == account);
        Assert.Equal(new DateOnly(2026, 6, 1), vacated.VacantFrom);
        Assert.True(vacated.Version > told.Version);

        var other = await AccountAsync();
        (await host.Office.PostAsync($"{route}/correction", new { reason = "Verwechslung", facts = Fill(0.6m, "2026-02-15", other) }, ifMatch: await host.ETagAsync("/positions/cm-8"))).Expect(HttpStatusCode.OK);
        var again = await host.WaitForEventAsync<PositionFilled>(message => message.AccountId == other);
        Assert.Contains(host.ReceivedEvents<PositionVacated>(), message => message.AccountId == account && message.VacantFrom == new DateOnly(2026, 2, 1) && message.Version < again.Version);
        var rows = (await host.GetAsync("/positions/cm-8"))["occupancies"]!.AsArray();
        var wrong = rows.Single(row => row!["id"]!.GetValue<Guid>() == filled.Id)!;
        Assert.Equal(("Verwechslung", TestAccounts.FundingOfficer.Id), (wrong["corrected"]!["reason"]!.GetValue<string>(), wrong["corrected"]!["by"]!.GetValue<Guid>()));
        (await host.Office.PostAsync($"{route}/correction", new { reason = "nochmals" }, ifMatch: await host.ETagAsync("/positions/cm-8"))).Expect(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Of_two_who_fill_the_same_position_at_once_one_is_refused()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => host.Office.PostAsync($"{Api}/positions/cm-9/occupancies", Fill(1m, "2026-02-01"))));
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Created);
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.Created), answer => Assert.Equal("POSITION_OVERFILLED", answer.Expect(HttpStatusCode.Conflict).Json["guard"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_position_leaves_the_KI_by_a_decision_of_the_Kreis_alone()
    {
        const string route = $"{Api}/positions/cm-7/attributes";
        Assert.Equal("DECISION_REQUIRED", (await host.Office.PostAsync(route, new { from = "2026-01-01", employer = "gemeinde-senden" })).Expect(HttpStatusCode.Conflict).Json["guard"]!.GetValue<string>());
        Assert.Equal("DECISION_REQUIRED", (await host.Office.PostAsync(route, new { from = "2026-01-01", employer = "gemeinde-senden", decisionKey = "land-bewilligung-kim" })).Expect(HttpStatusCode.Conflict).Json["guard"]!.GetValue<string>());
        (await host.Office.PostAsync($"{Api}/decisions", new { key = "kreistag-2026", body = "KREISTAG", title = "Abgabe einer Stelle", decidedOn = "2026-03-01" })).Expect(HttpStatusCode.Created);
        (await host.Office.PostAsync(route, new { from = "2026-02-28", employer = "gemeinde-senden", decisionKey = "kreistag-2026" })).Expect(HttpStatusCode.Conflict);
        var moved = (await host.Office.PostAsync(route, new { from = "2026-03-01", employer = "gemeinde-senden", decisionKey = "kreistag-2026" })).Expect(HttpStatusCode.Created).Json;
        Assert.Equal(("ki", "kreistag-2026"), (moved["fachaufsicht"]!.GetValue<string>(), moved["decisionKey"]!.GetValue<string>()));
        Assert.Equal("ki", (await host.GetAsync("/positions/cm-7?asOf=2026-02-28"))["employer"]!.GetValue<string>());
        Assert.Equal("gemeinde-senden", (await host.GetAsync("/positions/cm-7?asOf=2026-03-01"))["employer"]!.GetValue<string>());
    }

    [Fact]
    public async Task New_attributes_are_told_to_the_holder_when_their_day_has_come()
    {
        var account = await AccountAsync();
        (await host.Office.PostAsync($"{Api}/positions/cm-11/occupancies", Fill(1m, "2026-01-01", account))).Expect(HttpStatusCode.Created);
        var tomorrow = TestDay.Today.AddDays(2);
        (await host.Office.PostAsync($"{Api}/positions/cm-11/attributes", new { from = tomorrow.ToString("yyyy-MM-dd", null), regionServed = new[] { "05558004" } })).Expect(HttpStatusCode.Created);
        var job = host.Services.GetServices<IHostedService>().OfType<AnnounceAttributes>().Single();
        await job.RunAsync(default);
        Assert.False(await AnnouncedAsync());
        // The day comes: as if it had been entered for today.
        await host.QueryAsync("update position_attributes set valid_from = current_date where position = 'cm-11' and not announced");
        await host.QueryAsync("update position_attributes set valid_until = current_date where position = 'cm-11' and announced");
        await job.RunAsync(default);
        Assert.True(await AnnouncedAsync());
        var told = await host.WaitForEventAsync<PositionFilled>(message => message.AccountId == account && message.Ags.Count == 1);
        await job.RunAsync(default);
        Assert.Equal(told.Version, await host.Database.ScalarAsync<long>("select occupancy_version from positions where key = 'cm-11'"));

        Task<bool> AnnouncedAsync() => host.Database.ScalarAsync<bool>("select bool_and(announced) from position_attributes where position = 'cm-11'");
    }

    [Fact]
    public async Task A_breach_is_recorded_and_listed_with_its_rule_and_day()
    {
        (await host.Office.PostAsync($"{Api}/decisions", new { key = "kreistag-coord", body = "KREISTAG", title = "Versuch", decidedOn = "2025-01-01" })).Expect(HttpStatusCode.Created);
        (await host.Office.PostAsync($"{Api}/positions/coord-3/attributes", new { from = "2025-04-01", employer = "stadt-duelmen", decisionKey = "kreistag-coord" })).Expect(HttpStatusCode.Created);
        var answer = (await host.Office.PostAsync($"{Api}/positions/coord-3/occupancies", Fill(1m, "2025-03-01"))).Expect(HttpStatusCode.Created).Json;
        Assert.Empty(answer["warnings"]!.AsArray());
        var check = await host.GetAsync("/quota-check?asOf=2026-01-01");
        var found = check["violations"]!.AsArray().Single(violation => violation!["position"]?.GetValue<string>() == "coord-3")!;
        Assert.Equal(("MODULE_EMPLOYER_NOT_ALLOWED", "2025-04-01", "S-39"), (found["rule"]!.GetValue<string>(), found["since"]!.GetValue<string>(), found["norm"]![0]!.GetValue<string>()));
        Assert.DoesNotContain((await host.GetAsync("/quota-check?asOf=2025-03-31"))["violations"]!.AsArray(), violation => violation!["position"]?.GetValue<string>() == "coord-3");
    }

    [Fact]
    public async Task A_KI_position_without_a_district_is_a_warning()
    {
        await host.QueryAsync("delete from districts where position = 'coord-4'");
        var answer = (await host.Office.PostAsync($"{Api}/positions/coord-4/occupancies", Fill(0.5m, "2026-02-01"))).Expect(HttpStatusCode.Created).Json;
        Assert.Equal("DISTRICT_MISSING", answer["warnings"]!.AsArray().Single()!["code"]!.GetValue<string>());
        var warnings = (await host.GetAsync("/quota-check?asOf=2026-02-01"))["warnings"]!.AsArray();
        Assert.Contains(warnings, warning => warning!["rule"]!.GetValue<string>() == "DISTRICT_MISSING" && warning["position"]!.GetValue<string>() == "coord-4" && warning["norm"]![0]!.GetValue<string>() == "S-67");
    }

    [Fact]
    public async Task Who_holds_a_position_is_read_on_record()
    {
        await host.GetAsync("/positions/cm-1");
        Assert.True(await host.Database.ScalarAsync<long>(
            "select count(*) from audit where action = 'READ' and subject = 'position' and operation = 'GetPosition' and account_id = $1", TestAccounts.FundingOfficer.Id) > 0);
    }

    [Fact]
    public async Task Pages_are_stable_and_complete()
    {
        var all = (await host.GetAsync("/positions?asOf=2022-06-01&limit=200"))["items"]!.AsArray().Select(Key).ToList();
        var paged = new List<string>();
        string? after = null;
        do
        {
            var page = await host.GetAsync($"/positions?asOf=2022-06-01&limit=4{(after is null ? "" : "&after=" + after)}");
            paged.AddRange(page["items"]!.AsArray().Select(Key));
            after = page["next"]?.GetValue<string>();
        }
        while (after is not null);
        Assert.Equal(all, paged);

        static string Key(JsonNode? item) => item!["key"]!.GetValue<string>();
    }
}
