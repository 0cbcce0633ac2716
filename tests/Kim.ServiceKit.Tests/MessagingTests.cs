using System.Diagnostics;
using System.Net;
using Kim.Contracts.Cases;
using Kim.Contracts.Network;
using Kim.ServiceKit.Tests.Desk;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kim.ServiceKit.Tests;

/// <summary>Outbox, inbox and what happens to messages that cannot be dealt with.</summary>
public sealed class MessagingTests(DeskHost host) : IClassFixture<DeskHost>
{
    private readonly HttpClient _client = host.ClientFor(TestAccounts.CaseManager);

    [Fact]
    public async Task Requests_succeed_while_the_broker_is_away_and_events_arrive_in_order_afterwards()
    {
        var notes = await Task.WhenAll(Enumerable.Range(0, 3).Select(async i => (await _client.PostAsync("notes", new { text = $"n{i}" })).Expect(HttpStatusCode.Created).Id));
        foreach (var note in notes) await MarkAsync(note, 1);
        await Task.WhenAll(notes.Select(note => host.WaitForEventAsync<StructuralNeedWithdrawn>(heard => heard.NeedId == note)));

        host.Broker.Proxy.Cut();
        try
        {
            foreach (var note in notes) await MarkAsync(note, 5);
            Assert.True(await host.Database.ScalarAsync<long>("select count(*) from outbox where published_at is null") >= 15);
        }
        finally
        {
            host.Broker.Proxy.Mend();
        }

        await host.EventuallyAsync(async () => await host.Database.ScalarAsync<long>("select count(*) from outbox where published_at is null") == 0,
            TimeSpan.FromSeconds(120), "the outbox is empty");
        foreach (var note in notes)
        {
            // More than once is allowed (the confirm may be lost), another order of first arrivals is not.
            await host.WaitForEventAsync<StructuralNeedWithdrawn>(heard => heard.NeedId == note && heard.Version == 6);
            var versions = host.ReceivedEvents<StructuralNeedWithdrawn>().Where(heard => heard.NeedId == note).Select(heard => heard.Version).Distinct();
            Assert.Equal([1, 2, 3, 4, 5, 6], versions);
        }
    }

    [Fact]
    public async Task A_service_starts_and_answers_without_the_broker_and_loses_no_event()
    {
        await using var own = new DeskHost();
        await own.InitializeAsync();
        var client = own.ClientFor(TestAccounts.CaseManager);
        var note = (await client.PostAsync("notes", new { text = "before the stop" })).Expect(HttpStatusCode.Created).Id;
        own.Broker.Proxy.Cut();
        (await client.PostAsync($"notes/{note}/marks", new { })).Expect(HttpStatusCode.OK);
        await own.StopAsync();
        await own.StartAsync();
        client = own.ClientFor(TestAccounts.CaseManager);
        (await client.PostAsync($"notes/{note}/marks", new { })).Expect(HttpStatusCode.OK);
        (await client.CallAsync("/health/live")).Expect(HttpStatusCode.OK);
        var ready = (await client.CallAsync("/health/ready")).Expect(HttpStatusCode.OK).Json;
        string Of(string dependency) => ready["dependencies"]![dependency]!.GetValue<string>();
        Assert.Equal(("Degraded", "Healthy", "Degraded"), (ready["status"]!.GetValue<string>(), Of("database"), Of("broker")));
        Assert.Empty(own.ReceivedEvents<StructuralNeedWithdrawn>());
        own.Broker.Proxy.Mend();
        await own.WaitForEventAsync<StructuralNeedWithdrawn>(heard => heard.NeedId == note && heard.Version == 2, TimeSpan.FromSeconds(60));
        Assert.Equal([1, 2], own.ReceivedEvents<StructuralNeedWithdrawn>().Select(heard => heard.Version).Distinct());
    }

    [Fact]
    public async Task An_event_from_before_a_listeners_first_start_waits_in_the_queue_that_the_topology_declared()
    {
        await using var own = new DeskHost { StartsLater = true };
        await own.InitializeAsync();
        Assert.Equal(0, await own.DeployTopologyAsync());
        Assert.Equal(0, await own.DeployTopologyAsync());
        var message = Guid.NewGuid();
        await own.Broker.PublishAsync(Started(), message);

        own.StartsLater = false;
        await own.StartAsync();

        await own.EventuallyAsync(async () => await own.Database.ScalarAsync<long>("select count(*) from inbox where message_id = $1", message) == 1);
    }

    [Fact]
    public async Task A_request_that_is_rolled_back_publishes_nothing()
    {
        var missing = Guid.NewGuid();
        (await _client.PostAsync($"notes/{missing}/marks", new { })).Expect(HttpStatusCode.NotFound);
        Assert.Equal(0L, await host.Database.ScalarAsync<long>("select count(*) from outbox where aggregate_id = $1", missing));
    }

    [Fact]
    public async Task A_message_carries_its_outbox_id_and_the_trace_of_its_request()
    {
        var note = (await _client.PostAsync("notes", new { text = "traced" })).Expect(HttpStatusCode.Created).Id;
        var marked = await _client.PostAsync($"notes/{note}/marks", new { });
        await host.WaitForEventAsync<StructuralNeedWithdrawn>(heard => heard.NeedId == note);
        var message = host.Broker.Heard.First(heard => heard.WireName == "kim.cases.structural-need-withdrawn" && heard.Body.Contains(note.ToString(), StringComparison.Ordinal));
        Assert.Equal((await host.Database.ScalarAsync<Guid>("select id from outbox where aggregate_id = $1", note)).ToString(), message.MessageId);
        Assert.Contains(marked.Response.Headers.GetValues("trace-id").Single(), message.Headers.GetValueOrDefault("MT-Activity-Id", ""), StringComparison.Ordinal);
        Assert.InRange(DateTimeOffset.Parse(message.Headers["kim-occurred-at"], System.Globalization.CultureInfo.InvariantCulture), TimeProvider.System.GetUtcNow().AddMinutes(-5), TimeProvider.System.GetUtcNow());
        // The aggregate is named in the body alone, as the receiver knows it.
        Assert.DoesNotContain(message.Headers.Values, header => header.Contains(note.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_trace_of_a_message_goes_on_in_its_consumer()
    {
        using var activity = new Activity("another service").Start();
        var message = Guid.NewGuid();
        await host.PublishAsync(Started(), message);
        await host.EventuallyAsync(async () => await host.Database.ScalarAsync<string>("select trace_id from inbox where message_id = $1", message) == activity.TraceId.ToHexString());
    }

    [Fact]
    public async Task Two_instances_send_every_event_once_and_in_order()
    {
        await using var own = new DeskHost();
        await own.InitializeAsync();
        await using var second = await own.StartAnotherAsync();
        using var first = own.ClientFor(TestAccounts.CaseManager);
        var notes = await Task.WhenAll(Enumerable.Range(0, 4).Select(async i => (await first.PostAsync("notes", new { text = $"n{i}" })).Expect(HttpStatusCode.Created).Id));
        await Task.WhenAll(notes.Select(async note =>
        {
            foreach (var _ in Enumerable.Range(0, 25)) (await first.PostAsync($"notes/{note}/marks", new { })).Expect(HttpStatusCode.OK);
        }));
        await own.EventuallyAsync(() => Task.FromResult(own.ReceivedEvents<StructuralNeedWithdrawn>().Count >= 100));
        foreach (var note in notes)
            Assert.Equal(Enumerable.Range(1, 25).Select(i => (long)i), own.ReceivedEvents<StructuralNeedWithdrawn>().Where(heard => heard.NeedId == note).Select(heard => heard.Version));
    }

    [Fact]
    public void The_usage_telemetry_of_the_bus_is_off() =>
        Assert.False(host.Services.GetRequiredService<IOptions<MassTransit.UsageTelemetryOptions>>().Value.Enabled);

    [Fact]
    public async Task A_duplicate_has_no_second_effect_and_is_not_parked()
    {
        var (measure, message) = (Started(), Guid.NewGuid());
        foreach (var _ in Enumerable.Range(0, 5)) await host.PublishAsync(measure, message);
        await EffectsAsync(measure.MeasureId, 1);
        var next = Started();
        await host.PublishAsync(next);
        await EffectsAsync(next.MeasureId, 1);
        await host.EventuallyAsync(async () => await host.Broker.CountAsync("cases-measure-started") == 0);
        await EffectsAsync(measure.MeasureId, 1);
        Assert.Empty(await host.QueryAsync("select cause from parked_messages where message_id = $1", message));
    }

    [Fact]
    public async Task Another_message_of_the_same_kind_has_its_own_effect()
    {
        var measure = Started();
        await host.PublishAsync(measure);
        await host.PublishAsync(measure);
        await EffectsAsync(measure.MeasureId, 2);
    }

    [Fact]
    public async Task A_poison_message_is_parked_without_effect_and_its_neighbours_go_on()
    {
        var poison = Started() with { ThemeId = Guid.Empty };
        var neighbours = Enumerable.Range(0, 10).Select(_ => Started()).ToList();
        var message = Guid.NewGuid();
        foreach (var neighbour in neighbours.Take(5)) await host.PublishAsync(neighbour);
        await host.PublishAsync(poison, message);
        foreach (var neighbour in neighbours.Skip(5)) await host.PublishAsync(neighbour);

        foreach (var neighbour in neighbours) await EffectsAsync(neighbour.MeasureId, 1);
        await host.ParkedAsync(message, "FAILED");
        Assert.Empty(await host.QueryAsync("select 1 from started where measure_id = $1", poison.MeasureId));
    }

    [Theory]
    [InlineData("this is no json")]
    [InlineData("""{"measureId":"no guid"}""")]
    [InlineData("""{"somethingElse":1}""")]
    [InlineData("""["no object"]""")]
    [InlineData("")]
    public async Task A_message_that_cannot_be_read_is_parked(string body)
    {
        await host.Broker.WaitForListenerAsync<MeasureStarted>();
        var message = Guid.NewGuid();
        await host.Broker.PublishRawAsync("kim.network.measure-started", body, message);
        await host.ParkedAsync(message, "UNREADABLE");
        var next = Started();
        await host.PublishAsync(next);
        await EffectsAsync(next.MeasureId, 1);
    }

    [Fact]
    public async Task A_queue_is_a_quorum_queue_with_a_delivery_limit_and_a_way_out()
    {
        await host.Broker.WaitForListenerAsync<MeasureStarted>();
        var arguments = (await host.Broker.QueueAsync("cases-measure-started")).GetProperty("arguments");
        Assert.Equal("quorum", arguments.GetProperty("x-queue-type").GetString());
        Assert.InRange(arguments.GetProperty("x-delivery-limit").GetInt32(), 1, 20);
        Assert.NotEmpty(arguments.GetProperty("x-dead-letter-exchange").GetString()!);
    }

    [Fact]
    public async Task The_service_speaks_under_its_own_name_only()
    {
        var factory = new RabbitMQ.Client.ConnectionFactory { Uri = host.Broker.Service };
        await using var connection = await factory.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync(new RabbitMQ.Client.CreateChannelOptions(true, true));
        await Assert.ThrowsAnyAsync<RabbitMQ.Client.Exceptions.RabbitMQClientException>(
            async () => await RabbitMQ.Client.IChannelExtensions.BasicPublishAsync(channel, "kim.network.measure-started", "", new byte[] { 1 }));
    }

    private static MeasureStarted Started() => new()
    {
        MeasureId = Guid.NewGuid(), Version = 1, ResolutionId = Guid.NewGuid(), ThemeId = Guid.NewGuid(), StartedOn = new DateOnly(2026, 9, 1),
    };

    private async Task MarkAsync(Guid note, int times)
    {
        foreach (var _ in Enumerable.Range(0, times)) (await _client.PostAsync($"notes/{note}/marks", new { })).Expect(HttpStatusCode.OK);
    }

    private Task EffectsAsync(Guid measureId, int effects) => host.EventuallyAsync(
        async () => await host.Database.ScalarAsync<int?>("select effects from started where measure_id = $1", measureId) == effects, what: $"{effects} effect(s)");
}
