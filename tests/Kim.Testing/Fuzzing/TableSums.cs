using System.Globalization;
using Npgsql;

namespace Kim.Testing.Fuzzing;

/// <summary>
/// Sums over all rows of a service's tables, so that a partial write shows. The audit may grow with a refusal; a table on which the service
/// works by itself meanwhile counts by its rows alone.
/// </summary>
internal sealed class TableSums : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private string _sql = "";

    private TableSums(NpgsqlConnection connection) => _connection = connection;

    public static async Task<TableSums> OpenAsync(ServiceDatabase database, IReadOnlyCollection<string> workedOn)
    {
        var connection = new NpgsqlConnection(database.Superuser);
        await connection.OpenAsync();
        var sums = new TableSums(connection);
        var tables = new List<string>();
        await using var command = new NpgsqlCommand(
            "select tablename from pg_tables where schemaname = 'public' and tablename not like 'audit%' and tablename not in ('inbox', '__ef_migrations') order by 1", connection);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) tables.Add(reader.GetString(0));
        sums._sql = string.Join("\nunion all ", tables.Select(table =>
            $"select '{table}', count(*), {(workedOn.Contains(table) ? "0" : "coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)")}::text from \"{table}\" t"));
        return sums;
    }

    public async Task<IReadOnlyDictionary<string, string>> ReadAsync()
    {
        await using var command = new NpgsqlCommand(_sql, _connection);
        await using var reader = await command.ExecuteReaderAsync();
        var sums = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await reader.ReadAsync()) sums[reader.GetString(0)] = string.Create(CultureInfo.InvariantCulture, $"{reader.GetInt64(1)} {reader.GetString(2)}");
        return sums;
    }

    public static string Difference(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) =>
        string.Join(", ", after.Where(table => before.GetValueOrDefault(table.Key) != table.Value).Select(table => table.Key));

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
