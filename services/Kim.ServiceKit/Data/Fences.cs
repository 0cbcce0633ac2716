using Kim.ServiceKit.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Kim.ServiceKit.Data;

/// <summary>
/// What <c>migrate</c> builds around the tables, anew each time: the scope functions, one row-level policy per table (forced, so
/// that the owner is bound too), the grants of the application role, and the outbox's wake-up trigger.
/// </summary>
internal static class Fences
{
    private const string Functions = """
        create schema if not exists kim;
        create or replace function kim.scoped() returns boolean language sql stable as
            $$ select coalesce(current_setting('kim.scope', true), '') <> '' $$;
        create or replace function kim.is_system() returns boolean language sql stable as
            $$ select coalesce(current_setting('kim.scope', true), '') = 'system' $$;
        create or replace function kim.account() returns uuid language sql stable as
            $$ select nullif(current_setting('kim.account', true), '')::uuid $$;
        create or replace function kim.organisation() returns text language sql stable as
            $$ select coalesce(current_setting('kim.organisation', true), '') $$;
        create or replace function kim.team() returns text language sql stable as
            $$ select coalesce(current_setting('kim.team', true), '') $$;
        create or replace function kim.has_role(role text) returns boolean language sql stable as
            $$ select position(',' || role || ',' in coalesce(current_setting('kim.roles', true), '')) > 0 $$;
        create or replace function kim.in_ags(ags text) returns boolean language sql stable as
            $$ select position(',' || ags || ',' in coalesce(current_setting('kim.ags', true), '')) > 0 $$;
        create or replace function kim.reaches(wanted text) returns boolean language sql stable as
            $$ select coalesce(array_position(array['OWN','TEAM','ORGANISATION','REGION','ALL'], nullif(current_setting('kim.reach', true), ''))
                >= array_position(array['OWN','TEAM','ORGANISATION','REGION','ALL'], wanted), false) $$;
        create or replace function kim.wake_dispatcher() returns trigger language plpgsql as
            $$ begin perform pg_notify('kim_outbox', ''); return null; end $$;
        create or replace trigger wake_dispatcher after insert on outbox
            for each statement execute function kim.wake_dispatcher();
        """;

    // One table at a time: a running service that holds one of them is waited for, and cannot wait for another that is held here.
    public static async Task BuildAsync(KimDbContext db, string appRole, CancellationToken ct)
    {
        await RunAsync(db, Functions + db.ScopeFunctions, ct);
        foreach (var table in db.GetService<IDesignTimeModel>().Model.GetEntityTypes().Where(type => type.GetTableName() is not null && !type.IsMappedToJson()).GroupBy(QuotedTable))
            await RunAsync(db, Policy(table.Key, table.Select(type => type.FindAnnotation(MappingExtensions.RowScope)?.Value as string).FirstOrDefault(found => found is not null)), ct);
        await RunAsync(db, Grants(db, appRole), ct);
    }

    // Only names from the model and the configuration are composed here, never input.
    private static Task RunAsync(KimDbContext db, string sql, CancellationToken ct) =>
        db.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal), ct);

    private static string QuotedTable(IReadOnlyEntityType type) => Quote(type.GetTableName()!);

    private static string Policy(string table, string? condition) => $"""
        alter table {table} enable row level security;
        alter table {table} force row level security;
        drop policy if exists kim_scope on {table};
        create policy kim_scope on {table} using ((select kim.is_system()) or ({condition ?? "(select kim.scoped())"}));
        """;

    // The application cannot choose a row's place in the order of transactions, so it cannot slip one into a part that is sealed.
    private static string AuditGrant(KimDbContext db, string role)
    {
        var audit = db.GetService<IDesignTimeModel>().Model.FindEntityType(typeof(AuditEntry))!;
        var columns = audit.GetProperties().Where(property => property.Name is not (nameof(AuditEntry.Id) or nameof(AuditEntry.Xid)))
            .Select(property => Quote(property.GetColumnName()));
        return $"revoke insert on audit from {Quote(role)}; grant insert ({string.Join(", ", columns)}) on audit to {Quote(role)};";
    }

    private static string Grants(KimDbContext db, string role) => $"""
        grant usage on schema public, kim to {Quote(role)};
        grant execute on all functions in schema kim to {Quote(role)};
        grant select, insert, update, delete on all tables in schema public to {Quote(role)};
        grant usage, select on all sequences in schema public to {Quote(role)};
        revoke update, delete, truncate on audit, audit_seals from {Quote(role)};
        {AuditGrant(db, role)}
        revoke all on __ef_migrations from {Quote(role)};
        """;

    private static string Quote(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
