using System.Net;
using Npgsql;

namespace Kim.Network.Tests.Slices;

[Collection(NetworkSlices.Name)]
public sealed class RightsTests(NetworkHost host)
{
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
