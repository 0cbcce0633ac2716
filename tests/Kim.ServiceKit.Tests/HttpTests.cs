using System.Net;
using Kim.ServiceKit.Tests.Desk;

namespace Kim.ServiceKit.Tests;

/// <summary>What every API of the house does the same way.</summary>
public sealed class HttpTests(DeskHost host) : IClassFixture<DeskHost>
{
    private readonly HttpClient _client = host.ClientFor(TestAccounts.CaseManager);

    [Fact]
    public async Task The_same_key_replays_the_answer_and_has_one_effect()
    {
        var key = Guid.NewGuid().ToString();
        var first = (await _client.PostAsync("notes", new { text = key }, key)).Expect(HttpStatusCode.Created);
        var second = (await _client.PostAsync("notes", new { text = key }, key)).Expect(HttpStatusCode.Created);
        Assert.Equal(first.Text, second.Text);
        Assert.Equal(first.Response.Headers.Location, second.Response.Headers.Location);
        Assert.Equal(1, await CountAsync(key));
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_422()
    {
        var key = Guid.NewGuid().ToString();
        (await _client.PostAsync("notes", new { text = key }, key)).Expect(HttpStatusCode.Created);
        (await _client.PostAsync("notes", new { text = key + "!" }, key)).ExpectProblem(HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
        Assert.Equal(0, await CountAsync(key + "!"));
    }

    [Fact]
    public async Task The_same_key_of_another_account_is_another_request()
    {
        var key = Guid.NewGuid().ToString();
        var mine = (await _client.PostAsync("notes", new { text = key }, key)).Expect(HttpStatusCode.Created);
        var hers = (await host.ClientFor(TestAccounts.Coordinator).PostAsync("notes", new { text = key }, key)).Expect(HttpStatusCode.Created);
        Assert.NotEqual(mine.Id, hers.Id);
    }

    [Fact]
    public async Task A_request_that_fails_after_its_save_leaves_nothing_and_may_be_repeated()
    {
        var key = Guid.NewGuid().ToString();
        var failed = (await _client.PostAsync("notes", new { text = "fail late" }, key)).ExpectProblem(HttpStatusCode.InternalServerError, "internal-error");
        Assert.DoesNotContain("after the save", failed.Text, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync("fail late"));
        Assert.Equal(0L, await host.Database.ScalarAsync<long>("select count(*) from idempotency_keys where key = $1", key));
    }

    [Theory]
    [InlineData("lose the connection")]
    [InlineData("lose the connection and save")]
    public async Task A_connection_lost_within_a_request_takes_the_whole_request_with_it(string text)
    {
        var key = Guid.NewGuid().ToString();
        var lost = (await _client.PostAsync("notes", new { text }, key)).ExpectProblem(HttpStatusCode.ServiceUnavailable, "unavailable");
        Assert.NotNull(lost.Response.Headers.RetryAfter);
        Assert.Equal(0, await CountAsync(text));
        Assert.Equal(0L, await host.Database.ScalarAsync<long>("select count(*) from audit where subject_id = $1", DeskService.WrittenAfterTheLoss));
        Assert.Equal(0L, await host.Database.ScalarAsync<long>("select count(*) from idempotency_keys where key = $1", key));
    }

    [Fact]
    public async Task A_change_needs_the_newest_version()
    {
        var note = (await _client.PostAsync("notes", new { text = "draft" })).Expect(HttpStatusCode.Created);
        var etag = (await _client.CallAsync($"notes/{note.Id}")).Expect(HttpStatusCode.OK).ETag;
        (await _client.PutAsync($"notes/{note.Id}", new { text = "blind" }, null)).ExpectProblem((HttpStatusCode)428, "precondition-required");
        var changed = (await _client.PutAsync($"notes/{note.Id}", new { text = "second" }, etag)).Expect(HttpStatusCode.OK);
        (await _client.PutAsync($"notes/{note.Id}", new { text = "stale" }, etag)).ExpectProblem(HttpStatusCode.PreconditionFailed, "precondition-failed");
        (await _client.PutAsync($"notes/{note.Id}", new { text = "third" }, changed.ETag)).Expect(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("""{"text":"a","colour":"red"}""", "colour")]
    [InlineData("""{"text":5}""", "text")]
    public async Task Json_that_does_not_fit_is_400_and_names_the_member(string body, string field)
    {
        var answer = (await _client.PostAsync("notes", body)).ExpectProblem(HttpStatusCode.BadRequest, "json-invalid");
        Assert.NotNull(answer.Json["errors"]![field]);
        Assert.Equal("urn:kim:problem:json-invalid", answer.Json["type"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("""{"text":"a","text":"b"}""")]
    [InlineData("""{"text":""")]
    [InlineData("")]
    [InlineData("null")]
    public async Task Broken_json_is_400(string body) => (await _client.PostAsync("notes", body)).Expect(HttpStatusCode.BadRequest);

    [Fact]
    public async Task A_list_is_walked_by_cursor_without_gaps_or_repetitions()
    {
        var reader = host.ClientFor(TestAccounts.OtherCaseManager);
        var written = new HashSet<Guid>();
        foreach (var i in Enumerable.Range(0, 7)) written.Add((await reader.PostAsync("notes", new { text = $"page {i}" })).Expect(HttpStatusCode.Created).Id);

        var seen = new List<Guid>();
        string? after = null;
        do
        {
            var page = (await reader.CallAsync($"notes?limit=3&after={after}")).Expect(HttpStatusCode.OK).Json;
            var ids = page["items"]!.AsArray().Select(item => item!["id"]!.GetValue<Guid>()).ToList();
            Assert.InRange(ids.Count, 1, 3);
            seen.AddRange(ids);
            after = page["next"]?.GetValue<string>();
        }
        while (after is not null);

        Assert.Equal(written.Order(), seen.Order());
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    [Theory]
    [InlineData("limit=0", "limit-out-of-range")]
    [InlineData("limit=201", "limit-out-of-range")]
    [InlineData("after=!!!", "cursor-invalid")]
    [InlineData("after=e30x", "cursor-invalid")]
    [InlineData("limit=many", "bad-request")]
    public async Task A_page_that_cannot_be_is_400(string query, string code) =>
        (await _client.CallAsync($"notes?{query}")).ExpectProblem(HttpStatusCode.BadRequest, code);

    [Fact]
    public async Task Every_answer_names_its_trace()
    {
        var answer = await _client.CallAsync($"notes/{Guid.NewGuid()}");
        answer.ExpectProblem(HttpStatusCode.NotFound, "not-found");
        Assert.Equal(answer.Response.Headers.GetValues("trace-id").Single(), answer.Json["traceId"]!.GetValue<string>());
    }

    private async Task<long> CountAsync(string text) => await host.Database.ScalarAsync<long>("select count(*) from notes where text = $1", text);
}
