using System.Diagnostics.Metrics;
using System.Net;
using System.Text.Json;
using Kim.Contracts.Cases;
using Kim.Contracts.Network;
using Kim.ServiceKit.Messaging;
using Kim.ServiceKit.Tests.Desk;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.ServiceKit.Tests;

/// <summary>Kept events leave once more under their old ids: by hand for a service that joins later, and each night, so that nothing stays lost.</summary>
public sealed class ToldAgainTests(DeskHost host) : IClassFixture<DeskHost>
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
    public async Task Each_night_the_events_of_the_last_days_are_told_once_more()
    {
        var client = host.ClientFor(TestAccounts.CaseManager);
        var note = (await client.PostAsync("notes", new { text = "nightly" })).Expect(HttpStatusCode.Created).Id;
        for (var mark = 0; mark < 2; mark++) (await client.PostAsync($"notes/{note}/marks", new { })).Expect(HttpStatusCode.OK);
        await host.EventuallyAsync(async () => await WaitingAsync(note) == 0);
        var night = host.Services.GetRequiredService<Reconciliation>();

        await night.TellAgainAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, Heard(note).Count);

        await host.QueryAsync("update outbox set published_at = published_at - interval '1 day' where aggregate_id = $1", note);
        await night.TellAgainAsync(TestContext.Current.CancellationToken);
        await host.EventuallyAsync(() => Task.FromResult(Heard(note).Count == 4));
        Assert.Equal(2, Heard(note).Distinct().Count());

        await host.QueryAsync("update outbox set published_at = published_at - interval '3 days' where aggregate_id = $1", note);
        await night.TellAgainAsync(TestContext.Current.CancellationToken);
        Assert.Equal(4, Heard(note).Count);
        Assert.Equal(0, await WaitingAsync(note));
    }

    [Fact]
    public async Task What_never_arrived_takes_effect_when_told_again_and_is_counted_as_repaired()
    {
        var repaired = 0L;
        using var listener = new MeterListener { InstrumentPublished = (instrument, on) => { if (instrument.Name == "kim.reconciliation.repaired_messages") on.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<long>((_, count, _, _) => Interlocked.Add(ref repaired, count));
        listener.Start();
        var (known, lost) = (Started(), Started());
        var message = Guid.NewGuid();
        await host.PublishAsync(known, message);
        await host.EventuallyAsync(async () => await EffectsAsync(known.MeasureId) == 1);

        await AgainAsync(known, message);
        await AgainAsync(lost, Guid.NewGuid());
        await host.EventuallyAsync(async () => await EffectsAsync(lost.MeasureId) == 1);

        await host.EventuallyAsync(() => Task.FromResult(Interlocked.Read(ref repaired) == 1));
        Assert.Equal(1, await EffectsAsync(known.MeasureId));
    }

    [Fact]
    public async Task Who_dealt_with_an_event_skips_it_when_it_comes_again()
    {
        var (message, started) = (Guid.NewGuid(), Started());
        await host.PublishAsync(started, message);
        await host.EventuallyAsync(async () => await EffectsAsync(started.MeasureId) == 1);
        await host.PublishAsync(started, message);
        var last = started with { MeasureId = Guid.NewGuid() };
        await host.PublishAsync(last);
        await host.EventuallyAsync(async () => await EffectsAsync(last.MeasureId) == 1);
        await Task.Delay(500, TestContext.Current.CancellationToken);
        Assert.Equal(1, await EffectsAsync(started.MeasureId));
    }

    private static MeasureStarted Started() => new() { MeasureId = Guid.NewGuid(), ThemeId = Guid.NewGuid(), ResolutionId = Guid.NewGuid(), Version = 1, StartedOn = new DateOnly(2026, 11, 1) };

    private Task AgainAsync(MeasureStarted started, Guid message) => host.Broker.PublishRawAsync(
        "kim.network.measure-started", JsonSerializer.Serialize(started, JsonSerializerOptions.Web), message, new Dictionary<string, object?> { [MessageHeaderNames.Again] = "true" });

    private List<string> Heard(Guid note) =>
        [.. host.Broker.Heard.Where(heard => heard.WireName == "kim.cases.structural-need-withdrawn" && heard.Body.Contains(note.ToString(), StringComparison.Ordinal)).Select(heard => heard.MessageId!)];

    private Task<long> WaitingAsync(Guid note) => host.Database.ScalarAsync<long>("select count(*) from outbox where aggregate_id = $1 and published_at is null", note);

    private async Task<int> EffectsAsync(Guid measure) => (int?)(await host.QueryAsync("select effects from started where measure_id = $1", measure)).SingleOrDefault()?["effects"] ?? 0;
}
