using System.Diagnostics;
using System.Net;
using System.Text;
using Kim.ServiceKit.Tests.Desk;
using Kim.Testing.Fuzzing;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Kim.ServiceKit.Tests;

/// <summary>The limits of quality.md B.5 as they are set in every service, which all start with the same two lines.</summary>
public sealed class LimitTests(HouseTimesDesk host) : IClassFixture<HouseTimesDesk>
{
    [Fact]
    public void Times_and_sizes_are_those_of_the_house()
    {
        var limits = host.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;
        Assert.Equal((1_048_576L, TimeSpan.FromSeconds(120)), (limits.MaxRequestBodySize, limits.KeepAliveTimeout));
        Assert.Equal(TimeSpan.FromSeconds(30), host.Services.GetRequiredService<IOptions<RequestTimeoutOptions>>().Value.DefaultPolicy!.Timeout);
    }

    [Fact]
    public async Task A_statement_ends_after_5_s_and_an_idle_transaction_after_10()
    {
        var source = host.Services.GetRequiredService<NpgsqlDataSource>();
        await using var show = source.CreateCommand("select current_setting('statement_timeout') || ' ' || current_setting('idle_in_transaction_session_timeout') || ' ' || current_setting('lock_timeout')");
        Assert.Equal("5s 10s 4s", await show.ExecuteScalarAsync());

        var watch = Stopwatch.StartNew();
        await using var slow = source.CreateCommand("select pg_sleep(60)");
        Assert.Equal(PostgresErrorCodes.QueryCanceled, (await Assert.ThrowsAsync<PostgresException>(() => slow.ExecuteScalarAsync())).SqlState);
        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task A_row_that_somebody_holds_is_a_409_after_4_s()
    {
        using var client = host.ClientFor(TestAccounts.CaseManager);
        var note = (await client.PostAsync("notes", new { text = "held" })).Expect(HttpStatusCode.Created);
        await using var held = await RowLock.TakeAsync(host, note.Id);
        (await client.PostAsync($"notes/{note.Id}/marks", new { })).ExpectProblem(HttpStatusCode.Conflict, "busy");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_over_one_megabyte_is_413(bool withKey)
    {
        using var client = host.ClientFor(TestAccounts.CaseManager);
        var answer = await client.CallAsync(HttpMethod.Post, "notes", "{\"text\":\"" + new string('x', 1_100_000) + "\"}", key: withKey ? "large" : null);
        answer.ExpectProblem(HttpStatusCode.RequestEntityTooLarge, "body-too-large");
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"text\":", "}")]
    public async Task Json_deeper_than_32_is_refused(string open, string close)
    {
        using var client = host.ClientFor(TestAccounts.CaseManager);
        foreach (var depth in (int[])[33, 50_000])
        {
            var deep = new StringBuilder().Insert(0, open, depth).Append('1').ToString() + string.Concat(Enumerable.Repeat(close, depth));
            (await client.CallAsync(HttpMethod.Post, "notes", deep)).ExpectProblem(HttpStatusCode.BadRequest, "json-invalid");
        }
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("image/*")]
    [InlineData("")]
    public async Task An_error_is_a_problem_document_whatever_the_caller_accepts(string accept)
    {
        using var client = host.ClientFor(TestAccounts.CaseManager);
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", accept);
        Assert.Equal("application/problem+json", (await client.CallAsync($"notes/{Guid.NewGuid()}")).Expect(HttpStatusCode.NotFound).Response.Content.Headers.ContentType?.MediaType);
        (await client.PostAsync("notes", new { text = "fail late" })).ExpectProblem(HttpStatusCode.InternalServerError, "internal-error");
        (await client.CallAsync("no/such/path")).ExpectProblem(HttpStatusCode.NotFound, "not-found");
        (await client.CallAsync(HttpMethod.Put, "notes", "{}")).ExpectProblem(HttpStatusCode.MethodNotAllowed, "method-not-allowed");
    }
}

/// <summary>The test service with the times of an installation that sets none.</summary>
public sealed class HouseTimesDesk : DeskHost
{
    protected override void Configure(IDictionary<string, string?> settings)
    {
        base.Configure(settings);
        settings.Remove("Database:PatienceSeconds");
    }
}

/// <summary>What ends when its time is over.</summary>
public sealed class TimeLimitTests(ImpatientDesk host) : IClassFixture<ImpatientDesk>
{
    [Fact]
    public async Task A_request_that_takes_too_long_is_given_up_and_leaves_nothing()
    {
        using var client = host.ClientFor(TestAccounts.CaseManager);
        // The first request of a cold process may take longer than this desk is patient.
        var note = await Eventually.GetAsync(() => client.PostAsync("notes", new { text = "slow" }), answer => answer.Status == HttpStatusCode.Created, what: "a warm service");
        await using (await RowLock.TakeAsync(host, note.Id))
        {
            var answer = (await client.PostAsync($"notes/{note.Id}/marks", new { })).ExpectProblem(HttpStatusCode.ServiceUnavailable, "timeout");
            Assert.Equal("5", answer.Response.Headers.RetryAfter!.ToString());
        }

        Assert.Equal(0, await host.Database.ScalarAsync<int>("select marks from notes where id = $1", note.Id));
        await Eventually.HoldsAsync(async () => (await client.PostAsync($"notes/{note.Id}/marks", new { })).Status == HttpStatusCode.OK, what: "the service goes on");
    }

    [Fact]
    public async Task A_caller_that_dawdles_over_its_headers_is_closed()
    {
        using var client = host.Anonymous();
        var answer = await Wire.SendAsync(client.BaseAddress!, "GET /api/v1/cases/notes HTTP/1.1\r\nHost: x\r\n"u8.ToArray());
        Assert.True(answer.Status is 408 or 0, $"{answer.Status}");
        Assert.InRange(answer.Took, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task A_caller_that_dawdles_over_its_body_is_408()
    {
        using var client = host.ClientFor(TestAccounts.CaseManager);
        var head = $"POST /api/v1/cases/notes HTTP/1.1\r\nHost: x\r\nAuthorization: {client.DefaultRequestHeaders.Authorization}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{{";
        var answer = await Wire.SendAsync(client.BaseAddress!, Encoding.ASCII.GetBytes(head));
        // The time of the request and the rate of its body end at about the same moment; either way it is said.
        Assert.True((answer.Status, answer.Json?["code"]?.GetValue<string>()) is (408, "request-timeout") or (503, "timeout"), $"{answer.Status} {answer.Text}");
    }
}

/// <summary>Holds a note's row as somebody would who changes it and does not come to an end.</summary>
internal sealed class RowLock : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;

    private RowLock(NpgsqlConnection connection) => _connection = connection;

    public static async Task<RowLock> TakeAsync(DeskHost host, Guid note)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(host.Database.Superuser) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var hold = new NpgsqlCommand("begin; select 1 from notes where id = '" + note + "' for update", connection);
        await hold.ExecuteNonQueryAsync();
        return new RowLock(connection);
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
