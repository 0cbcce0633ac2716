namespace Kim.Funding.Tests.Slices;

/// <summary>Decisions, grants, costs and the balance over HTTP.</summary>
public sealed class MoneyTests(FundingHost host) : IClassFixture<FundingHost>
{
    private const string Api = FundingHost.Api;

    private static object NewGrant(string kind = "FOERDERUNG", decimal amount = 1000m, string title = "Neue Bewilligung") => new
    {
        title, programme = "kim", funder = "bezreg-arnsberg", instrument = "ZUWENDUNG", kind, awardFrom = "2030-01-01", instalments = new[] { new { year = 2030, amountEur = amount } },
    };

    private async Task<Guid> RecordAsync(object grant, string from = "2030-01-01", string until = "2031-01-01", string knownFrom = "2024-01-01") =>
        (await host.Office.PostAsync($"{Api}/grants", new { grant, period = new { from, until, knownFrom }, conditions = new[] { new { key = "konzept", title = "Konzept liegt vor" } } })).Expect(HttpStatusCode.Created).Id;

    [Fact]
    public async Task The_decision_of_the_Kreistag_keeps_what_the_deck_said()
    {
        var found = await host.GetAsync("/decisions/kreistag-kim-umsetzung");
        Assert.Equal(("2020-09-09", true), (found["decidedOn"]!.GetValue<string>(), found["corrected"]!.GetValue<bool>()));
        Assert.Equal(["2021-09-09", "2020-09-09"], found["versions"]!.AsArray().Select(version => version!["decidedOn"]!.GetValue<string>()));

        (await host.Office.PostAsync($"{Api}/decisions", new { key = "land-2026", body = "LAND", title = "Erlass", decidedOn = "2026-05-01" })).Expect(HttpStatusCode.Created);
        (await host.Office.PostAsync($"{Api}/decisions", new { key = "land-2026", body = "LAND", title = "Erlass", decidedOn = "2026-05-01" })).Expect(HttpStatusCode.Conflict);
        var etag = await host.ETagAsync("/decisions/land-2026");
        (await host.Office.PostAsync($"{Api}/decisions/land-2026/corrections", new { reason = "Schreibfehler", decidedOn = "2026-05-02" })).Expect((HttpStatusCode)428);
        var corrected = (await host.Office.PostAsync($"{Api}/decisions/land-2026/corrections", new { reason = "Schreibfehler", decidedOn = "2026-05-02" }, ifMatch: etag)).Expect(HttpStatusCode.OK);
        Assert.Equal(("Schreibfehler", 2), (corrected.Json["versions"]![1]!["recorded"]!["reason"]!.GetValue<string>(), corrected.Json["versions"]!.AsArray().Count));
        (await host.Office.PostAsync($"{Api}/decisions/land-2026/corrections", new { reason = "nichts Neues" }, ifMatch: corrected.ETag)).Expect(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("2020-04-13", "2020-12-01", null)]
    [InlineData("2020-04-14", "2021-12-01", "2022-03-31")]
    [InlineData("2021-11-01", "2022-12-01", "2023-03-31")]
    public async Task The_Integrationspauschale_is_shown_as_it_was_known(string asOf, string until, string? proofDue)
    {
        var grant = await host.GetAsync($"/grants/{await host.GrantAsync("integrationspauschale-2019")}?asOf={asOf}");
        Assert.Equal((until, proofDue), (grant["period"]!["until"]!.GetValue<string>(), grant["period"]!["proofDueOn"]?.GetValue<string>()));
        Assert.Equal(3, grant["periods"]!.AsArray().Count);
    }

    [Fact]
    public async Task The_condition_Produktionsnetzwerk_is_met_by_the_network_and_an_open_one_can_be_proven()
    {
        var id = await host.GrantAsync("kim-modul-i");
        var conditions = (await host.GetAsync($"/grants/{id}"))["conditions"]!.AsArray();
        var network = conditions.Single(condition => condition!["key"]!.GetValue<string>() == "produktionsnetzwerk")!;
        Assert.Equal("MET", network["state"]!.GetValue<string>());
        Assert.Equal(["network:committees/netzwerk-chancengerechtigkeit", "MKFFI und Prof. Dr. Bogumil, Evaluation"], network["evidence"]!.AsArray().Select(proof => proof!["reference"]!.GetValue<string>()));

        var grant = await RecordAsync(NewGrant());
        Assert.Equal("OPEN", (await host.GetAsync($"/grants/{grant}"))["conditions"]![0]!["state"]!.GetValue<string>());
        (await host.Office.PostAsync($"{Api}/grants/{grant}/conditions/konzept/evidence", new { kind = "DOCUMENT", reference = "Konzept 2030" })).Expect(HttpStatusCode.Created);
        Assert.Equal("MET", (await host.GetAsync($"/grants/{grant}"))["conditions"]![0]!["state"]!.GetValue<string>());
        (await host.Office.PostAsync($"{Api}/grants/{grant}/conditions/andere/evidence", new { kind = "DOCUMENT", reference = "Konzept 2030" })).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_grant_is_changed_and_its_period_extended_with_the_version_that_was_read()
    {
        var id = await RecordAsync(NewGrant());
        var etag = await host.ETagAsync($"/grants/{id}");
        (await host.Office.PutAsync($"{Api}/grants/{id}", NewGrant(amount: 1500m), null)).Expect((HttpStatusCode)428);
        Assert.Equal(1500m, (await host.Office.PutAsync($"{Api}/grants/{id}", NewGrant(amount: 1500m), etag)).Expect(HttpStatusCode.OK).Json["amountEur"]!.GetValue<decimal>());
        (await host.Office.PutAsync($"{Api}/grants/{id}", NewGrant(), etag)).Expect(HttpStatusCode.PreconditionFailed);
        var longer = new { from = "2030-01-01", until = "2032-01-01", knownFrom = "2025-01-01", proofDueOn = "2032-03-31" };
        etag = await host.ETagAsync($"/grants/{id}");
        (await host.Office.PostAsync($"{Api}/grants/{id}/periods", longer, ifMatch: etag)).Expect(HttpStatusCode.OK);
        (await host.Office.PostAsync($"{Api}/grants/{id}/periods", longer, ifMatch: await host.ETagAsync($"/grants/{id}"))).Expect(HttpStatusCode.Conflict);
        Assert.Equal("2031-01-01", (await host.GetAsync($"/grants/{id}?asOf=2024-12-31"))["period"]!["until"]!.GetValue<string>());
        Assert.Equal("2032-01-01", (await host.GetAsync($"/grants/{id}?asOf=2025-01-01"))["period"]!["until"]!.GetValue<string>());
        Assert.Null((await host.GetAsync($"/grants/{id}?asOf=2023-12-31"))["period"]);
    }

    [Fact]
    public async Task What_the_grant_does_not_bear_is_own_share_with_its_reasons()
    {
        var grantId = await host.GrantAsync("integrationspauschale-2019");
        var cost = new { voucher = host.NewVoucher(), type = "PENSIONSRUECKSTELLUNG", amountEur = 100m, spentOn = "2021-12-01", bookedOn = "2021-10-31", grantId };
        (await host.Office.PostAsync($"{Api}/costs", new { cost.voucher, cost.type, cost.amountEur, cost.spentOn, cost.bookedOn, cost.grantId, requireEligible = true })).Expect(HttpStatusCode.Conflict);
        var booked = (await host.Office.PostAsync($"{Api}/costs", cost)).Expect(HttpStatusCode.Created).Json;
        Assert.False(booked["eligible"]!.GetValue<bool>());
        Assert.Equal(["OUTSIDE_PERIOD", "TYPE_NOT_ELIGIBLE"], booked["reasons"]!.AsArray().Select(reason => reason!["code"]!.GetValue<string>()));
        Assert.Equal(2, booked["periodNumber"]!.GetValue<int>());

        var later = (await host.Office.PostAsync($"{Api}/costs", new { voucher = host.NewVoucher(), type = "ENTGELT", amountEur = 100m, spentOn = "2021-12-01", bookedOn = "2021-11-01", grantId })).Expect(HttpStatusCode.Created).Json;
        Assert.True(later["eligible"]!.GetValue<bool>());
        Assert.Equal(3, later["periodNumber"]!.GetValue<int>());
    }

    [Fact]
    public async Task The_same_line_is_never_booked_on_two_grants()
    {
        var (first, second) = (await host.GrantAsync("kim-modul-i"), await host.GrantAsync("kim-modul-ii"));
        object On(Guid? grantId, string voucher, int line = 1) => new { voucher, line, type = "ENTGELT", amountEur = 10m, spentOn = "2024-05-01", grantId };
        var voucher = host.NewVoucher();
        var booked = (await host.Office.PostAsync($"{Api}/costs", On(first, voucher))).Expect(HttpStatusCode.Created);
        Assert.Equal("DOUBLE_FUNDING", (await host.Office.PostAsync($"{Api}/costs", On(second, voucher))).Expect(HttpStatusCode.Conflict).Json["guard"]!.GetValue<string>());
        Assert.Equal("LINE_BOOKED", (await host.Office.PostAsync($"{Api}/costs", On(first, voucher))).Expect(HttpStatusCode.Conflict).Json["guard"]!.GetValue<string>());
        (await host.Office.PostAsync($"{Api}/costs", On(second, voucher, 2))).Expect(HttpStatusCode.Created);

        var etag = await host.ETagAsync($"/costs/{booked.Id}");
        var reversal = (await host.Office.PostAsync($"{Api}/costs/{booked.Id}/reversal", new { reason = "Falsche Bewilligung" }, ifMatch: etag)).Expect(HttpStatusCode.Created);
        Assert.Equal(-10m, reversal.Json["amountEur"]!.GetValue<decimal>());
        (await host.Office.PostAsync($"{Api}/costs/{booked.Id}/reversal", new { reason = "nochmals" }, ifMatch: await host.ETagAsync($"/costs/{booked.Id}"))).Expect(HttpStatusCode.Conflict);
        (await host.Office.PostAsync($"{Api}/costs", On(second, voucher))).Expect(HttpStatusCode.Created);

        var other = host.NewVoucher();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => host.Office.PostAsync($"{Api}/costs", On(number % 2 == 0 ? first : second, other))));
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Created);
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.Created), answer => answer.Expect(HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task The_balance_of_the_profile_follows_S_08()
    {
        var year = await host.GetAsync("/balance?year=2025");
        Assert.Equal((1020000m, 0m, 870000m, 36000m, 150000m),
            (Eur("grantsEur"), Eur("integrationspauschaleEur"), Eur("costEur"), Eur("pensionProvisionsEur"), Eur("netBalanceEur")));
        // 1,020,000 / 834,000
        Assert.Equal(1.2230m, year["refinancingRatio"]!.GetValue<decimal>());
        Assert.False(year["ownShareRemains"]!.GetValue<bool>());
        Assert.Equal(["PERSONALKOSTEN", "SACHKOSTEN", "INTEGRATIONSMASSNAHMEN"], year["categories"]!.AsArray().Select(category => category!["code"]!.GetValue<string>()));
        var benefit = year["byMunicipality"]!.AsArray().Single()!;
        Assert.Equal(("05558012", "Coesfeld", 81600m), (benefit["ags"]!.GetValue<string>(), benefit["name"]!.GetValue<string>(), benefit["amountEur"]!.GetValue<decimal>()));
        // cm-1 was filled the whole year: 68,400 − 57,000
        var shortfall = year["shortfalls"]!.AsArray().Single(row => row!["position"]!.GetValue<string>() == "cm-1")!;
        Assert.Equal((57000m, 11400m, 12m), (shortfall["lumpSumEur"]!.GetValue<decimal>(), shortfall["uncoveredEur"]!.GetValue<decimal>(), shortfall["vzaeMonths"]!.GetValue<decimal>()));
        Assert.Null((await host.GetAsync("/balance?year=2019"))["refinancingRatio"]);

        decimal Eur(string member) => year[member]!.GetValue<decimal>();
    }

    [Fact]
    public async Task An_own_share_is_flagged_and_lines_are_summed_after_rounding()
    {
        await RecordAsync(NewGrant(amount: 100m));
        (await host.Office.PostAsync($"{Api}/costs", new { voucher = host.NewVoucher(), type = "PROJEKT", amountEur = 2000000m, spentOn = "2030-06-01" })).Expect(HttpStatusCode.Created);
        var year = await host.GetAsync("/balance?year=2030");
        Assert.True(year["ownShareRemains"]!.GetValue<bool>());
        Assert.Equal(2000000m, year["notEligibleEur"]!.GetValue<decimal>());
        Assert.Equal(year["costEur"]!.GetValue<decimal>() - year["grantsEur"]!.GetValue<decimal>(), year["ownShareEur"]!.GetValue<decimal>());
        Assert.Null(year["byMunicipality"]![0]!["ags"]);
    }

    [Fact]
    public async Task Costs_are_listed_by_filters_and_pages()
    {
        var page = await host.GetAsync("/costs?year=2021&limit=2");
        Assert.Equal(2, page["items"]!.AsArray().Count);
        var next = await host.GetAsync($"/costs?year=2021&limit=200&after={page["next"]!.GetValue<string>()}");
        Assert.True(next["items"]!.AsArray().Count >= 3);
        Assert.All((await host.GetAsync("/costs?year=2025&position=cm-1"))["items"]!.AsArray(), cost => Assert.Equal("cm-1", cost!["position"]!.GetValue<string>()));
        Assert.All((await host.GetAsync("/costs?eligible=false"))["items"]!.AsArray(), cost => Assert.NotEmpty(cost!["reasons"]!.AsArray()));
        var types = (await host.GetAsync("/cost-types"))["items"]!.AsArray();
        Assert.Equal(3, types.Select(type => type!["category"]!.GetValue<string>()).Distinct().Count());
        Assert.Contains((await host.GetAsync("/lump-sums"))["items"]!.AsArray(), sum => sum!["yearlyEur"]!.GetValue<decimal>() == 22500m);
    }
}
