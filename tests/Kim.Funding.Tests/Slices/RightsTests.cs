using Npgsql;

namespace Kim.Funding.Tests.Slices;

public sealed class RightsTests(FundingHost host) : IClassFixture<FundingHost>
{
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
