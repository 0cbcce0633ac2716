using Kim.ServiceKit.Accounts;
using Kim.ServiceKit.Data;
using Kim.ServiceKit.Fields;
using Npgsql;

namespace Kim.Testing;

/// <summary>
/// What a handler that forgot its filter would read: every row of every table, in a transaction as the kit opens it for a caller and a
/// policy. What the row-level policies let through there is all that can leak.
/// </summary>
internal static class UnfilteredRows
{
    /// <summary>Planted values that reach a caller who has no right to them by any policy.</summary>
    public static async Task<IReadOnlyList<string>> LeaksAsync(ServiceRig rig, PolicyTable table, RightsWorld world)
    {
        if (world.Planted.Count == 0) return [];
        var tables = (await rig.QueryAsync("select relname from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and relname <> '__ef_migrations'"))
            .Select(row => (string)row["relname"]!).ToList();
        var leaks = new List<string>();
        await using var connection = new NpgsqlConnection(rig.Database.App);
        await connection.OpenAsync();
        foreach (var caller in world.Callers.Where(caller => caller.Account is not null))
        {
            var actor = new Actor(caller.Account!.Value, caller.Roles, "", null, [], null);
            var held = table.Select(row => Access.Of(row.Key, row.Value, actor)).OfType<Access>().ToList();
            foreach (var access in held.DistinctBy(access => (access.Reach, string.Join(',', access.Roles))))
            {
                var text = await TextAsync(connection, Scope.Of(actor, access), tables);
                leaks.AddRange(world.Planted.Where(planted => text.Contains(planted.Value, StringComparison.Ordinal) && !held.Exists(right => Covers(right, planted, caller)))
                    .Select(planted => $"{caller.Name} under {access.Policy}: '{planted.Value}' stands open behind a forgotten filter"));
            }
        }

        return leaks;
    }

    private static bool Covers(Access right, Planted planted, RightsCaller caller) =>
        right.Sees != FieldClass.Plain && (planted.Owner is null || planted.Owner == caller.Name || right.Reach == Reach.All);

    private static async Task<string> TextAsync(NpgsqlConnection connection, Scope scope, List<string> tables)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        var settings = new[] { "kim.scope", "kim.account", "kim.roles", "kim.organisation", "kim.team", "kim.ags", "kim.reach" };
        await using var set = new NpgsqlCommand("select set_config(setting, value, true) from unnest($1, $2) as given(setting, value)", connection, transaction);
        set.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = settings });
        set.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. scope.Texts] });
        await set.ExecuteNonQueryAsync();
        await using var select = new NpgsqlCommand(string.Join(" union all ", tables.Select(table => $"select t::text from \"{table}\" t")), connection, transaction);
        await using var reader = await select.ExecuteReaderAsync();
        var rows = new System.Text.StringBuilder();
        while (await reader.ReadAsync()) rows.AppendLine(reader.GetString(0));
        return rows.ToString();
    }
}
