using Npgsql;

namespace Kim.ServiceKit.Data;

internal static class SystemTransaction
{
    /// <summary>A transaction under the system scope on a raw connection, for the dispatcher and jobs.</summary>
    public static async Task<NpgsqlTransaction> BeginSystemAsync(this NpgsqlConnection connection, CancellationToken ct)
    {
        var transaction = await connection.BeginTransactionAsync(ct);
        await using var command = new NpgsqlCommand("select set_config('kim.scope', 'system', true)", connection, transaction);
        await command.ExecuteNonQueryAsync(ct);
        return transaction;
    }
}
