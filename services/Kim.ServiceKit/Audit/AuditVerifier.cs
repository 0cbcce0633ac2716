using Kim.ServiceKit.Data;
using Npgsql;

namespace Kim.ServiceKit.Audit;

/// <summary>What is wrong with the audit of a month.</summary>
/// <param name="Kind">
/// CHANGED, REMOVED, INSERTED: the rows are not those that were sealed. LINK_MISSING: a link of the chain is gone or in the wrong place.
/// TAIL_CUT: the anchors outside the database know links that it has no more. FORGED: a link is not the one that was anchored.
/// UNSEALED: rows wait for their seal for more than five minutes.
/// </param>
/// <param name="Link">Number of the link.</param>
/// <param name="Sealed">How many rows were sealed in it.</param>
/// <param name="Found">How many are there.</param>
public sealed record AuditFinding(string Kind, int Link, int Sealed, int Found);

/// <summary>The audit of a month, compared with its chain and its anchors.</summary>
/// <param name="Segment">The month, <c>2026-11</c>.</param>
/// <param name="Links">Links of the chain.</param>
/// <param name="Rows">Rows of the month.</param>
/// <param name="Anchored">How many hashes the anchors outside the database hold; 0 means that a cut tail would not show.</param>
/// <param name="Findings">What is wrong; empty when the audit is whole.</param>
public sealed record AuditVerdict(string Segment, int Links, int Rows, int Anchored, IReadOnlyList<AuditFinding> Findings);

/// <summary>Computes the chain anew and compares it with the seals and with what is kept outside the database.</summary>
internal sealed class AuditVerifier(NpgsqlDataSource source, AuditAnchors anchors, TimeProvider clock)
{
    private static readonly TimeSpan SealedWithin = TimeSpan.FromMinutes(5);

    private const string Months = """
        select distinct to_char(at at time zone 'UTC', 'YYYY-MM') from audit union select distinct segment from audit_seals
        """;

    private const string RowsOfMonth = $"""
        select {AuditRow.Columns} from audit where at >= $1 and at < $2 order by xid, id
        """;

    /// <summary>All months that have rows, seals or anchors, without those that were dropped by law.</summary>
    public async Task<IReadOnlyList<string>> SegmentsAsync(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await BeginAsync(connection, ct);
        await using var command = new NpgsqlCommand(Months, connection, transaction);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var known = new SortedSet<string>(anchors.Segments().Where(segment => !IsDropped(segment)), StringComparer.Ordinal);
        while (await reader.ReadAsync(ct)) known.Add(reader.GetString(0));
        return [.. known];
    }

    /// <summary>Verifies one month.</summary>
    public async Task<AuditVerdict> VerifyAsync(string segment, DateTimeOffset month, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        // One snapshot for seals and rows: what is written meanwhile is not there yet.
        await using var transaction = await BeginAsync(connection, ct);
        var seals = await SealsAsync(connection, segment, ct);
        var walk = new AuditWalk(segment, seals, clock.GetUtcNow() - SealedWithin);
        await using var command = new NpgsqlCommand(RowsOfMonth, connection, transaction) { Parameters = { new() { Value = month }, new() { Value = month.AddMonths(1) } } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            walk.Add(new AuditRow(reader.GetInt64(0), reader.GetInt64(1), await reader.GetFieldValueAsync<DateTimeOffset>(2, ct), reader.GetString(3)));
        walk.Finish();
        return Compare(segment, seals, walk);
    }

    private AuditVerdict Compare(string segment, List<AuditSeal> seals, AuditWalk walk)
    {
        var kept = IsDropped(segment) ? [] : anchors.Of(segment);
        var byNumber = seals.ToDictionary(seal => seal.Number, seal => Convert.ToHexStringLower(seal.Hash));
        var findings = walk.Findings.ToList();
        foreach (var anchor in kept)
        {
            if (!byNumber.TryGetValue(anchor.Number, out var hash))
            {
                if (anchor.Number > seals.Count) findings.Add(new AuditFinding("TAIL_CUT", anchor.Number, 0, 0));
            }
            else if (hash != anchor.Hash)
            {
                findings.Add(new AuditFinding("FORGED", anchor.Number, 0, 0));
            }
        }

        return new AuditVerdict(segment, seals.Count, walk.Rows, kept.Count, findings);
    }

    private bool IsDropped(string segment) => anchors.Of(segment).Any(anchor => anchor.Hash == AuditAnchor.Dropped);

    private static async Task<NpgsqlTransaction> BeginAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, ct);
        // A month is read from end to end: longer than a request's statement may take.
        const string settings = $"select set_config('kim.scope', 'system', true), set_config('statement_timeout', '600000', true); {AuditRow.Settings}";
        await using var command = new NpgsqlCommand(settings, connection, transaction);
        await command.ExecuteNonQueryAsync(ct);
        return transaction;
    }

    private static async Task<List<AuditSeal>> SealsAsync(NpgsqlConnection connection, string segment, CancellationToken ct)
    {
        const string sql = "select number, until_xid, until_id, rows, hash, sealed_at from audit_seals where segment = $1 order by number";
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = segment } } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        var seals = new List<AuditSeal>();
        while (await reader.ReadAsync(ct))
        {
            seals.Add(new AuditSeal
            {
                Segment = segment,
                Number = reader.GetInt32(0),
                UntilXid = reader.GetInt64(1),
                UntilId = reader.GetInt64(2),
                Rows = reader.GetInt32(3),
                Hash = await reader.GetFieldValueAsync<byte[]>(4, ct),
                SealedAt = await reader.GetFieldValueAsync<DateTimeOffset>(5, ct),
            });
        }

        return seals;
    }
}
