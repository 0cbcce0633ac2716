using Npgsql;

namespace Kim.ServiceKit.Data;

internal static class ScopedRead
{
    /// <summary>
    /// Reads by one query under a scope, in one round trip and apart from any open transaction. The batch is one transaction: the scope holds
    /// for the query and for nothing after it, and what the query writes is committed before the rows are handed out.
    /// </summary>
    public static Task<List<T>> ReadScopedAsync<T>(this NpgsqlDataSource source, Scope scope, SqlQuery query, Func<NpgsqlDataReader, T> read, CancellationToken ct) =>
        DatabaseWait.DuringAsync(RunAsync(source, scope, query, read, ct));

    private static async Task<List<T>> RunAsync<T>(NpgsqlDataSource source, Scope scope, SqlQuery query, Func<NpgsqlDataReader, T> read, CancellationToken ct)
    {
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(scope.ToQuery().ToBatchCommand());
        batch.BatchCommands.Add(query.ToBatchCommand());
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.NextResultAsync(ct);
        var rows = new List<T>();
        while (await reader.ReadAsync(ct)) rows.Add(read(reader));
        // The end of the batch is the commit.
        while (await reader.NextResultAsync(ct)) { }
        return rows;
    }
}
