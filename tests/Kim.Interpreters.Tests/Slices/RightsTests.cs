using System.Text.Json;
using Npgsql;

namespace Kim.Interpreters.Tests.Slices;

public sealed class RightsTests(InterpretersHost host) : IClassFixture<InterpretersHost>
{
    private const string Api = "/api/v1/interpreters";
    [Fact]
    public async Task A_review_needs_the_version_that_was_read()
    {
        var id = await host.ReceiveAsync(host.NewRequest());
        var etag = (await host.Desk.CallAsync($"{Api}/requests/{id}")).ETag;
        (await host.Desk.PostAsync($"{Api}/requests/{id}/review", new { decision = "APPROVE" })).ExpectProblem((HttpStatusCode)428, "precondition-required");
        (await host.Desk.PostAsync($"{Api}/requests/{id}/review", new { decision = "APPROVE" }, ifMatch: "\"1\"")).ExpectProblem(HttpStatusCode.PreconditionFailed, "precondition-failed");
        (await host.Desk.PostAsync($"{Api}/requests/{id}/review", new { decision = "APPROVE" }, ifMatch: etag)).Expect(HttpStatusCode.OK);
        (await host.Desk.PostAsync($"{Api}/requests/{id}/review", new { decision = "APPROVE" }, ifMatch: etag)).Expect(HttpStatusCode.PreconditionFailed);
    }

    public static TheoryData<string, string, string?> BadBodies() => new()
    {
        { "review", """{"decision":"MAYBE"}""", "decision" },
        { "review", """{"decision":"APPROVE","extra":1}""", null },
        { "review", """{"decision":"APPROVE","decision":"REJECT"}""", null },
        { "review", """{"decision":5}""", null },
        { "review", """{}""", null },
        { "review", """{"decision":""", null },
        { "offers", """{"interpreterIds":[]}""", "interpreterIds" },
        { "offers", """{"interpreterIds":["x"]}""", null },
        { "completion", """{"startedAt":"2026-01-01T10:00:00Z","endedAt":"2026-01-01T11:00:00Z","travelMinutes":-1,"travelKm":0,"requesterConfirmedBy":"x"}""", "travelMinutes" },
        { "completion", """{"startedAt":"2026-01-01T10:00:00Z","endedAt":"2026-01-01T11:00:00Z","travelMinutes":0,"travelKm":500.1,"requesterConfirmedBy":"x"}""", "travelKm" },
        { "completion", """{"startedAt":"2026-01-01T10:00:00Z","endedAt":"2026-01-01T11:00:00Z","travelMinutes":0,"travelKm":0,"requesterConfirmedBy":""}""", "requesterConfirmedBy" },
        { "completion", """{"startedAt":"yesterday","endedAt":"2026-01-01T11:00:00Z","travelMinutes":0,"travelKm":0,"requesterConfirmedBy":"x"}""", null },
        { "confirmation", """{"why":"not"}""", null },
        { "settlement", "[]", null },
    };

    [Theory]
    [MemberData(nameof(BadBodies))]
    public async Task A_bad_body_is_a_clear_400(string step, string body, string? field)
    {
        var answer = (await host.Desk.PostAsync($"{Api}/requests/{Guid.NewGuid()}/{step}", body, ifMatch: "\"1\"")).Expect(HttpStatusCode.BadRequest);
        Assert.False(string.IsNullOrEmpty(answer.Code));
        Assert.NotNull(answer.Json["traceId"]);
        if (field is not null) Assert.NotNull(answer.Json["errors"]![field]);
    }

    [Fact]
    public async Task Reads_of_interpreters_are_on_record()
    {
        var pool = (await host.Desk.CallAsync($"{Api}/pool?limit=3")).Expect(HttpStatusCode.OK).Json["items"]!.AsArray();
        Assert.Equal(3, pool.Count);
        foreach (var id in pool.Select(item => item!["id"]!.GetValue<Guid>()))
            Assert.True(await host.Database.ScalarAsync<long>(
                "select count(*) from audit where action = 'READ' and subject = 'interpreter' and operation = 'ListPool' and subject_id = $1 and account_id = $2",
                id, TestAccounts.PoolDesk.Id) > 0);
        Assert.DoesNotContain("iban", JsonSerializer.Serialize(pool), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_database_shows_an_interpreter_the_own_rows_alone()
    {
        var mine = await host.ConfirmedAsync();
        var other = (await host.MoreInterpretersAsync(1)).Single();
        var theirs = await host.ReceiveAsync(host.NewRequest());
        await host.ApproveAsync(theirs);
        await host.OfferAsync(theirs, other.Id);

        Assert.Equal(0, await CountAsync("bookings", null, null));
        Assert.Equal(1, await CountAsync("interpreters", TestAccounts.Interpreter.Id, "INTERPRETER"));
        Assert.Equal(0, await CountAsync("bookings", TestAccounts.Interpreter.Id, "INTERPRETER", theirs));
        Assert.Equal(1, await CountAsync("bookings", TestAccounts.Interpreter.Id, "INTERPRETER", mine));
        Assert.Equal(1, await CountAsync("bookings", other.Account.Id, "INTERPRETER", theirs));
        Assert.Equal(0, await CountAsync("bookings", TestAccounts.CaseManager.Id, "CASE_MANAGER"));
        Assert.Equal(0, await CountAsync("interpreters", TestAccounts.FundingOfficer.Id, "FUNDING_OFFICER"));
        Assert.Equal(1, await CountAsync("bookings", TestAccounts.PoolDesk.Id, "POOL_DESK", theirs));
    }

    private async Task<long> CountAsync(string table, Guid? account, string? role, Guid? id = null)
    {
        await using var connection = new NpgsqlConnection(host.Database.App);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand("select set_config('kim.scope', $1, true), set_config('kim.account', $2, true), set_config('kim.roles', $3, true), set_config('kim.reach', 'ALL', true)", connection, transaction);
        command.Parameters.AddWithValue(account is null ? "" : "user");
        command.Parameters.AddWithValue(account?.ToString() ?? "");
        command.Parameters.AddWithValue($",{role},");
        await command.ExecuteNonQueryAsync();
        await using var count = new NpgsqlCommand($"select count(*) from {table} where $1::uuid is null or id = $1", connection, transaction);
        count.Parameters.Add(new NpgsqlParameter { Value = (object?)id ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid });
        return (long)(await count.ExecuteScalarAsync())!;
    }
}
