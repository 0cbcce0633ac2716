using System.Text.Json.Nodes;
using Kim.ServiceKit.Data;
using Npgsql;

namespace Kim.ServiceKit.Persons;

/// <summary>Reads and erases the rows of a person, as <see cref="PersonHoldings"/> names them. Acts in a transaction of the system scope.</summary>
public sealed class PersonRows
{
    private const string Blackened = "geschwärzt: andere Person";

    private readonly KimDbContext _db;
    private readonly PersonHoldings _holdings;
    private readonly TimeProvider _clock;
    private readonly string _service;

    internal PersonRows(KimDbContext db, PersonHoldings holdings, TimeProvider clock, string service) =>
        (_db, _holdings, _clock, _service) = (db, holdings, clock, service);

    /// <summary>All that is held under some references.</summary>
    public async Task<HeldData> ReadAsync(IReadOnlyCollection<Guid> references, CancellationToken ct)
    {
        var tables = new List<HeldTable>();
        var ids = references.ToHashSet();
        foreach (var table in _holdings.Tables.Reverse())
        {
            var rows = await RowsAsync(table, references, ct);
            ids.UnionWith(rows.Select(IdOf).OfType<Guid>());
            if (rows.Count == 0 || !table.InCopy) continue;
            var labels = rows[0].Select(column => column.Key).ToDictionary(name => name, name => _holdings.LabelsDe.GetValueOrDefault(name, name), StringComparer.Ordinal);
            foreach (var row in rows) Blacken(row);
            tables.Add(new HeldTable(table.Name, table.TitleDe, labels, rows));
        }

        return new HeldData(_service, _holdings.PurposeDe, _holdings.LegalBasisDe, _holdings.RetentionDe, tables, await AccessesAsync(ids, ct));
    }

    /// <summary>
    /// Erases all that is held under some references: the rows, the answers kept for repeated requests, the events that wait, are kept or
    /// were parked; and remembers the references, so that a late event brings nothing back.
    /// </summary>
    /// <param name="references">The references.</param>
    /// <param name="keep">Cuts what must stay off its person first, so that the rest of the erasure does not find it.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task EraseAsync(IReadOnlyCollection<Guid> references, Func<Task>? keep, CancellationToken ct)
    {
        await ErasedReferences.LockAsync(_db, references, ct);
        var ids = references.ToHashSet();
        foreach (var table in _holdings.Tables) ids.UnionWith((await RowsAsync(table, references, ct)).Select(IdOf).OfType<Guid>());
        if (keep is not null) await keep();
        foreach (var table in _holdings.Tables) await RunAsync($"delete from {table.Name} where {table.Where}", references.ToArray(), ct);
        await ErasedReferences.RememberAsync(_db, references, _clock.GetUtcNow(), ct);
        var named = ids.Select(id => $"%{id}%").ToArray();
        await ForgetAnswersAsync(named, ct);
        await RunAsync("delete from parked_messages where encode(body, 'escape') like any($1)", named, ct);
        await RunAsync("""
            delete from outbox where aggregate_id = any($1) and (published_at is not null or type not like 'kim.cases.%')
            """, ids.ToArray(), ct);
        // What cases has not told yet is told first, and forgotten with the reference; its trace would lead to the request of a case.
        await RunAsync("update outbox set trace_parent = null where aggregate_id = any($1)", ids.ToArray(), ct);
    }

    /// <summary>Drops the answers to requests that concerned what is named: they show what was erased.</summary>
    private Task ForgetAnswersAsync(string[] named, CancellationToken ct) => RunAsync(
        """
        delete from idempotency_keys
        where route like any($1) or location like any($1) or encode(body, 'escape') like any($1)
        """, named, ct);

    private async Task<List<JsonObject>> RowsAsync(PersonTable table, IReadOnlyCollection<Guid> references, CancellationToken ct)
    {
        await using var command = Command($"select to_jsonb(held)::text from {table.Name} held where {table.Where}", references.ToArray());
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<JsonObject>();
        while (await reader.ReadAsync(ct)) rows.Add(JsonNode.Parse(reader.GetString(0))!.AsObject());
        return rows;
    }

    private async Task<List<HeldAccess>> AccessesAsync(IEnumerable<Guid> ids, CancellationToken ct)
    {
        await using var command = Command("select at, action, operation, roles from audit where subject_id = any($1) order by at, id", ids.ToArray());
        await using var reader = await command.ExecuteReaderAsync(ct);
        var accesses = new List<HeldAccess>();
        while (await reader.ReadAsync(ct))
            accesses.Add(new HeldAccess(reader.GetFieldValue<DateTimeOffset>(0), reader.GetString(1), reader.GetString(2), reader.GetFieldValue<string[]>(3)));
        return accesses;
    }

    private async Task RunAsync(string sql, object parameter, CancellationToken ct)
    {
        await using var command = Command(sql, parameter);
        await command.ExecuteNonQueryAsync(ct);
    }

    // The names of tables and their conditions are the service's own words, never input.
    private NpgsqlBatch Command(string sql, object parameter) => _db.NewBatch([new SqlQuery(sql, parameter)]);

    private static Guid? IdOf(JsonObject row) => Guid.TryParse(row["id"]?.ToString(), out var id) ? id : null;

    private static void Blacken(JsonObject row)
    {
        foreach (var (name, value) in row.ToList())
            if (value is not null && NamesAnother(name)) row[name] = Blackened;
    }

    private static bool NamesAnother(string column) =>
        column.EndsWith("_by", StringComparison.Ordinal) || column is "by" or "responsible_id" or "interpreter_id" or "account_id";
}
