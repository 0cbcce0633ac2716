namespace Kim.Testing;

/// <summary>A database as text, as <c>pg_dump</c> would show its rows: for tests that look for what must not be there.</summary>
public static class DatabaseDump
{
    /// <summary>Every row of every table, one per line, headed by its table; jsonb and arrays as text, binary columns as escaped text.</summary>
    /// <param name="database">The database.</param>
    /// <param name="without">Tables to leave out.</param>
    public static async Task<string> DumpAsync(this ServiceDatabase database, params string[] without)
    {
        var tables = await database.QueryAsync("select tablename::text as name from pg_tables where schemaname = 'public' order by 1");
        var lines = new List<string>();
        foreach (var name in tables.Select(row => (string)row["name"]!).Where(name => !without.Contains(name)))
        {
            // A stored answer is binary: its text is what counts.
            var row = name == "idempotency_keys" ? "t::text || encode(t.body, 'escape')" : "t::text";
            lines.AddRange((await database.QueryAsync($"select {row} as line from \"{name}\" t")).Select(found => $"{name}: {found["line"]}"));
        }

        return string.Join('\n', lines);
    }
}
