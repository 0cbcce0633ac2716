using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using Kim.Contracts.Cases;
using Kim.Contracts.Network;
using Kim.ServiceKit.Messaging;
using Kim.ServiceKit.Tests.Desk;
using RabbitMQ.Client;

namespace Kim.ServiceKit.Tests;

/// <summary>The known failure modes of the messaging stack, one by one, on a service with short patience.</summary>
[Trait(FaultSuite.Trait, FaultSuite.Name)]
public sealed class MessagingFailureTests(WiredDesk host, ITestOutputHelper output) : IClassFixture<WiredDesk>
{
    private const string Wire = "kim.cases.structural-need-withdrawn";
    private readonly HttpClient _client = host.ClientFor(TestAccounts.CaseManager);

    [Fact]
    public async Task A_frozen_broker_is_noticed_and_no_event_counts_as_published_without_its_confirm()
    {
        var note = await NoteAsync();
        await MarkAsync(note, 1);
        await host.WaitForEventAsync<StructuralNeedWithdrawn>(heard => heard.NeedId == note);
        await ConsumedAsync();

        host.Broker.Proxy.Freeze();
        var frozen = Stopwatch.StartNew();
        try
        {
            await MarkAsync(note, 3);
            await host.EventuallyAsync(async () => (await _client.CallAsync("/health/ready")).Json["dependencies"]!["broker"]!.GetValue<string>() == "Degraded", TimeSpan.FromSeconds(60), "the frozen broker is noticed");
            output.WriteLine($"noticed after {frozen.Elapsed.TotalSeconds:0.0} s");
            Assert.Equal(3L, await WaitingAsync(note));
        }
        finally
        {
            host.Broker.Proxy.Thaw();
        }

        await host.EventuallyAsync(async () => await WaitingAsync(note) == 0, TimeSpan.FromSeconds(60), "the outbox is empty");
        await host.WaitForEventAsync<StructuralNeedWithdrawn>(heard => heard.NeedId == note && heard.Version == 4);
        Assert.Equal([1, 2, 3, 4], host.ReceivedEvents<StructuralNeedWithdrawn>().Where(heard => heard.NeedId == note).Select(heard => heard.Version).Distinct());
        await ConsumedAsync();
    }

    [Fact]
    public async Task Publishing_and_consuming_go_on_soon_after_the_brokers_return()
    {
        var note = await NoteAsync();
        await ConsumedAsync();
        host.Broker.Proxy.Cut();
        await MarkAsync(note, 1);
        await Task.Delay(FaultSuite.Pick(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(60)), TestContext.Current.CancellationToken);
        host.Broker.Proxy.Mend();
        var back = Stopwatch.StartNew();
        var consumed = ConsumedAsync();
        await host.WaitForEventAsync<StructuralNeedWithdrawn>(heard => heard.NeedId == note, TimeSpan.FromSeconds(90));
        var published = back.Elapsed;
        await consumed;
        output.WriteLine($"published after {published.TotalSeconds:0.0} s, consumed after {back.Elapsed.TotalSeconds:0.0} s");
        // 10 s on a quiet machine; the tests share theirs.
        Assert.InRange(back.Elapsed.TotalSeconds, 0, 60);
    }

    [Fact]
    public async Task A_handler_that_takes_too_long_is_ended_and_its_message_parked()
    {
        var message = Guid.NewGuid();
        await host.PublishAsync(Started() with { ThemeId = OnMeasureStarted.Slow }, message);
        await ConsumedAsync();
        var parked = await host.ParkedAsync(message, "FAILED");
        Assert.Equal(MessagingSetup.Retries + 1, parked["attempts"]);
    }

    [Fact]
    public async Task While_the_database_is_away_messages_wait_and_none_is_parked()
    {
        await ConsumedAsync();
        var (started, message) = (Started(), Guid.NewGuid());
        host.DatabaseWire.Cut();
        try
        {
            await host.Broker.PublishAsync(started, message);
            // Longer than all tries of a failing message together.
            await Task.Delay(TimeSpan.FromSeconds(9), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await _client.CallAsync("notes")).Status);
        }
        finally
        {
            host.DatabaseWire.Mend();
        }

        await EffectAsync(started.MeasureId);
        Assert.Empty(await host.QueryAsync("select 1 from parked_messages where message_id = $1", message));
    }

    [Fact]
    public async Task A_message_above_the_delivery_limit_is_parked_and_not_dropped()
    {
        await using var own = new DeskHost { StartsLater = true };
        await own.InitializeAsync();
        Assert.Equal(0, await own.DeployTopologyAsync());
        var message = Guid.NewGuid();
        await own.Broker.PublishAsync(Started(), message);
        await using (var connection = await new ConnectionFactory { Uri = own.Broker.Admin }.CreateConnectionAsync(TestContext.Current.CancellationToken))
        {
            // A consumer that takes its process down with it: handed out, never answered for.
            for (var delivery = 0; delivery <= MessagingSetup.DeliveryLimit; delivery++)
            {
                await using var channel = await connection.CreateChannelAsync(cancellationToken: TestContext.Current.CancellationToken);
                await Eventually.GetAsync(() => channel.BasicGetAsync("cases-measure-started", autoAck: false, TestContext.Current.CancellationToken), got => got is not null);
            }
        }

        own.StartsLater = false;
        await own.StartAsync();
        var parked = await own.ParkedAsync(message, "DELIVERY_LIMIT");
        Assert.Equal(("cases-measure-started", "kim.network.measure-started"), (parked["queue"], parked["type"]));
        Assert.Equal("quorum", (await own.Broker.QueueAsync("cases-dead")).GetProperty("arguments").GetProperty("x-queue-type").GetString());
    }

    [Fact]
    public async Task An_event_that_this_build_does_not_know_holds_up_its_own_aggregate_alone()
    {
        var (strange, note) = (Guid.NewGuid(), await NoteAsync());
        var bucket = OutboxMessage.BucketOf(note);
        await host.QueryAsync("""
            insert into outbox (id, aggregate_id, bucket, type, payload, occurred_at)
            select gen_random_uuid(), $1, $2, case when n < 150 then 'kim.cases.of-tomorrow' else $3 end, '{"needId":"00000000-0000-4000-8000-000000000000","version":1}', now() from generate_series(1, 150) n
            """, strange, bucket, Wire);
        await MarkAsync(note, 1);
        await host.WaitForEventAsync<StructuralNeedWithdrawn>(heard => heard.NeedId == note);
        Assert.Equal(150L, await host.Database.ScalarAsync<long>("select count(*) from outbox where aggregate_id = $1 and published_at is null", strange));
        await host.QueryAsync("delete from outbox where aggregate_id = $1", strange);
    }

    [Fact]
    public async Task An_event_whose_exchange_is_missing_waits_until_the_topology_is_declared_again()
    {
        await using var own = new DeskHost();
        await own.InitializeAsync();
        await using (var connection = await new ConnectionFactory { Uri = own.Broker.Admin }.CreateConnectionAsync(TestContext.Current.CancellationToken))
        await using (var channel = await connection.CreateChannelAsync(cancellationToken: TestContext.Current.CancellationToken))
            await channel.ExchangeDeleteAsync(Wire, cancellationToken: TestContext.Current.CancellationToken);
        var client = own.ClientFor(TestAccounts.CaseManager);
        var note = (await client.PostAsync("notes", new { text = "note" })).Expect(HttpStatusCode.Created).Id;
        foreach (var _ in Enumerable.Range(0, 2)) (await client.PostAsync($"notes/{note}/marks", new { })).Expect(HttpStatusCode.OK);
        await Task.Delay(TimeSpan.FromSeconds(7), TestContext.Current.CancellationToken);
        Assert.Equal(2L, await WaitingAsync());

        Assert.Equal(0, await own.DeployTopologyAsync());
        await own.EventuallyAsync(async () => await WaitingAsync() == 0, TimeSpan.FromSeconds(60), "the outbox is empty");

        Task<long> WaitingAsync() => own.Database.ScalarAsync<long>("select count(*) from outbox where aggregate_id = $1 and published_at is null", note);
    }

    [Fact]
    public async Task A_backlog_leaves_at_a_thousand_events_a_second()
    {
        await using var own = new DeskHost { StartsLater = true };
        await own.InitializeAsync();
        var rows = FaultSuite.Pick(3_000, 30_000);
        await own.QueryAsync("""
            insert into outbox (id, aggregate_id, bucket, type, payload, occurred_at)
            select gen_random_uuid(), a.id, a.bucket, $1, json_build_object('needId', a.id, 'version', n)::jsonb, now()
            from (select gen_random_uuid() id, (k % 16)::smallint bucket from generate_series(0, 199) k) a, generate_series(1, $2 / 200) n
            """, Wire, rows);
        own.StartsLater = false;
        var busy = Environment.CpuUsage.TotalTime;
        await own.StartAsync();
        await own.EventuallyAsync(async () => await own.Database.ScalarAsync<long>("select count(*) from outbox where published_at is null") == 0, TimeSpan.FromSeconds(120), "the backlog is gone");
        var work = Environment.CpuUsage.TotalTime - busy;
        var seconds = await own.Database.ScalarAsync<double>("select extract(epoch from max(published_at) - min(published_at))::float8 from outbox");
        output.WriteLine($"{rows} events in {seconds:0.0} s: {rows / seconds:0} events/s; {rows / work.TotalSeconds:0} events per second of processor time, start included");
        // A thousand a second on a quiet machine; the tests share theirs.
        Assert.InRange(seconds, 0, rows / 100.0);
    }

    [Fact]
    public async Task The_log_names_a_message_that_cannot_be_read_and_quotes_nothing_of_it()
    {
        var message = Guid.NewGuid();
        await host.Broker.WaitForListenerAsync<MeasureStarted>();
        await host.Broker.PublishRawAsync("kim.network.measure-started", "Quastenflosser", message);
        await host.ParkedAsync(message, "UNREADABLE");
        await host.EventuallyAsync(() => Task.FromResult(host.Log.Any(line => line.Contains(message.ToString(), StringComparison.Ordinal))));
        Assert.DoesNotContain(host.Log, line => line.Contains("Quasten", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_figures_name_their_unit_and_show_what_waits()
    {
        var seen = new Dictionary<string, double>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, on) =>
        {
            if (instrument.Meter.Name == "Kim.Messaging") on.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => seen[instrument.Name] = Math.Max(value, seen.GetValueOrDefault(instrument.Name)));
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => seen[instrument.Name] = Math.Max(value, seen.GetValueOrDefault(instrument.Name)));
        listener.Start();
        var message = Guid.NewGuid();
        await host.Broker.WaitForListenerAsync<MeasureStarted>();
        await host.Broker.PublishRawAsync("kim.network.measure-started", "unreadable", message);
        await host.ParkedAsync(message, "UNREADABLE");
        await host.EventuallyAsync(() =>
        {
            listener.RecordObservableInstruments();
            return Task.FromResult(seen.GetValueOrDefault("kim.parked.messages") > 0);
        }, what: "the parked message is counted");
        Assert.Equal(
            ["kim.outbox.waiting_rows", "kim.outbox.waiting_seconds", "kim.parked.messages", "kim.queue.depth_messages", "kim.queue.silence_seconds"],
            seen.Keys.Except(["kim.reconciliation.repaired_messages"]).Order(StringComparer.Ordinal));
    }

    private static MeasureStarted Started() => new()
    {
        MeasureId = Guid.NewGuid(), Version = 1, ResolutionId = Guid.NewGuid(), ThemeId = Guid.NewGuid(), StartedOn = new DateOnly(2026, 9, 1),
    };

    /// <summary>A message of another service has its effect here: the consumer lives.</summary>
    private async Task ConsumedAsync()
    {
        var started = Started();
        await host.PublishAsync(started);
        await EffectAsync(started.MeasureId);
    }

    private Task EffectAsync(Guid measure) => host.EventuallyAsync(
        async () => await host.Database.ScalarAsync<int?>("select effects from started where measure_id = $1", measure) == 1, TimeSpan.FromSeconds(90), "the effect");

    private async Task<Guid> NoteAsync() => (await _client.PostAsync("notes", new { text = "note" })).Expect(HttpStatusCode.Created).Id;

    private async Task MarkAsync(Guid note, int times)
    {
        foreach (var _ in Enumerable.Range(0, times)) (await _client.PostAsync($"notes/{note}/marks", new { })).Expect(HttpStatusCode.OK);
    }

    private Task<long> WaitingAsync(Guid note) => host.Database.ScalarAsync<long>("select count(*) from outbox where aggregate_id = $1 and published_at is null", note);
}
