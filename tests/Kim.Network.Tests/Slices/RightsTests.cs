using System.Net;
using Npgsql;

namespace Kim.Network.Tests.Slices;

[Collection(NetworkSlices.Name)]
public sealed class RightsTests(NetworkHost host)
{
    private const string Nothing = "00000000-0000-4000-8000-000000000000";
    private static readonly string[] Staff = ["cm", "cm2", "coord", "pool", "interpreter", "office", "natur", "fund", "partner", "dpo", "ops"];
    private static readonly string[] Work = ["coord", "office"];
    private static readonly string[] Log = ["coord", "office", "cm", "cm2", "fund", "dpo"];

    // Who may use a route; everybody else gets 403. The ids do not exist: a permitted call ends with anything but 403.
    private static readonly (string Method, string Route, string[] May)[] Table =
    [
        ("GET", "/municipalities", Staff), ("GET", "/organisations", Staff), ("GET", "/fields-of-action", Staff), ("GET", "/offers", Staff),
        ("GET", "/committees", Staff), ("GET", "/committees/{key}", Staff), ("GET", "/districts", Staff), ("GET", "/kim-modules", Staff),
        ("GET", "/positions", Staff), ("GET", "/settings", Staff),
        ("GET", "/texts", Staff), ("GET", "/media", Staff), ("GET", "/conferences", Staff), ("GET", "/legal-bases", Staff), ("GET", "/programmes", Staff),
        ("GET", "/strategy-diagram", Staff), ("GET", "/hilfeplan-sources", Staff), ("GET", "/stakeholders", Staff),
        ("GET", "/consultations", Log), ("GET", "/consultations/counts", Log), ("GET", "/consultations/{id}", Log), ("POST", "/consultations", Work),
        ("GET", "/next-steps", Staff), ("GET", "/next-steps/{key}", Staff), ("PUT", "/next-steps/{key}/state", Work),
        ("GET", "/themes", Work), ("GET", "/themes/{id}", Work), ("PUT", "/themes/{id}", ["coord"]), ("POST", "/themes/{id}/state", ["coord"]),
        ("POST", "/meetings", ["office"]), ("GET", "/meetings", Work), ("GET", "/meetings/{id}", Work), ("POST", "/meetings/{id}/agenda-items", ["office"]),
        ("POST", "/meetings/{id}/holding", ["office"]), ("POST", "/meetings/{id}/agenda-items/{itemId}/resolution", ["office"]),
        ("GET", "/released-reports", Work),
        ("GET", "/resolutions", Staff), ("GET", "/resolutions/{id}", Staff),
        ("GET", "/measures", Staff), ("GET", "/measures/{id}", Staff), ("POST", "/measures/{id}/start", ["office"]), ("POST", "/measures/{id}/completion", ["office"]),
    ];

    public static TheoryData<int> EveryRoute() => [.. Enumerable.Range(0, Table.Length)];

    [Theory, MemberData(nameof(EveryRoute))]
    public async Task Every_route_is_open_to_its_roles_alone(int row)
    {
        var (method, route, may) = Table[row];
        var path = NetworkHost.Api + route.Replace("{key}", "nothing").Replace("{id}", Nothing).Replace("{itemId}", Nothing);
        foreach (var account in TestAccounts.All)
        {
            var answer = await host.ClientFor(account).CallAsync(new HttpMethod(method), path, method == "GET" ? null : new { });
            Assert.True(may.Contains(account.Name) == (answer.Status != HttpStatusCode.Forbidden), $"{account.Name} {method} {route}: {(int)answer.Status}");
            Assert.NotEqual(HttpStatusCode.InternalServerError, answer.Status);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Anonymous().CallAsync(new HttpMethod(method), path)).Status);
    }

    [Fact]
    public async Task The_table_of_this_test_knows_every_route()
    {
        var document = (await host.Anonymous().CallAsync("/openapi/v1.json")).Expect(HttpStatusCode.OK).Json;
        var routes = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation => $"{operation.Key.ToUpperInvariant()} {path.Key}"));
        Assert.Equal(Table.Select(row => $"{row.Method} {NetworkHost.Api}{row.Route}").Order(), routes.Order());
    }

    [Theory]
    [InlineData("PARTNER", 0), InlineData("INTERPRETER", 0), InlineData("FUNDER", 0), InlineData("OFFICE", 17), InlineData("CASE_MANAGER", 17)]
    public async Task The_database_shows_the_log_to_its_readers_alone(string role, int least)
    {
        await using var connection = new NpgsqlConnection(host.Database.App);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var scope = new NpgsqlCommand("select set_config('kim.scope', 'user', true), set_config('kim.account', $1, true), set_config('kim.roles', $2, true)", connection, transaction);
        scope.Parameters.AddWithValue(TestAccounts.Partner.Id.ToString());
        scope.Parameters.AddWithValue($",{role},");
        await scope.ExecuteNonQueryAsync();
        await using var count = new NpgsqlCommand("select count(*) from consultations", connection, transaction);
        var rows = (long)(await count.ExecuteScalarAsync())!;
        Assert.True(least == 0 ? rows == 0 : rows >= least, $"{role}: {rows}");
    }
}
