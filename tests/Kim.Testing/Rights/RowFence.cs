using Kim.ServiceKit.Data;
using Kim.ServiceKit.Fields;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Testing;

/// <summary>The second fence (ASVS 8.3.1): what the service's own role reads with raw SQL, past every handler and every filter.</summary>
public static class RowFence
{
    // Read by every scope on purpose: the outbox is pseudonymous and only ever written by requests; the rest is public within the house.
    private static readonly string[] OpenToAScope = ["outbox", "conferences", "next_steps"];

    /// <summary>Without a scope no table shows a row; under a scope of nobody's no table with personal columns does.</summary>
    /// <param name="rig">The service, with rows in its tables.</param>
    /// <param name="services">Its services, where the model lies.</param>
    public static async Task HoldsAsync(ServiceRig rig, IServiceProvider services)
    {
        var tables = (await rig.QueryAsync("select relname from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and relname <> '__ef_migrations'"))
            .Select(row => (string)row["relname"]!).ToList();
        var filled = await FilledAsync(rig, rig.Database.Superuser, tables, "");
        await ExpectNoneAsync(rig, tables, "", "without a scope");
        var personal = Personal(services).Intersect(tables).Except(OpenToAScope).ToList();
        if (personal.Intersect(filled).ToList() is not { Count: > 0 }) throw new UnexpectedAnswerException("No personal table has a row: nothing is proved.");
        await ExpectNoneAsync(rig, personal, $";Options=-c kim.scope=user -c kim.account={Guid.NewGuid()} -c kim.reach=ALL", "as an account without a role");
    }

    private static async Task ExpectNoneAsync(ServiceRig rig, List<string> tables, string options, string who)
    {
        var seen = await FilledAsync(rig, rig.Database.App, tables, options);
        if (seen.Count > 0) throw new UnexpectedAnswerException($"The role of {rig.Service} sees rows {who}: {string.Join(", ", seen)}");
    }

    private static async Task<List<string>> FilledAsync(ServiceRig rig, string connection, List<string> tables, string options)
    {
        var sql = string.Join(" union all ", tables.Select(table => $"(select '{table}' as name from \"{table}\" limit 1)"));
        return [.. (await rig.Database.QueryAsAsync(connection + options, sql)).Select(row => (string)row["name"]!)];
    }

    private static List<string> Personal(IServiceProvider services)
    {
        using var scope = services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<KimDbContext>();
        var fields = db.Fields();
        return [.. FieldMap.Columns(db.GetService<IDesignTimeModel>().Model).Where(column => fields.ClassOf(column) is not (null or FieldClass.Plain))
            .Select(column => (column.DeclaringType is IReadOnlyComplexType part ? part.ContainingEntityType : (IReadOnlyEntityType)column.DeclaringType).GetTableName()!).Distinct()];
    }
}
