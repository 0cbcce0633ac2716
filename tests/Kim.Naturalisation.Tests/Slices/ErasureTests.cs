using Kim.Contracts.Cases;

namespace Kim.Naturalisation.Tests.Slices;

/// <summary>What naturalisation does when a person is erased at cases.</summary>
public sealed class ErasureTests(NaturalisationHost host) : IClassFixture<NaturalisationHost>
{
    private const string Api = NaturalisationHost.Api;

    [Fact]
    public async Task Without_an_application_all_of_it_goes_and_a_late_referral_brings_nothing_back()
    {
        var id = await host.PulledAsync();
        (await host.StepAsync(id, "counselling", new { heldOn = NaturalisationHost.Today })).Expect(HttpStatusCode.OK);
        (await host.CheckAsync(id)).Expect(HttpStatusCode.Created);
        await EraseAsync(id);
        await HandledAsync(message => host.PublishAsync(new NaturalisationReferred { ReferralId = id, Version = 5, ReferredOn = NaturalisationHost.Today }, message));
        await HandledAsync(message => host.PublishAsync(new ConsentWithdrawn { Reference = id, Version = 6, WithdrawnAt = TimeProvider.System.GetUtcNow() }, message));
        Assert.DoesNotContain(id.ToString(), await host.Database.DumpAsync("audit"), StringComparison.Ordinal);
        (await host.Officer.CallAsync($"{Api}/referrals/{id}")).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task With_an_application_the_file_is_restricted_with_reason_and_day()
    {
        var id = await host.AppliedAsync();
        var check = (await host.Database.ScalarAsync<Guid?>("select id from checks where referral_id = $1", id))!.Value;
        await EraseAsync(id);

        (await host.Officer.CallAsync($"{Api}/referrals/{id}")).Expect(HttpStatusCode.NotFound);
        (await host.Officer.CallAsync($"{Api}/checks/{check}")).Expect(HttpStatusCode.NotFound);
        Assert.DoesNotContain(id.ToString(), (await host.Officer.CallAsync($"{Api}/referrals?limit=200")).Expect(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        var dpo = host.ClientFor(TestAccounts.DataProtectionOfficer);
        var shown = (await dpo.CallAsync($"{Api}/referrals/{id}")).Expect(HttpStatusCode.OK).Json;
        Assert.Equal(("NATURALISATION_FILE", $"{NaturalisationHost.Today.AddDays(-10).Year + 31}-01-01"), (shown["restrictionDuty"]!.GetValue<string>(), shown["restrictedUntil"]!.GetValue<string>()));
        Assert.Null(shown["facts"]);
        Assert.Single((await dpo.CallAsync($"{Api}/referrals")).Expect(HttpStatusCode.OK).Json["items"]!.AsArray());
        (await dpo.CallAsync($"{Api}/referrals/{await host.ReferAsync()}")).Expect(HttpStatusCode.NotFound);

        await host.QueryAsync("update referrals set restricted_until = current_date - 1 where id = $1", id);
        await host.StopAsync();
        await host.StartAsync();
        await host.EventuallyAsync(async () => await host.Database.ScalarAsync<long>("select count(*) from referrals where id = $1", id) == 0, what: "the erasure on its day");
    }

    private Task EraseAsync(Guid id) => HandledAsync(message => host.PublishAsync(new NaturalisationReferenceErased { Reference = id, Version = 1 }, message));

    private async Task HandledAsync(Func<Guid, Task> publish)
    {
        var message = Guid.NewGuid();
        await publish(message);
        await host.EventuallyAsync(async () => (await host.QueryAsync("select 1 from inbox where message_id = $1", message)).Count == 1, what: "the event to be dealt with");
    }
}
