using Kim.Contracts.Cases;

namespace Kim.Naturalisation.Tests.Slices;

public sealed class PullTests(NaturalisationHost host) : IClassFixture<NaturalisationHost>
{
    private const string Api = NaturalisationHost.Api;

    [Fact]
    public async Task Facts_are_pulled_with_the_clients_token_and_kept_as_a_snapshot()
    {
        var id = await host.ReferAsync();
        host.Cases.Disclose(id, "2999-01-01");
        var pulled = (await host.Officer.PostAsync($"{Api}/referrals/{id}/facts", new { })).Expect(HttpStatusCode.Created).Json;
        Assert.Equal("AE_18B", pulled["disclosure"]!["facts"]!["residencePeriods"]![0]!["status"]!.GetValue<string>());
        var tokens = host.Cases.Tokens;
        (await host.Officer.PostAsync($"{Api}/referrals/{id}/facts", new { })).Expect(HttpStatusCode.Created);
        Assert.Equal(tokens, host.Cases.Tokens);
        Assert.Equal(2, await host.Database.ScalarAsync<long>("select count(*) from facts_snapshots where referral_id = $1", id));

        var shown = (await host.Officer.CallAsync($"{Api}/referrals/{id}")).Expect(HttpStatusCode.OK).Json;
        Assert.Equal(("EINGEGANGEN", "1985-03-14"), (shown["state"]!.GetValue<string>(), shown["facts"]!["disclosure"]!["facts"]!["birthDate"]!.GetValue<string>()));
        Assert.Equal(2, await host.Database.ScalarAsync<long>("select count(*) from audit where action = 'READ' and subject = 'facts' and subject_id = $1", id));
        Assert.True(await host.Database.ScalarAsync<long>("select count(*) from audit where action = 'READ' and subject = 'referral' and subject_id = $1", id) > 0);
    }

    [Theory]
    [InlineData("consent-missing")]
    [InlineData("consent-expired")]
    [InlineData("consent-withdrawn")]
    public async Task Without_a_consent_nothing_comes(string code)
    {
        var id = await host.ReferAsync();
        host.Cases.Refusals[id] = code;
        (await host.Officer.PostAsync($"{Api}/referrals/{id}/facts", new { })).ExpectProblem(HttpStatusCode.Conflict, code);
        Assert.Equal(0, await host.Database.ScalarAsync<long>("select count(*) from facts_snapshots where referral_id = $1", id));
    }

    [Fact]
    public async Task Another_refusal_or_an_answer_for_somebody_else_is_an_outage()
    {
        var (id, other) = (await host.ReferAsync(), Guid.NewGuid());
        host.Cases.Refusals[id] = "forbidden";
        (await host.Officer.PostAsync($"{Api}/referrals/{id}/facts", new { })).ExpectProblem(HttpStatusCode.ServiceUnavailable, "cases-unavailable");
        host.Cases.Refusals.Clear();
        host.Cases.Facts[id] = host.Cases.Disclose(other);
        (await host.Officer.PostAsync($"{Api}/referrals/{id}/facts", new { })).ExpectProblem(HttpStatusCode.ServiceUnavailable, "cases-unavailable");
    }

    [Fact]
    public async Task What_cases_does_not_know_is_404()
    {
        var id = await host.ReferAsync();
        (await host.Officer.PostAsync($"{Api}/referrals/{id}/facts", new { })).ExpectProblem(HttpStatusCode.NotFound, "not-found");
        (await host.Officer.PostAsync($"{Api}/referrals/{Guid.NewGuid()}/facts", new { })).ExpectProblem(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task A_token_that_ended_early_is_fetched_anew()
    {
        var id = await host.PulledAsync();
        var tokens = host.Cases.Tokens;
        host.Cases.RejectNextToken = true;
        (await host.Officer.PostAsync($"{Api}/referrals/{id}/facts", new { })).Expect(HttpStatusCode.Created);
        Assert.Equal(tokens + 1, host.Cases.Tokens);
    }

    [Fact]
    public async Task A_consent_that_ended_since_blocks_the_check()
    {
        var id = await host.ReferAsync();
        host.Cases.Disclose(id, NaturalisationHost.Today.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        (await host.Officer.PostAsync($"{Api}/referrals/{id}/facts", new { })).Expect(HttpStatusCode.Created);
        (await host.CheckAsync(id)).Expect(HttpStatusCode.Created);
        host.Cases.Disclose(id, NaturalisationHost.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        (await host.Officer.PostAsync($"{Api}/referrals/{id}/facts", new { })).Expect(HttpStatusCode.Created);
        (await host.CheckAsync(id)).ExpectProblem(HttpStatusCode.Conflict, "consent-expired");
    }

    [Fact]
    public async Task A_check_needs_facts_first()
    {
        var refused = (await host.CheckAsync(await host.ReferAsync())).ExpectProblem(HttpStatusCode.Conflict, "step-not-allowed");
        Assert.Equal("FACTS_PULLED", refused.Json["guard"]!.GetValue<string>());
    }
}

/// <summary>On a host of its own: an outage opens the circuit for a while.</summary>
public sealed class OutageTests(NaturalisationHost host) : IClassFixture<NaturalisationHost>
{
    [Fact]
    public async Task An_outage_is_503_and_nothing_is_kept()
    {
        var id = await host.ReferAsync();
        host.Cases.Disclose(id);
        host.Cases.Broken = true;
        (await host.Officer.PostAsync($"{NaturalisationHost.Api}/referrals/{id}/facts", new { })).ExpectProblem(HttpStatusCode.ServiceUnavailable, "cases-unavailable");
        Assert.Equal(0, await host.Database.ScalarAsync<long>("select count(*) from facts_snapshots where referral_id = $1", id));
        await host.Cases.DisposeAsync();
        (await host.Officer.PostAsync($"{NaturalisationHost.Api}/referrals/{id}/facts", new { })).ExpectProblem(HttpStatusCode.ServiceUnavailable, "cases-unavailable");
    }
}
