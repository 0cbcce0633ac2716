using System.Net;
using Kim.Contracts.Cases;
using Kim.Contracts.Network;
using Kim.ServiceKit.Tests.Desk;

namespace Kim.ServiceKit.Tests;

/// <summary>A service that joins an installation later learns what happened before: the kept events leave once more, under their old ids.</summary>
public sealed class RepublishTests(DeskHost host) : IClassFixture<DeskHost>
{
    [Fact]
    public async Task Kept_events_leave_again_in_order_under_their_old_ids()
    {
        var client = host.ClientFor(TestAccounts.CaseManager);
        var note = (await client.PostAsync("notes", new { text = "again" })).Expect(HttpStatusCode.Created).Id;
        for (var mark = 0; mark < 3; mark++) (await client.PostAsync($"notes/{note}/marks", new { })).Expect(HttpStatusCode.OK);
        await host.EventuallyAsync(async () => await WaitingAsync(note) == 0);
        var first = Heard(note);
        Assert.Equal(3, first.Distinct().Count());

        Assert.Equal(0, await host.RepublishAsync());
        await host.EventuallyAsync(() => Task.FromResult(Heard(note).Count >= first.Count + 3));
        Assert.Equal(first.Distinct(), Heard(note).Skip(first.Count).Take(3));
        await host.EventuallyAsync(async () => await WaitingAsync(note) == 0);
        Assert.Equal(3L, await host.Database.ScalarAsync<long>("select count(*) from outbox where aggregate_id = $1", note));
    }

    [Fact]
    public async Task Who_dealt_with_an_event_skips_it_when_it_comes_again()
    {
        var (message, started) = (Guid.NewGuid(), new MeasureStarted { MeasureId = Guid.NewGuid(), ThemeId = Guid.NewGuid(), ResolutionId = Guid.NewGuid(), Version = 1, StartedOn = new DateOnly(2026, 11, 1) });
        await host.PublishAsync(started, message);
        await host.EventuallyAsync(async () => await EffectsAsync(started.MeasureId) == 1);
        await host.PublishAsync(started, message);
        var last = started with { MeasureId = Guid.NewGuid() };
        await host.PublishAsync(last);
        await host.EventuallyAsync(async () => await EffectsAsync(last.MeasureId) == 1);
        await Task.Delay(500, TestContext.Current.CancellationToken);
        Assert.Equal(1, await EffectsAsync(started.MeasureId));
    }

    private List<string> Heard(Guid note) =>
        [.. host.Broker.Heard.Where(heard => heard.WireName == "kim.cases.structural-need-withdrawn" && heard.Body.Contains(note.ToString(), StringComparison.Ordinal)).Select(heard => heard.MessageId!)];

    private Task<long> WaitingAsync(Guid note) => host.Database.ScalarAsync<long>("select count(*) from outbox where aggregate_id = $1 and published_at is null", note);

    private async Task<int> EffectsAsync(Guid measure) => (int?)(await host.QueryAsync("select effects from started where measure_id = $1", measure)).SingleOrDefault()?["effects"] ?? 0;
}
