using Npgsql;

namespace Kim.ServiceKit.Tests;

/// <summary>Writes audit rows as the application's role does, past the API: for orders of commits that HTTP cannot bring about.</summary>
internal static class AuditWriters
{
    public static async Task WriteAsync(NpgsqlConnection connection, string operation, int rows)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("select set_config('kim.scope', 'system', true)"));
        batch.BatchCommands.Add(new NpgsqlBatchCommand("insert into audit (at, roles, action, operation, subject_id) select clock_timestamp(), '{CASE_MANAGER}', 'READ', $1, gen_random_uuid() from generate_series(1, $2)")
        {
            Parameters = { new() { Value = operation }, new() { Value = rows } },
        });
        await batch.ExecuteNonQueryAsync();
    }
}
