using Kim.Contracts.Cases;
using Kim.Contracts.Interpreters;
using Npgsql;

namespace Kim.Funding.Tests.Reports;

/// <summary>Figures survive the person: after an erasure, and after a replay of the journal, every byte of a report is what it was.</summary>
public sealed class ErasureTests(ReportsHost host) : IClassFixture<ReportsHost>
{
    [Fact]
    public async Task The_figures_stay_byte_for_byte_and_the_reference_is_nowhere()
    {
        var events = ReportEvents.Quarter(24);
        await host.TellAsync(events);
        var (ofCase, booking) = (events.First(entry => entry.Message is CaseClosed).Ref, events.First(entry => entry.Message is AssignmentCompleted).Ref);
        await HandledAsync(message => host.PublishAsync(Settled(booking), message));
        var draft = await host.DraftAsync("2026-07-01", "2026-10-01");
        var before = await host.CanonicalAsync(draft.Id, 1);
        var paid = await host.Database.ScalarAsync<decimal>("select sum(total_eur) from settlements");
        await host.ReleaseAsync(draft.Id);

        foreach (var reference in new[] { ofCase, booking })
            await HandledAsync(message => host.PublishAsync(new FundingReferenceErased { Reference = reference, Version = 1 }, message));
        Assert.Equal(before, await AgainAsync(draft.Id, 2));
        Assert.Equal(0, await host.ReplayAsync());
        Assert.Equal(before, await AgainAsync(draft.Id, 2));
        Assert.Equal(paid, await host.Database.ScalarAsync<decimal>("select sum(total_eur) from settlements"));
        Assert.Equal(1L, await host.Database.ScalarAsync<long>("select count(*) from settlement_lines"));
        await NowhereAsync(ofCase, booking);

        // What was still on its way changes nothing.
        await HandledAsync(message => host.PublishAsync(Settled(booking) with { Version = 9 }, message));
        await HandledAsync(message => host.PublishAsync(new CaseOpened { CaseRef = ofCase, Version = 1, Facts = ReportEvents.Facts(1, new(2026, 7, 1), "ANFRAGE") }, message));
        await NowhereAsync(ofCase, booking);
        Assert.Equal(before, await AgainAsync(draft.Id, 2));
    }

    [Fact]
    public async Task The_journal_lets_nothing_through_but_the_cut()
    {
        var entry = ReportEvents.Case(3).First();
        await host.TellAsync([entry]);
        foreach (var change in new[]
        {
            "body = jsonb_set(body, '{facts,sex}', '\"MALE\"'), aggregate = gen_random_uuid()", "version = 7, aggregate = gen_random_uuid()",
            "aggregate = gen_random_uuid()", "received_at = now()",
        })
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => host.Database.QueryAsAsync(
                host.Database.App, $"begin; select set_config('kim.scope','system',true); update report_journal set {change} where aggregate = '{entry.Ref}'; commit"));
            Assert.Equal(PostgresErrorCodes.RestrictViolation, refused.SqlState);
        }
    }

    private static AssignmentSettled Settled(Guid booking) => new()
    {
        BookingRef = booking, Version = 4, Minutes = 70, RateRule = "rate-1", RateRuleValidFrom = new(2026, 1, 1), SettledOn = new(2026, 8, 30),
        Charges = [new PotCharge { Pot = "land", Kind = "ALLOWANCE", AmountEur = 23.40m }],
    };

    // A correction computes the figures anew; its number is all that may differ.
    private async Task<string> AgainAsync(Guid report, int version)
    {
        (await host.StepAsync(report, "corrections", new { reason = "Probe" })).Expect(HttpStatusCode.Created);
        return (await host.CanonicalAsync(report, version)).Replace("\"version\":2", "\"version\":1", StringComparison.Ordinal);
    }

    private async Task NowhereAsync(params Guid[] references)
    {
        var dump = await host.Database.DumpAsync("audit");
        Assert.All(references, reference => Assert.DoesNotContain(reference.ToString(), dump, StringComparison.Ordinal));
    }

    private async Task HandledAsync(Func<Guid, Task> publish)
    {
        var message = Guid.NewGuid();
        await publish(message);
        await host.EventuallyAsync(async () => (await host.QueryAsync("select 1 from inbox where message_id = $1", message)).Count == 1, what: "the event to be dealt with");
    }
}
