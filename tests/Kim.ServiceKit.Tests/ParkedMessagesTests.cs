using System.Net;
using System.Text.Json.Nodes;
using Kim.Contracts.Network;
using Kim.ServiceKit.Messaging;
using Kim.ServiceKit.Tests.Desk;

namespace Kim.ServiceKit.Tests;

/// <summary>What ops can do with messages that were put aside: see why and how long, send them back, give them up with a reason.</summary>
public sealed class ParkedMessagesTests(DeskHost host) : IClassFixture<DeskHost>
{
    private const string Type = "kim.network.measure-started";
    private const string Secret = "Wundersam-Quastenflosser";

    private readonly HttpClient _ops = host.ClientFor(TestAccounts.Ops);

    [Fact]
    public async Task A_parked_message_is_found_by_type_and_by_id_with_cause_and_age()
    {
        var message = await ParkPoisonAsync();
        var byId = (await _ops.CallAsync($"ops/parked-messages?id={message}")).Expect(HttpStatusCode.OK).Json["items"]!.AsArray().Single()!;
        Assert.Equal((Type, "cases-measure-started", "FAILED"), (Text(byId, "type"), Text(byId, "queue"), Text(byId, "cause")));
        Assert.Equal("System.InvalidOperationException", Text(byId, "exceptionType"));
        Assert.Equal(MessagingSetup.Retries + 1, byId["attempts"]!.GetValue<int>());
        Assert.InRange(byId["ageSeconds"]!.GetValue<long>(), 0, 600);
        var byType = await ListAsync($"ops/parked-messages?type={Type}&limit=200");
        Assert.Contains(message.ToString(), byType.Select(item => Text(item, "messageId")));
        Assert.Empty(await ListAsync("ops/parked-messages?type=kim.network.measure-completed"));
        (await _ops.CallAsync("ops/parked-messages?state=LOST")).ExpectProblem(HttpStatusCode.BadRequest, "state-unknown");
    }

    [Fact]
    public async Task Pages_of_parked_messages_neither_repeat_nor_miss_one()
    {
        var sent = new List<string>();
        for (var i = 0; i < 3; i++) sent.Add((await ParkTextAsync("{}")).ToString());
        var (found, next) = (new List<string>(), (string?)null);
        do
        {
            var page = (await _ops.CallAsync($"ops/parked-messages?limit=1&after={next}")).Expect(HttpStatusCode.OK).Json;
            found.AddRange(page["items"]!.AsArray().Select(item => Text(item!, "messageId")!));
            next = page["next"]?.GetValue<string>();
        }
        while (next is not null);
        Assert.Equal(found.Distinct(), found);
        Assert.Subset(found.ToHashSet(), sent.ToHashSet());
    }

    [Fact]
    public async Task Ops_sees_the_shape_of_a_body_and_none_of_its_values()
    {
        var message = await ParkTextAsync($$"""{"measureId":"{{Secret}}","version":77777,"{{Secret}}":{"{{Secret}}":1},"themeId":null}""");
        var item = (await ListAsync($"ops/parked-messages?id={message}")).Single();
        var answer = (await _ops.CallAsync($"ops/parked-messages/{Text(item, "id")}")).Expect(HttpStatusCode.OK);
        Assert.DoesNotContain(Secret, answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("77777", answer.Text, StringComparison.Ordinal);
        Assert.Equal(["***", "measureId", "themeId", "version"], answer.Json["body"]!.AsObject().Select(member => member.Key).Order(StringComparer.Ordinal));
        var kept = (await host.QueryAsync("select exception_type, cause, type, queue, reason from parked_messages where message_id = $1", message)).Single();
        Assert.DoesNotContain(kept.Values, value => value is string text && text.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_redriven_message_has_its_effect_once_under_its_old_id()
    {
        var (started, message) = (Started() with { ThemeId = Guid.Empty }, Guid.NewGuid());
        await host.PublishAsync(started, message);
        var id = (await host.ParkedAsync(message, "FAILED"))["id"];
        // What stopped it is mended: the stored body is what a mended consumer would accept.
        await host.QueryAsync("update parked_messages set body = convert_to(replace(convert_from(body, 'UTF8'), $2, $3), 'UTF8') where id = $1", id, Guid.Empty.ToString(), Guid.NewGuid().ToString());

        (await _ops.PostAsync($"ops/parked-messages/{id}/redrive", new { })).Expect(HttpStatusCode.OK);
        (await _ops.PostAsync($"ops/parked-messages/{id}/redrive", new { })).Expect(HttpStatusCode.OK);

        await host.EventuallyAsync(async () => await host.Database.ScalarAsync<int?>("select effects from started where measure_id = $1", started.MeasureId) == 1, what: "the effect");
        Assert.Equal(1L, await host.Database.ScalarAsync<long>("select count(*) from inbox where message_id = $1", message));
        await host.EventuallyAsync(async () => (await RowAsync(message))["state"] is "REDRIVEN");
        Assert.Empty((byte[])(await RowAsync(message))["body"]!);
        (await _ops.PostAsync($"ops/parked-messages/{id}/discard", new { reason = "zu spät" })).ExpectProblem(HttpStatusCode.Conflict, "message-redriven");
        Assert.Equal(1, await host.Database.ScalarAsync<int>("select effects from started where measure_id = $1", started.MeasureId));
    }

    [Fact]
    public async Task A_redriven_message_that_fails_again_is_parked_again_in_the_same_row()
    {
        var message = await ParkPoisonAsync();
        var id = (await RowAsync(message))["id"];
        (await _ops.PostAsync($"ops/parked-messages/{id}/redrive", new { })).Expect(HttpStatusCode.OK);
        await host.EventuallyAsync(async () => await RowAsync(message) is var row && row["state"] is "PARKED" && row["attempts"] is 2 * (MessagingSetup.Retries + 1), TimeSpan.FromSeconds(60), "parked again");
        var again = await RowAsync(message);
        Assert.Equal((id, 1), (again["id"], again["redrives"]));
        Assert.NotEmpty((byte[])again["body"]!);
    }

    [Fact]
    public async Task The_parked_messages_of_a_type_go_back_together()
    {
        await using var own = new DeskHost();
        await own.InitializeAsync();
        var poison = Enumerable.Range(0, 5).Select(_ => Guid.NewGuid()).ToList();
        foreach (var message in poison) await own.PublishAsync(Started() with { ThemeId = Guid.Empty }, message);
        foreach (var message in poison) await own.ParkedAsync(message, "FAILED");
        await own.QueryAsync("update parked_messages set body = convert_to(replace(convert_from(body, 'UTF8'), $1, $2), 'UTF8')", Guid.Empty.ToString(), Guid.NewGuid().ToString());
        var ops = own.ClientFor(TestAccounts.Ops);
        var answer = (await ops.PostAsync("ops/parked-messages/redrive", new { type = Type })).Expect(HttpStatusCode.OK).Json;
        Assert.Equal((5, false), (answer["redriven"]!.GetValue<int>(), answer["more"]!.GetValue<bool>()));
        await own.EventuallyAsync(async () => await own.Database.ScalarAsync<long>("select count(*) from started") == 5, what: "five effects");
        (await ops.PostAsync("ops/parked-messages/redrive", new { type = "kim.no.such" })).ExpectProblem(HttpStatusCode.BadRequest, "type-unknown");
    }

    [Fact]
    public async Task Discarding_needs_a_reason_and_deletes_the_content()
    {
        var message = await ParkTextAsync("no json");
        var id = (await RowAsync(message))["id"];
        (await _ops.PostAsync($"ops/parked-messages/{id}/discard", new { reason = "  " })).ExpectProblem(HttpStatusCode.BadRequest, "reason-required");
        (await _ops.PostAsync($"ops/parked-messages/{id}/discard", new { reason = "Testnachricht eines alten Stands" })).Expect(HttpStatusCode.OK);
        (await _ops.PostAsync($"ops/parked-messages/{id}/discard", new { reason = "noch einmal" })).Expect(HttpStatusCode.OK);
        var row = await RowAsync(message);
        Assert.Equal(("DISCARDED", "Testnachricht eines alten Stands", TestAccounts.Ops.Id), (row["state"], row["reason"], row["decided_by"]));
        Assert.Empty((byte[])row["body"]!);
        Assert.Equal(1L, await host.Database.ScalarAsync<long>("select count(*) from inbox where message_id = $1", message));
        (await _ops.PostAsync($"ops/parked-messages/{id}/redrive", new { })).ExpectProblem(HttpStatusCode.Conflict, "message-discarded");
    }

    [Fact]
    public async Task Looking_and_deciding_are_kept_in_the_audit_book()
    {
        var message = await ParkTextAsync("audited");
        var id = (Guid)(await RowAsync(message))["id"]!;
        (await _ops.CallAsync($"ops/parked-messages/{id}")).Expect(HttpStatusCode.OK);
        (await _ops.PostAsync($"ops/parked-messages/{id}/discard", new { reason = "geprüft" })).Expect(HttpStatusCode.OK);
        var kept = await host.QueryAsync("select action, operation from audit where subject = 'parked-message' and subject_id = $1 and account_id = $2 order by id", id, TestAccounts.Ops.Id);
        Assert.Equal([("READ", "GetParkedMessage"), ("CHANGE", "DiscardParkedMessage")], kept.Select(row => ((string)row["action"]!, (string)row["operation"]!)));
    }

    [Fact]
    public async Task Parked_messages_are_for_ops_alone_and_the_database_says_so_too()
    {
        var message = await ParkTextAsync("not for you");
        var id = (await RowAsync(message))["id"];
        foreach (var account in TestAccounts.All.Where(account => account != TestAccounts.Ops))
        {
            var client = host.ClientFor(account);
            (await client.CallAsync("ops/parked-messages")).Expect(HttpStatusCode.Forbidden);
            (await client.CallAsync("ops/queues")).Expect(HttpStatusCode.Forbidden);
            (await client.PostAsync($"ops/parked-messages/{id}/redrive", new { })).Expect(HttpStatusCode.Forbidden);
        }

        const string sql = "begin; select set_config('kim.scope', 'user', true), set_config('kim.roles', ',CASE_MANAGER,', true); select count(*) from parked_messages";
        await using var connection = new Npgsql.NpgsqlConnection(host.Database.App);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new Npgsql.NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.NextResultAsync(TestContext.Current.CancellationToken) && reader.FieldCount != 1) { }
        Assert.True(await reader.ReadAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0L, reader.GetInt64(0));
    }

    [Fact]
    public async Task Ops_sees_outbox_and_queues()
    {
        await ParkTextAsync("counted");
        var answer = await Eventually.GetAsync(async () => (await _ops.CallAsync("ops/queues")).Expect(HttpStatusCode.OK).Json,
            json => Queue(json)?["parked"]?.GetValue<long>() > 0 && Queue(json)?["waiting"]?.GetValue<long>() == 0);
        Assert.Equal(3, answer["queues"]!.AsArray().Count);
        Assert.Equal(0, answer["outboxRows"]!.GetValue<long>());

        static JsonNode? Queue(JsonNode json) => json["queues"]!.AsArray().SingleOrDefault(queue => Text(queue!, "queue") == "cases-measure-started");
    }

    private async Task<Guid> ParkPoisonAsync()
    {
        var message = Guid.NewGuid();
        await host.PublishAsync(Started() with { ThemeId = Guid.Empty }, message);
        await host.ParkedAsync(message, "FAILED");
        return message;
    }

    private async Task<Guid> ParkTextAsync(string body)
    {
        var message = Guid.NewGuid();
        await host.Broker.WaitForListenerAsync<MeasureStarted>();
        await host.Broker.PublishRawAsync(Type, body, message);
        await host.ParkedAsync(message, "UNREADABLE");
        return message;
    }

    private async Task<List<JsonNode>> ListAsync(string url) => [.. (await _ops.CallAsync(url)).Expect(HttpStatusCode.OK).Json["items"]!.AsArray().Select(item => item!)];

    private async Task<IReadOnlyDictionary<string, object?>> RowAsync(Guid message) => (await host.QueryAsync("select * from parked_messages where message_id = $1", message)).Single();

    private static string? Text(JsonNode node, string member) => node[member]?.GetValue<string>();

    private static MeasureStarted Started() => new()
    {
        MeasureId = Guid.NewGuid(), Version = 1, ResolutionId = Guid.NewGuid(), ThemeId = Guid.NewGuid(), StartedOn = new DateOnly(2026, 9, 1),
    };
}
