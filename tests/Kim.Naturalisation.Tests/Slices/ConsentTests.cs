using Kim.Contracts.Cases;

namespace Kim.Naturalisation.Tests.Slices;

public sealed class ConsentTests(NaturalisationHost host) : IClassFixture<NaturalisationHost>
{
    private const string Api = NaturalisationHost.Api;

    public static TheoryData<string, bool> Orders() => new()
    {
        { "R1,W2", true }, { "W2,R1", true }, { "R1,R1,W2,W2", true }, { "W2,R1,W2,R1", true },
        { "R1,W2,R3", false }, { "R3,W2,R1", false }, { "W2,R3,R1", false }, { "R3,R1,W2,W2", false }, { "W4,R1,W2,R3", true }, { "R3,W4,R1", true },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Any_order_and_number_of_deliveries_ends_alike(string order, bool withdrawn)
    {
        var id = Guid.NewGuid();
        foreach (var step in order.Split(',')) await DeliverAsync(id, step[0], step[1] - '0');
        var answer = (await host.Officer.CallAsync($"{Api}/referrals/{id}")).Expect(HttpStatusCode.OK).Json;
        Assert.Equal(withdrawn, answer["consentWithdrawn"]!.GetValue<bool>());
        Assert.Equal(withdrawn, answer["consentWithdrawnAt"] is not null);
        var expected = order.Contains("R3", StringComparison.Ordinal) ? 3 : 1;
        Assert.Equal(NaturalisationHost.Today.AddDays(-expected), DateOnly.Parse(answer["referredOn"]!.GetValue<string>(), CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_withdrawal_alone_shows_nothing()
    {
        var id = Guid.NewGuid();
        await host.WithdrawAsync(id);
        (await host.Officer.CallAsync($"{Api}/referrals/{id}")).Expect(HttpStatusCode.NotFound);
        var all = (await host.Officer.CallAsync($"{Api}/referrals?limit=200")).Expect(HttpStatusCode.OK).Text;
        Assert.DoesNotContain(id.ToString(), all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawal_deletes_facts_checks_and_kept_answers_and_blocks_every_use()
    {
        var id = await host.PulledAsync();
        var check = (await host.CheckAsync(id)).Expect(HttpStatusCode.Created).Id;
        (await host.Officer.PostAsync($"{Api}/checks/{check}/overrulings", new { requirement = "LANG", outcome = "NOT", reason = "Zertifikat zweifelhaft." })).Expect(HttpStatusCode.Created);
        Assert.True(await TracesAsync(id, check) > 0);
        await host.WithdrawAsync(id);

        Assert.Equal(0, await TracesAsync(id, check));
        (await host.Officer.PostAsync($"{Api}/referrals/{id}/facts", new { })).ExpectProblem(HttpStatusCode.Conflict, "consent-withdrawn");
        (await host.CheckAsync(id)).ExpectProblem(HttpStatusCode.Conflict, "consent-withdrawn");
        (await host.StepAsync(id, "counselling", new { heldOn = NaturalisationHost.Today })).ExpectProblem(HttpStatusCode.Conflict, "consent-withdrawn");
        (await host.Officer.CallAsync($"{Api}/checks/{check}")).Expect(HttpStatusCode.NotFound);
        var shown = (await host.Officer.CallAsync($"{Api}/referrals/{id}")).Json;
        Assert.Null(shown["facts"]);
        Assert.Empty(shown["allowed"]!.AsArray());
    }

    [Fact]
    public async Task A_decided_procedure_keeps_its_record_and_can_end()
    {
        var id = await host.AppliedAsync();
        (await host.StepAsync(id, "decision", NaturalisationHost.Grant())).Expect(HttpStatusCode.OK);
        await host.WithdrawAsync(id);
        Assert.Equal(0, await host.Database.ScalarAsync<long>("select count(*) from facts_snapshots where referral_id = $1", id));
        Assert.Equal(2, await host.Database.ScalarAsync<long>("select count(*) from checks where referral_id = $1", id));
        (await host.CheckAsync(id)).ExpectProblem(HttpStatusCode.Conflict, "consent-withdrawn");
        (await host.StepAsync(id, "hand-over", new { handedOverOn = NaturalisationHost.Today })).Expect(HttpStatusCode.OK);
    }

    private async Task<long> TracesAsync(Guid id, Guid check) => await host.Database.ScalarAsync<long>(
        """
        select (select count(*) from facts_snapshots where referral_id = $1) + (select count(*) from checks where referral_id = $1)
          + (select count(*) from overrulings where check_id = $2)
          + (select count(*) from idempotency_keys where route like '%' || $1::text || '/%' or route like '%' || $2::text || '/%')
        """, id, check);

    private async Task DeliverAsync(Guid id, char kind, int version)
    {
        var message = Guid.CreateVersion7();
        if (kind == 'R') await host.PublishAsync(new NaturalisationReferred { ReferralId = id, Version = version, ReferredOn = NaturalisationHost.Today.AddDays(-version) }, message);
        else await host.PublishAsync(new ConsentWithdrawn { Reference = id, Version = version, WithdrawnAt = TimeProvider.System.GetUtcNow() }, message);
        await host.EventuallyAsync(async () => await host.Database.ScalarAsync<long>("select count(*) from inbox where message_id = $1", message) > 0, what: "the delivery");
    }
}
