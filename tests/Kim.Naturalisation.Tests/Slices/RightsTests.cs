using Npgsql;

namespace Kim.Naturalisation.Tests.Slices;

public sealed class RightsTests(NaturalisationHost host) : IClassFixture<NaturalisationHost>
{
    private const string Api = NaturalisationHost.Api;

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
