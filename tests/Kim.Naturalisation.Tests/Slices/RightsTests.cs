using Npgsql;

namespace Kim.Naturalisation.Tests.Slices;

public sealed class RightsTests(NaturalisationHost host) : IClassFixture<NaturalisationHost>
{
    private const string Api = NaturalisationHost.Api;
    private static readonly Guid Nobody = Guid.NewGuid();

    // Who may use a route; everybody else gets 403. The ids do not exist: a permitted call ends with anything but 403.
    private static readonly (string Method, string Route, string[] May)[] Table =
    [
        ("GET", "/rule-sets", ["natur", "coord"]),
        ("GET", "/referrals", ["natur", "dpo"]),
        ("GET", $"/referrals/{Nobody}", ["natur", "dpo"]),
        ("POST", $"/referrals/{Nobody}/facts", ["natur"]),
        ("POST", $"/referrals/{Nobody}/checks", ["natur"]),
        ("GET", $"/referrals/{Nobody}/checks", ["natur"]),
        ("GET", $"/checks/{Nobody}", ["natur"]),
        ("POST", $"/checks/{Nobody}/overrulings", ["natur"]),
        ("POST", "/checks/quick", ["natur"]),
        ("POST", $"/referrals/{Nobody}/counselling", ["natur"]),
        ("POST", $"/referrals/{Nobody}/application", ["natur"]),
        ("POST", $"/referrals/{Nobody}/decision", ["natur"]),
        ("POST", $"/referrals/{Nobody}/hand-over", ["natur"]),
        ("POST", $"/referrals/{Nobody}/bar-entries", ["natur"]),
        ("GET", "/worklist", ["natur"]),
        ("POST", "/person-data", []),
    ];

    public static TheoryData<int> EveryRoute() => [.. Enumerable.Range(0, Table.Length)];

    [Theory]
    [MemberData(nameof(EveryRoute))]
    public async Task Every_route_is_open_to_its_roles_alone(int row)
    {
        var (method, route, may) = Table[row];
        foreach (var account in TestAccounts.All)
        {
            var answer = await host.ClientFor(account).CallAsync(new HttpMethod(method), Api + route, method == "POST" ? new { } : null);
            Assert.True(may.Contains(account.Name) == (answer.Status != HttpStatusCode.Forbidden), $"{account.Name} {method} {route}: {(int)answer.Status}");
            Assert.NotEqual(HttpStatusCode.InternalServerError, answer.Status);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Anonymous().CallAsync(new HttpMethod(method), Api + route)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.ClientForScope("stranger", "naturalisation:everything").CallAsync(new HttpMethod(method), Api + route)).Status);
    }

    [Fact]
    public async Task The_table_of_this_test_knows_every_route()
    {
        var document = (await host.Anonymous().CallAsync("/openapi/v1.json")).Expect(HttpStatusCode.OK).Json;
        var routes = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()
            .Select(operation => $"{operation.Key.ToUpperInvariant()} {path.Key.Replace("{id}", Nobody.ToString(), StringComparison.Ordinal)}"));
        Assert.Equal(Table.Select(row => $"{row.Method} {Api}{row.Route}").Order(), routes.Order());
    }

    [Fact]
    public async Task The_database_shows_persons_to_officers_alone()
    {
        var id = await host.PulledAsync();
        var check = (await host.CheckAsync(id)).Expect(HttpStatusCode.Created).Id;
        (await host.Officer.PostAsync($"{Api}/checks/{check}/overrulings", new { requirement = "LANG", outcome = "NOT", reason = "Zweifel." })).Expect(HttpStatusCode.Created);
        (await host.Officer.PostAsync($"{Api}/referrals/{id}/bar-entries", new { kind = "FRAUD" })).Expect(HttpStatusCode.Created);
        foreach (var table in new[] { "referrals", "facts_snapshots", "checks", "overrulings", "bar_entries" })
        {
            Assert.True(await CountAsync(table, "NATURALISATION_OFFICER") > 0, table);
            foreach (var role in new[] { "COORDINATOR", "DPO", "CASE_MANAGER", "OPS", "FUNDING_OFFICER" }) Assert.Equal(0, await CountAsync(table, role));
            Assert.Equal(0, await CountAsync(table, null));
        }
    }

    private async Task<long> CountAsync(string table, string? role)
    {
        await using var connection = new NpgsqlConnection(host.Database.App);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand("select set_config('kim.scope', $1, true), set_config('kim.account', '', true), set_config('kim.roles', $2, true)", connection, transaction);
        command.Parameters.AddWithValue(role is null ? "" : "user");
        command.Parameters.AddWithValue($",{role},");
        await command.ExecuteNonQueryAsync();
        await using var count = new NpgsqlCommand($"select count(*) from {table}", connection, transaction);
        return (long)(await count.ExecuteScalarAsync())!;
    }
}
