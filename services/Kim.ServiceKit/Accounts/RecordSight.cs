using System.Globalization;
using Kim.ServiceKit.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Kim.ServiceKit.Accounts;

/// <summary>Asks the row-level policies themselves whether somebody sees a record: no second copy of the rules that could differ.</summary>
internal sealed class RecordSight(KimDbContext db, NpgsqlDataSource source)
{
    public Task<bool> SeesAsync(Actor actor, Access access, Guid record, CancellationToken ct) => FoundAsync(Scope.Of(actor, access), record, ct);

    public Task<bool> ExistsAsync(Guid record, CancellationToken ct) => FoundAsync(Scope.System, record, ct);

    // One batch is one implicit transaction: the scope holds for the select and for nothing after it.
    private async Task<bool> FoundAsync(Scope scope, Guid record, CancellationToken ct)
    {
        await using var batch = source.CreateBatch();
        var set = new NpgsqlBatchCommand(Positional(Scope.Sql, scope.Texts.Count));
        foreach (var text in scope.Texts) set.Parameters.Add(new NpgsqlParameter<string> { TypedValue = text });
        batch.BatchCommands.Add(set);
        var select = new NpgsqlBatchCommand($"select exists ({string.Join(" union all ", Tables())})");
        select.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = record });
        batch.BatchCommands.Add(select);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.NextResultAsync(ct);
        return await reader.ReadAsync(ct) && reader.GetBoolean(0);
    }

    // The service's own tables with an id of their own; ids are random, so no two tables share one by chance.
    private IEnumerable<string> Tables() => db.Model.GetEntityTypes()
        .Where(type => type.GetTableName() is not null && type.ClrType.Assembly == db.GetType().Assembly)
        .Select(type => (Table: type.GetTableName()!, Key: type.FindPrimaryKey()?.Properties))
        .Where(found => found.Key is [{ } only] && only.ClrType == typeof(Guid))
        .Select(found => $"select 1 from \"{found.Table}\" where \"{found.Key![0].GetColumnName()}\" = $1").Distinct(StringComparer.Ordinal);

    private static string Positional(string sql, int count)
    {
        for (var index = 0; index < count; index++)
            sql = sql.Replace(string.Create(CultureInfo.InvariantCulture, $"{{{index}}}"), string.Create(CultureInfo.InvariantCulture, $"${index + 1}"), StringComparison.Ordinal);
        return sql;
    }
}
