using System.Net;
using Kim.ServiceKit.Tests.Desk;

namespace Kim.ServiceKit.Tests;

/// <summary>The same request again, in every way that a network and its people can bring about (quality.md B.5, T18 and T19).</summary>
public sealed class IdempotencyTests(DeskHost host) : IClassFixture<DeskHost>
{
    private const int Many = 100;
    private readonly HttpClient _client = host.ClientFor(TestAccounts.CaseManager);

    [Fact, Trait(FaultSuite.Trait, FaultSuite.Name)]
    public async Task A_hundred_parallel_requests_with_one_key_have_one_effect_and_one_answer()
    {
        for (var round = 0; round < FaultSuite.Pick(1, 20); round++)
        {
            var key = Guid.NewGuid().ToString();
            var answers = await Task.WhenAll(Enumerable.Range(0, Many).Select(_ => _client.PostAsync("notes", new { text = key }, key)));
            foreach (var early in answers.Where(answer => answer.Status != HttpStatusCode.Created))
            {
                early.ExpectProblem(HttpStatusCode.Conflict, "idempotency-in-flight");
                Assert.Equal("1", early.Response.Headers.RetryAfter!.ToString());
            }

            var again = (await _client.PostAsync("notes", new { text = key }, key)).Expect(HttpStatusCode.Created);
            Assert.All(answers.Where(answer => answer.Status == HttpStatusCode.Created), answer => Assert.Equal(again.Text, answer.Text));
            Assert.Contains(answers, answer => answer.Status == HttpStatusCode.Created);
            Assert.Equal(1, await CountAsync(key));
        }
    }

    [Fact]
    public async Task A_key_outlives_a_restart_of_the_service()
    {
        var key = Guid.NewGuid().ToString();
        var first = (await _client.PostAsync("notes", new { text = key }, key)).Expect(HttpStatusCode.Created);
        await host.StopAsync();
        await host.StartAsync();
        using var client = host.ClientFor(TestAccounts.CaseManager);
        var second = (await client.PostAsync("notes", new { text = key }, key)).Expect(HttpStatusCode.Created);
        Assert.Equal(first.Text, second.Text);
        Assert.Equal("true", second.Response.Headers.GetValues("Idempotency-Replayed").Single());
        Assert.Equal(1, await CountAsync(key));
    }

    [Fact]
    public async Task A_request_whose_first_one_is_still_in_flight_is_409_with_a_time_to_come_back()
    {
        using var client = host.ClientFor(TestAccounts.CaseManager);
        var note = (await client.PostAsync("notes", new { text = "in flight" })).Expect(HttpStatusCode.Created);
        var key = Guid.NewGuid().ToString();
        var held = await RowLock.TakeAsync(host, note.Id);

        var first = client.PostAsync($"notes/{note.Id}/marks", new { }, key);
        await Eventually.HoldsAsync(async () => await host.Database.ScalarAsync<long>(
            "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'") > 0, what: "the first request waits");
        var second = (await client.PostAsync($"notes/{note.Id}/marks", new { }, key)).ExpectProblem(HttpStatusCode.Conflict, "idempotency-in-flight");
        Assert.Equal("1", second.Response.Headers.RetryAfter!.ToString());
        await held.DisposeAsync();

        (await first).Expect(HttpStatusCode.OK);
        Assert.Equal((await first).Text, (await client.PostAsync($"notes/{note.Id}/marks", new { }, key)).Expect(HttpStatusCode.OK).Text);
        Assert.Equal(1, await host.Database.ScalarAsync<int>("select marks from notes where id = $1", note.Id));
    }

    [Fact]
    public async Task A_replay_asks_for_the_rights_again()
    {
        var account = TestAccounts.CaseManager with { Id = Guid.NewGuid() };
        await host.AddAccountAsync(account);
        using var client = host.ClientFor(account);
        var key = Guid.NewGuid().ToString();
        (await client.PostAsync("notes", new { text = key }, key)).Expect(HttpStatusCode.Created);

        await ChangedAsync(account with { Organisation = "stadt-duelmen" });
        (await client.PostAsync("notes", new { text = key }, key)).ExpectProblem(HttpStatusCode.Forbidden, "rights-changed");
        await ChangedAsync(account with { Role = "FUNDER" });
        (await client.PostAsync("notes", new { text = key }, key)).ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
        await ChangedAsync(account);
        (await client.PostAsync("notes", new { text = key }, key)).Expect(HttpStatusCode.Created);
        Assert.Equal(1, await CountAsync(key));
    }

    [Fact]
    public async Task A_key_is_forgotten_after_a_day()
    {
        using var client = host.ClientFor(TestAccounts.CaseManager);
        var key = Guid.NewGuid().ToString();
        var first = (await client.PostAsync("notes", new { text = key }, key)).Expect(HttpStatusCode.Created);
        await host.QueryAsync("update idempotency_keys set created_at = created_at - interval '25 hours' where key = $1", key);
        Assert.NotEqual(first.Id, (await client.PostAsync("notes", new { text = key }, key)).Expect(HttpStatusCode.Created).Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("01234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890")]
    public async Task A_key_has_1_to_100_characters(string key)
    {
        using var client = host.ClientFor(TestAccounts.CaseManager);
        (await client.PostAsync("notes", new { text = "never" }, key)).ExpectProblem(HttpStatusCode.BadRequest, "idempotency-key-invalid");
    }

    [Fact, Trait(FaultSuite.Trait, FaultSuite.Name)]
    public async Task Of_a_hundred_parallel_changes_on_one_version_exactly_one_wins()
    {
        using var client = host.ClientFor(TestAccounts.CaseManager);
        for (var round = 0; round < FaultSuite.Pick(1, 20); round++)
        {
            var note = (await client.PostAsync("notes", new { text = "draft" })).Expect(HttpStatusCode.Created);
            var etag = (await client.CallAsync($"notes/{note.Id}")).ETag;
            var answers = await Task.WhenAll(Enumerable.Range(0, Many).Select(i => client.PutAsync($"notes/{note.Id}", new { text = $"by {i}" }, etag)));
            Assert.Equal(1, answers.Count(answer => answer.Status == HttpStatusCode.OK));
            Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.OK), answer => answer.ExpectProblem(HttpStatusCode.PreconditionFailed, "precondition-failed"));
        }
    }

    // An account is remembered for two seconds.
    private async Task ChangedAsync(TestAccount account)
    {
        await host.AddAccountAsync(account);
        await Task.Delay(TimeSpan.FromSeconds(2.2));
    }

    private async Task<long> CountAsync(string text) => await host.Database.ScalarAsync<long>("select count(*) from notes where text = $1", text);
}
