using Kim.Contracts.Interpreters;

namespace Kim.Interpreters.Tests.Slices;

public sealed class SettlementTests(InterpretersHost host) : IClassFixture<InterpretersHost>
{
    private const string Api = "/api/v1/interpreters";

    private static readonly int Year = TimeProvider.System.GetUtcNow().Year;

    [Fact]
    public async Task An_assignment_is_paid_once_however_often_it_is_asked()
    {
        var id = await host.VerifiedAsync();
        var before = await ChargedAsync("land-ehrenamt");
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => host.Desk.PostAsync($"{Api}/requests/{id}/settlement", new { }))));
        Assert.Equal(1, answers.Count(answer => answer.Status == HttpStatusCode.OK));
        Assert.Equal(9, answers.Count(answer => answer.Status == HttpStatusCode.Conflict));
        Assert.Equal(before + 22.50m, await ChargedAsync("land-ehrenamt"));
        Assert.Equal(1, await host.Database.ScalarAsync<long>("select count(*) from outbox where aggregate_id = $1 and type = 'kim.interpreters.assignment-settled'", id));
    }

    [Fact]
    public async Task A_repeated_request_gets_the_same_answer()
    {
        var id = await host.VerifiedAsync();
        var first = (await host.Desk.PostAsync($"{Api}/requests/{id}/settlement", new { }, key: "pay-once-" + id)).Expect(HttpStatusCode.OK);
        var second = (await host.Desk.PostAsync($"{Api}/requests/{id}/settlement", new { }, key: "pay-once-" + id)).Expect(HttpStatusCode.OK);
        Assert.Equal(first.Text, second.Text);
    }

    [Fact]
    public async Task Simultaneous_payments_cannot_overspend_a_pot()
    {
        var ids = new List<Guid>();
        for (var i = 0; i < 4; i++) ids.Add(await host.VerifiedAsync(minutes: 30));
        var charged = await ChargedAsync("land-ehrenamt");
        // Money for two of the four, and nobody else bears an allowance.
        await SetAmountAsync("land-ehrenamt", charged + 15m);
        var bears = (await host.QueryAsync("select bears::text from funding_pots where key = 'kreis-pool'")).Single()["bears"];
        await host.QueryAsync("update funding_pots set bears = '[\"TRAVEL\"]' where key = 'kreis-pool'");
        try
        {
            var answers = await Task.WhenAll(ids.Select(id => Task.Run(() => host.Desk.PostAsync($"{Api}/requests/{id}/settlement", new { }))));
            Assert.Equal(2, answers.Count(answer => answer.Status == HttpStatusCode.OK));
            Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.OK), answer => Assert.Equal("POT_EXHAUSTED", answer.Json["guard"]!.GetValue<string>()));
            Assert.Equal(charged + 15m, await ChargedAsync("land-ehrenamt"));
            Assert.Equal(2, await host.Database.ScalarAsync<long>("select count(*) from bookings where id = any($1) and state = 'GEPRUEFT'", ids.ToArray()));
        }
        finally
        {
            await SetAmountAsync("land-ehrenamt", 50_000m);
            await host.QueryAsync("update funding_pots set bears = $1::jsonb where key = 'kreis-pool'", bears);
        }
    }

    [Fact]
    public async Task When_the_lands_money_is_used_up_the_next_pot_bears_the_allowance()
    {
        var id = await host.VerifiedAsync(minutes: 60);
        await SetAmountAsync("land-ehrenamt", await ChargedAsync("land-ehrenamt") + 7.50m);
        await host.QueryAsync("update funding_pots set bears = bears || '[\"ALLOWANCE\"]' where key = 'kreis-pool'");
        try
        {
            (await host.Desk.PostAsync($"{Api}/requests/{id}/settlement", new { })).Expect(HttpStatusCode.OK);
            var bookingRef = await host.Database.ScalarAsync<Guid>("select booking_ref from bookings where id = $1", id);
            var settled = await host.WaitForEventAsync<AssignmentSettled>(found => found.BookingRef == bookingRef);
            Assert.Equal(
                [("land-ehrenamt", 7.50m), ("kreis-pool", 7.50m)], settled.Charges.Select(charge => (charge.Pot, charge.AmountEur)));
        }
        finally
        {
            await SetAmountAsync("land-ehrenamt", 50_000m);
        }
    }

    [Fact]
    public async Task Without_a_rate_rule_for_the_day_nothing_is_paid()
    {
        var id = await host.VerifiedAsync();
        await host.QueryAsync("update assignments set started_at = '2019-05-06T10:00:00Z', ended_at = '2019-05-06T11:00:00Z' where booking_id = $1", id);
        var refused = (await host.Desk.PostAsync($"{Api}/requests/{id}/settlement", new { })).Expect(HttpStatusCode.Conflict);
        Assert.Equal("NO_RATE_RULE", refused.Json["guard"]!.GetValue<string>());
    }

    [Fact]
    public async Task Four_eyes_see_every_hour()
    {
        var id = await host.ConfirmedAsync();
        (await host.Desk.PostAsync($"{Api}/requests/{id}/completion", InterpretersHost.Proof())).Expect(HttpStatusCode.OK);
        (await host.Desk.PostAsync($"{Api}/requests/{id}/verification", new { })).ExpectProblem(HttpStatusCode.Forbidden, "four-eyes");
        var colleague = new TestAccount("pool-2", 0, "POOL_DESK", "ki") { Id = Guid.NewGuid() };
        await host.AddAccountAsync(colleague);
        (await host.ClientFor(colleague).PostAsync($"{Api}/requests/{id}/verification", new { })).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Hours_are_handed_in_after_the_talk_and_paid_after_the_check()
    {
        var id = await host.ConfirmedAsync();
        var future = new
        {
            startedAt = TimeProvider.System.GetUtcNow(), endedAt = TimeProvider.System.GetUtcNow().AddHours(1), travelMinutes = 0, travelKm = 0, requesterConfirmedBy = "Frau Muster",
        };
        (await host.Rana.PostAsync($"{Api}/requests/{id}/completion", future)).ExpectProblem(HttpStatusCode.BadRequest, "end-in-future");
        Assert.Equal("BESTAETIGT", await host.StateAsync(id));
        var early = (await host.Desk.PostAsync($"{Api}/requests/{id}/settlement", new { })).Expect(HttpStatusCode.Conflict);
        Assert.Equal("STATE_BESTAETIGT", early.Json["guard"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_funding_officer_reads_pots_and_settlements()
    {
        var id = await host.VerifiedAsync();
        (await host.Desk.PostAsync($"{Api}/requests/{id}/settlement", new { })).Expect(HttpStatusCode.OK);
        var officer = host.ClientFor(TestAccounts.FundingOfficer);
        var pots = (await officer.CallAsync($"{Api}/funding-pots?year={Year}")).Expect(HttpStatusCode.OK).Json["items"]!.AsArray();
        var land = pots.Single(pot => pot!["key"]!.GetValue<string>() == "land-ehrenamt")!;
        Assert.Equal(land["amountEur"]!.GetValue<decimal>(), land["chargedEur"]!.GetValue<decimal>() + land["remainingEur"]!.GetValue<decimal>());
        Assert.True(land["chargedEur"]!.GetValue<decimal>() >= 22.50m);
        var settlements = (await officer.CallAsync($"{Api}/settlements?year={Year}&limit=200")).Expect(HttpStatusCode.OK).Json["items"]!.AsArray();
        Assert.Contains(settlements, found => found!["requestId"]!.GetValue<Guid>() == id);
        Assert.Empty((await officer.CallAsync($"{Api}/settlements?year=2001")).Json["items"]!.AsArray());
    }

    private async Task<decimal> ChargedAsync(string pot) =>
        await host.Database.ScalarAsync<decimal?>("select charged_eur from pot_years where pot = $1 and year = $2", pot, Year) ?? 0m;

    private async Task SetAmountAsync(string pot, decimal amount) => await host.QueryAsync("""
        insert into pot_years (pot, year, amount_eur, charged_eur) values ($1, $2, $3, 0)
        on conflict (pot, year) do update set amount_eur = excluded.amount_eur
        """, pot, Year, amount);
}
