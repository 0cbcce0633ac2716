using Npgsql;

namespace Kim.Benchmarks.Running;

/// <summary>The database role of the baseline: it passes the row-level policies by, as a program without guards would.</summary>
internal static class BareRole
{
    private const string Name = "kim_bench_bare";

    public static async Task GrantAsync(ServiceDatabase database) => await database.QueryAsync($"""
        do $$ begin
          if not exists (select from pg_roles where rolname = '{Name}') then create role {Name} login password 'kim-test' bypassrls; end if;
          execute format('grant connect on database %I to {Name}', current_database());
          grant usage on schema public, kim to {Name};
          grant select, insert on all tables in schema public to {Name};
          grant usage, select on all sequences in schema public to {Name};
        end $$
        """);

    /// <summary>Connects as this role. Statements are prepared, as on the services' own connections.</summary>
    public static string ConnectionString(ServiceDatabase database) =>
        new NpgsqlConnectionStringBuilder(database.Superuser) { Username = Name, Password = "kim-test", Pooling = true, MaxAutoPrepare = 50, AutoPrepareMinUsages = 2, IncludeErrorDetail = false }.ConnectionString;
}
