using Kim.Cases.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Cases.Tests.Slices;

public sealed class MigrationTests(CasesHost host) : IClassFixture<CasesHost>
{
    [Fact]
    public void The_migrations_hold_the_whole_model()
    {
        using var scope = host.Services.CreateScope();
        Assert.False(scope.ServiceProvider.GetRequiredService<CasesDb>().Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task Every_table_stands_behind_a_forced_row_policy()
    {
        var open = await host.QueryAsync("""
            select relname from pg_class join pg_namespace n on n.oid = relnamespace
            where relkind = 'r' and nspname = 'public' and relname <> '__ef_migrations' and not (relrowsecurity and relforcerowsecurity)
            """);
        Assert.Empty(open.Select(row => row["relname"]));
    }

    [Fact]
    public async Task The_profile_brings_the_eleven_municipalities()
    {
        var rows = await host.QueryAsync("select ags, name from municipalities order by ags");
        Assert.Equal(TestAccounts.AllAgs, rows.Select(row => (string)row["ags"]!));
        Assert.Contains("Dülmen", rows.Select(row => (string)row["name"]!));
    }
}
