using Npgsql;

namespace Kim.Funding.Tests.Slices;

public sealed class RightsTests(FundingHost host) : IClassFixture<FundingHost>
{
    private static readonly Guid Nobody = Guid.NewGuid();
    private static readonly string[] Staffing = ["fund", "coord"];
    private static readonly string[] Office = ["fund"];

    // Who may use a route; everybody else gets 403. The ids do not exist: a permitted call ends with anything but 403.
    private static readonly (string Method, string Route, string[] May)[] Table =
    [
        ("GET", "/programmes", Staffing),
        ("POST", "/programmes/nobody/eligibility", Staffing),
        ("GET", "/modules", Staffing),
        ("GET", "/positions", Staffing),
        ("GET", "/positions/nobody", Staffing),
        ("POST", "/positions", Office),
        ("POST", "/positions/nobody/occupancies", Office),
        ("POST", $"/positions/nobody/occupancies/{Nobody}/end", Office),
        ("POST", $"/positions/nobody/occupancies/{Nobody}/correction", Office),
        ("POST", "/positions/nobody/attributes", Office),
        ("GET", "/quota-check", Staffing),
        ("GET", "/decisions", Staffing),
        ("POST", "/decisions", Office),
        ("GET", "/decisions/nobody", Staffing),
        ("POST", "/decisions/nobody/corrections", Office),
        ("GET", "/grants", Office),
        ("POST", "/grants", Office),
        ("GET", $"/grants/{Nobody}", Office),
        ("PUT", $"/grants/{Nobody}", Office),
        ("POST", $"/grants/{Nobody}/periods", Office),
        ("POST", $"/grants/{Nobody}/conditions/nobody/evidence", Office),
        ("GET", "/cost-types", Office),
        ("GET", "/lump-sums", Office),
        ("GET", "/costs", Office),
        ("POST", "/costs", Office),
        ("GET", $"/costs/{Nobody}", Office),
        ("POST", $"/costs/{Nobody}/reversal", Office),
        ("GET", "/balance", Office),
        ("GET", "/pots", Office),
        ("GET", "/settlements", Office),
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
            var answer = await host.ClientFor(account).CallAsync(new HttpMethod(method), FundingHost.Api + route, method == "GET" ? null : new { });
            Assert.True(may.Contains(account.Name) == (answer.Status != HttpStatusCode.Forbidden), $"{account.Name} {method} {route}: {(int)answer.Status}");
            Assert.NotEqual(HttpStatusCode.InternalServerError, answer.Status);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Anonymous().CallAsync(new HttpMethod(method), FundingHost.Api + route)).Status);
    }

    [Fact]
    public async Task The_table_of_this_test_knows_every_route()
    {
        var document = (await host.Anonymous().CallAsync("/openapi/v1.json")).Expect(HttpStatusCode.OK).Json;
        var routes = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation =>
            $"{operation.Key.ToUpperInvariant()} {path.Key.Replace("{id}", Nobody.ToString(), StringComparison.Ordinal).Replace("{key}", "nobody", StringComparison.Ordinal)}"))
            // Those of reports stand in ReportRightsTests.
            .Where(route => !route.Contains("reports", StringComparison.Ordinal));
        Assert.Equal(Table.Select(row => $"{row.Method} {FundingHost.Api}{row.Route}").Order(), routes.Order());
    }

    public static TheoryData<string, string, string?> BadBodies() => new()
    {
        { "/positions/cm-3/occupancies", """{"vzae":0,"from":"2026-01-01","employmentType":"TARIF"}""", "vzae" },
        { "/positions/cm-3/occupancies", """{"vzae":0.505,"from":"2026-01-01","employmentType":"TARIF"}""", "vzae" },
        { "/positions/cm-3/occupancies", """{"accountId":"0a000000-0000-4000-8000-000000000001","vzae":1.5,"from":"2026-01-01","employmentType":"TARIF"}""", "vzae" },
        { "/positions/cm-3/occupancies", """{"accountId":"0a000000-0000-4000-8000-0000000000ff","vzae":1,"from":"2026-01-01","employmentType":"TARIF"}""", "accountId" },
        { "/positions/cm-3/occupancies", """{"vzae":1,"employmentType":"TARIF"}""", "from" },
        { "/positions/cm-3/occupancies", """{"vzae":1,"from":"2026-01-01","until":"2026-01-01","employmentType":"TARIF"}""", "until" },
        { "/positions/cm-3/occupancies", """{"vzae":1,"from":"2026-01-01","employmentType":"MINIJOB"}""", "employmentType" },
        { "/positions/cm-3/occupancies", """{"vzae":1,"from":"yesterday","employmentType":"TARIF"}""", null },
        { "/positions/cm-3/occupancies", """{"vzae":1,"from":"2026-01-01","employmentType":"TARIF","name":"X"}""", null },
        { "/positions/cm-3/occupancies", """{"vzae":1,"vzae":2,"from":"2026-01-01","employmentType":"TARIF"}""", null },
        { "/positions/cm-3/attributes", """{"from":"2026-01-01"}""", "employer" },
        { "/positions/cm-3/attributes", """{"from":"2026-01-01","employer":"niemand"}""", "employer" },
        { "/positions/cm-3/attributes", """{"from":"2026-01-01","regionServed":["05558999"]}""", "regionServed" },
        { "/positions/cm-3/attributes", """{"from":"2026-01-01","employer":"stadt-coesfeld","decisionKey":"niemals"}""", "decisionKey" },
        { "/programmes/durchstarten/eligibility", """{"age":-1,"status":"DULDUNG","entryOn":"2021-06-01"}""", "age" },
        { "/programmes/durchstarten/eligibility", """{"status":"DULDUNG","entryOn":"2021-06-01"}""", "age" },
        { "/decisions", """{"key":"Neu","body":"KREISTAG","title":"Neu","decidedOn":"2026-01-01"}""", "key" },
        { "/costs", """{"voucher":"B 1","type":"ENTGELT","amountEur":1,"spentOn":"2026-01-01"}""", "voucher" },
        { "/costs", """{"voucher":"B-1","type":"ENTGELT","amountEur":1.005,"spentOn":"2026-01-01"}""", "amountEur" },
        { "/costs", """{"voucher":"B-1","type":"ENTGELT","amountEur":0,"spentOn":"2026-01-01"}""", "amountEur" },
        { "/costs", """{"voucher":"B-1","type":"NICHTS","amountEur":1,"spentOn":"2026-01-01"}""", "type" },
        { "/costs", """{"voucher":"B-1","type":"ENTGELT","amountEur":1,"spentOn":"2026-01-01","bookedOn":"2999-01-01"}""", "bookedOn" },
        { "/costs", """{"voucher":"B-1","type":"ENTGELT","amountEur":1,"spentOn":"2026-01-01","ags":"05558999"}""", "ags" },
        { "/costs", """{"voucher":"B-1","type":"ENTGELT","amountEur":1,"spentOn":"2026-01-01","position":"niemand"}""", "position" },
        { "/costs", """{"voucher":"B-1","type":"ENTGELT","amountEur":1,"spentOn":"2026-01-01","grantId":"00000000-0000-4000-8000-000000000001"}""", "grantId" },
        { "/costs", "[]", null },
    };

    [Theory]
    [MemberData(nameof(BadBodies))]
    public async Task A_bad_body_is_a_clear_400(string route, string body, string? field)
    {
        var answer = (await host.Office.PostAsync(FundingHost.Api + route, body)).Expect(HttpStatusCode.BadRequest);
        Assert.False(string.IsNullOrEmpty(answer.Code));
        Assert.NotNull(answer.Json["traceId"]);
        if (field is not null) Assert.True(answer.Json["errors"]?[field] is not null, answer.Text);
    }

    [Theory]
    [InlineData("/positions?limit=0")]
    [InlineData("/positions?limit=201")]
    [InlineData("/costs?after=x")]
    [InlineData("/quota-check?asOf=31.12.2021")]
    [InlineData("/balance?year=1899")]
    [InlineData("/balance")]
    public async Task A_bad_question_is_a_400(string route) => (await host.Office.CallAsync(FundingHost.Api + route)).Expect(HttpStatusCode.BadRequest);

    [Theory]
    [InlineData("positions", "COORDINATOR", true)]
    [InlineData("positions", "CASE_MANAGER", false)]
    [InlineData("occupancies", "FUNDER", false)]
    [InlineData("occupancies", "FUNDING_OFFICER", true)]
    [InlineData("grants", "COORDINATOR", false)]
    [InlineData("grants", "FUNDING_OFFICER", true)]
    [InlineData("costs", "COORDINATOR", false)]
    [InlineData("decisions", "FUNDER", false)]
    public async Task The_database_shows_a_role_its_rows_alone(string table, string role, bool sees)
    {
        await using var connection = new NpgsqlConnection(host.Database.App);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var scope = new NpgsqlCommand("select set_config('kim.scope', 'user', true), set_config('kim.roles', $1, true)", connection, transaction);
        scope.Parameters.AddWithValue($",{role},");
        await scope.ExecuteNonQueryAsync();
        await using var count = new NpgsqlCommand($"select count(*) from {table}", connection, transaction);
        Assert.Equal(sees, (long)(await count.ExecuteScalarAsync())! > 0);
    }
}
