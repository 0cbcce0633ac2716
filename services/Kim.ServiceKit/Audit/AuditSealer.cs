using System.Diagnostics.Metrics;
using Kim.ServiceKit.Data;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Kim.ServiceKit.Audit;

/// <summary>
/// Seals the audit once a second. It goes by the order of transactions and takes only rows below the oldest one that still runs: whatever
/// becomes visible later stands behind them, so no row slips into a part that is sealed. Of several instances one works at a time.
/// </summary>
internal sealed partial class AuditSealer(NpgsqlDataSource source, AuditAnchors anchors, TimeProvider clock, ILogger<AuditSealer> log) : BackgroundService
{
    private const int Batch = 5000;
    private const long Lock = 0x4B494D41554449;
    private static readonly Meter Meter = new("Kim.Audit");
    private static readonly Histogram<double> Lag = Meter.CreateHistogram<double>("kim.audit.seal_lag_seconds", "s", "Age of the oldest row that a round of sealing took.");

    private const string NextRows = $"""
        select {AuditRow.Columns} from audit
        where (xid, id) > ($1, $2) and xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
        order by xid, id limit $3
        """;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!anchors.IsConfigured) NoAnchors(log, AuditAnchors.Setting);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await SealAsync(stoppingToken) < Batch) await Task.Delay(TimeSpan.FromSeconds(1), clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                SealFailed(log, failure.GetType().Name);
                await Task.Delay(TimeSpan.FromSeconds(2), clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Seals what is finished, at most one batch.</summary>
    /// <returns>The number of rows sealed; 0 also when another instance is at it.</returns>
    public async Task<int> SealAsync(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        // Of the session, not of the transaction: it is held until the anchors are written, in the order of the links.
        if (await ScalarAsync<bool>(connection, "select pg_try_advisory_lock($1)", ct, Lock) is false) return 0;
        try
        {
            await using var transaction = await connection.BeginSystemAsync(ct);
            var rows = await ReadAsync(connection, ct);
            var seals = new List<AuditSeal>();
            foreach (var month in rows.GroupBy(row => row.Segment)) seals.Add(await LinkAsync(connection, month.Key, [.. month], ct));
            await transaction.CommitAsync(ct);
            anchors.Append([.. seals.Select(seal => new AuditAnchor(seal.Segment, seal.Number, Convert.ToHexStringLower(seal.Hash)))], clock.GetUtcNow());
            if (rows.Count > 0) Lag.Record((clock.GetUtcNow() - rows[0].At).TotalSeconds);
            return rows.Count;
        }
        finally
        {
            await ScalarAsync<bool>(connection, "select pg_advisory_unlock($1)", CancellationToken.None, Lock);
        }
    }

    private static async Task<List<AuditRow>> ReadAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await ScalarAsync<string>(connection, AuditRow.Settings, ct);
        var (xid, id) = (0L, 0L);
        await using (var last = new NpgsqlCommand("select until_xid, until_id from audit_seals order by until_xid desc, until_id desc limit 1", connection))
        await using (var found = await last.ExecuteReaderAsync(ct))
            if (await found.ReadAsync(ct)) (xid, id) = (found.GetInt64(0), found.GetInt64(1));

        await using var next = new NpgsqlCommand(NextRows, connection) { Parameters = { new() { Value = xid }, new() { Value = id }, new() { Value = Batch } } };
        await using var reader = await next.ExecuteReaderAsync(ct);
        var rows = new List<AuditRow>();
        while (await reader.ReadAsync(ct))
            rows.Add(new AuditRow(reader.GetInt64(0), reader.GetInt64(1), await reader.GetFieldValueAsync<DateTimeOffset>(2, ct), reader.GetString(3)));
        return rows;
    }

    private async Task<AuditSeal> LinkAsync(NpgsqlConnection connection, string segment, List<AuditRow> rows, CancellationToken ct)
    {
        var (number, previous) = (0, (byte[]?)null);
        await using (var last = new NpgsqlCommand("select number, hash from audit_seals where segment = $1 order by number desc limit 1", connection) { Parameters = { new() { Value = segment } } })
        await using (var found = await last.ExecuteReaderAsync(ct))
            if (await found.ReadAsync(ct)) (number, previous) = (found.GetInt32(0), await found.GetFieldValueAsync<byte[]>(1, ct));

        using var chain = AuditChain.Begin(segment, number + 1, previous);
        foreach (var row in rows) chain.Add(row);
        var seal = new AuditSeal
        {
            Segment = segment, Number = number + 1, UntilXid = rows[^1].Xid, UntilId = rows[^1].Id, Rows = rows.Count, Hash = chain.Finish(), SealedAt = clock.GetUtcNow(),
        };
        const string insert = "insert into audit_seals (segment, number, until_xid, until_id, rows, hash, sealed_at) values ($1, $2, $3, $4, $5, $6, $7)";
        await using var command = new NpgsqlCommand(insert, connection);
        foreach (var value in new object[] { seal.Segment, seal.Number, seal.UntilXid, seal.UntilId, seal.Rows, seal.Hash, seal.SealedAt })
            command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(ct);
        return seal;
    }

    private static async Task<T?> ScalarAsync<T>(NpgsqlConnection connection, string sql, CancellationToken ct, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return (T?)await command.ExecuteScalarAsync(ct);
    }

    [LoggerMessage(LogLevel.Warning, "{Setting} is not set: the audit is sealed, but a cut tail would not show")]
    private static partial void NoAnchors(ILogger logger, string setting);

    [LoggerMessage(LogLevel.Warning, "The audit could not be sealed: {Failure}; trying again")]
    private static partial void SealFailed(ILogger logger, string failure);
}
