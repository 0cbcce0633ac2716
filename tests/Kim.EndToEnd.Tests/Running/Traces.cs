using System.Text;

namespace Kim.EndToEnd.Tests.Running;

/// <summary>Looks for planted names in everything that the system leaves behind: logs, telemetry, databases, messages.</summary>
internal sealed class Traces(SystemFixture system, IReadOnlyList<string> planted)
{
    private static readonly string[] Programs = ["identity", "cases", "network", "interpreters", "funding", "naturalisation", "gateway", "portal"];

    /// <summary>Every place where one of the names stands, as 'place: name'; the names' own tables are left out.</summary>
    /// <param name="ownTables">Tables whose business the names are, as <c>service.table</c>.</param>
    public async Task<IReadOnlyList<string>> FindAsync(IReadOnlyList<string> ownTables)
    {
        var found = new List<string>();
        foreach (var program in Programs) found.AddRange(In("log of " + program, system.Log(program)));
        foreach (var (signal, file) in system.Telemetry.Files) found.AddRange(await InFileAsync("telemetry " + signal, file));
        foreach (var message in system.Messages) found.AddRange(In("message " + message.WireName, message.Text));
        found.AddRange(In("queues", await system.QueuedAsync()));
        foreach (var service in Programs[..6]) found.AddRange((await InDatabaseAsync(service)).Where(hit => !ownTables.Contains(hit.Split(':')[0])));
        return [.. found.Distinct().Order(StringComparer.Ordinal)];
    }

    private IEnumerable<string> In(string place, string text) =>
        planted.Where(name => text.Contains(name, StringComparison.OrdinalIgnoreCase)).Select(name => $"{place}: {name}");

    // The bytes around the texts are no text; what is not UTF-8 becomes a mark and harms nothing.
    private async Task<IEnumerable<string>> InFileAsync(string place, string file)
    {
        var found = new HashSet<string>();
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var buffer = new byte[4_000_000];
        var kept = 0;
        while (await stream.ReadAsync(buffer.AsMemory(kept)) is var read and > 0)
        {
            found.UnionWith(In(place, Encoding.UTF8.GetString(buffer, 0, kept + read)));
            // A name may lie across two pieces.
            var overlap = Math.Min(400, kept + read);
            buffer.AsSpan(kept + read - overlap, overlap).CopyTo(buffer);
            kept = overlap;
        }

        return found;
    }

    private async Task<List<string>> InDatabaseAsync(string service)
    {
        var database = system.Database(service);
        var found = new List<string>();
        foreach (var table in await database.QueryAsync("select tablename from pg_tables where schemaname = 'public'"))
        {
            // Answers are kept as bytes: they are looked through as what they are, JSON in UTF-8.
            var text = (string)table["tablename"]! == "idempotency_keys" ? "convert_from(t.body, 'UTF8') || coalesce(t.location, '')" : "t::text";
            var hits = await database.QueryAsync(
                $"select planted.text from unnest($1) as planted(text) where exists (select 1 from \"{table["tablename"]}\" t where {text} ilike '%' || planted.text || '%')", (object)planted.ToArray());
            found.AddRange(hits.Select(hit => $"{service}.{table["tablename"]}: {hit["text"]}"));
        }

        return found;
    }
}
