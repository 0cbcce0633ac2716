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

    private async Task<bool> FoundAsync(Scope scope, Guid record, CancellationToken ct) =>
        (await source.ReadScopedAsync(scope, new SqlQuery($"select exists ({string.Join(" union all ", Tables())})", record), row => row.GetBoolean(0), ct)).Single();

    // The service's own tables with an id of their own; ids are random, so no two tables share one by chance.
    private IEnumerable<string> Tables() => db.Model.GetEntityTypes()
        .Where(type => type.GetTableName() is not null && type.ClrType.Assembly == db.GetType().Assembly)
        .Select(type => (Table: type.GetTableName()!, Key: type.FindPrimaryKey()?.Properties))
        .Where(found => found.Key is [{ } only] && only.ClrType == typeof(Guid))
        .Select(found => $"select 1 from \"{found.Table}\" where \"{found.Key![0].GetColumnName()}\" = $1").Distinct(StringComparer.Ordinal);
}
