using System.Text.Json;
using System.Text.RegularExpressions;
using Kim.Benchmarks.Seed;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace Kim.Benchmarks.Bare;

/// <summary>
/// Statements of one file as one batch, whose rows become JSON: a member per statement (its name stands above it), an object per row,
/// a member per column. Only what the columns hold, nothing computed.
/// </summary>
internal sealed partial class SqlBatch
{
    private readonly IReadOnlyList<Statement> _statements;

    private SqlBatch(IReadOnlyList<Statement> statements) => _statements = statements;

    public static SqlBatch Of(string resource) => new([.. Heads().Matches(Resource.Text(resource)).Select(match => new Statement(match.Groups["name"].Value, match.Groups["sql"].Value.Trim().TrimEnd(';')))]);

    /// <summary>Runs all statements, each with as many of the values as it names (<c>$1</c>, <c>$2</c>, ...), and writes the answer.</summary>
    public async Task AnswerAsync(NpgsqlDataSource source, HttpContext http, params object[] values)
    {
        await using var batch = source.CreateBatch();
        foreach (var statement in _statements)
        {
            var command = new NpgsqlBatchCommand(statement.Sql);
            foreach (var value in values.Take(statement.Parameters)) command.Parameters.Add(new NpgsqlParameter { Value = value });
            batch.BatchCommands.Add(command);
        }

        await using var reader = await batch.ExecuteReaderAsync(http.RequestAborted);
        http.Response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(http.Response.BodyWriter, new JsonWriterOptions { SkipValidation = true });
        json.WriteStartObject();
        foreach (var statement in _statements)
        {
            json.WriteStartArray(statement.Name);
            while (await reader.ReadAsync(http.RequestAborted)) WriteRow(json, reader, statement.Columns ??= ColumnsOf(reader));
            json.WriteEndArray();
            await reader.NextResultAsync(http.RequestAborted);
        }

        json.WriteEndObject();
        await json.FlushAsync(http.RequestAborted);
    }

    // A key that a join repeats is written once.
    private static IReadOnlyList<Column> ColumnsOf(NpgsqlDataReader reader) =>
    [
        .. Enumerable.Range(0, reader.FieldCount).DistinctBy(reader.GetName)
            .Select(at => new Column(at, JsonEncodedText.Encode(Camel(reader.GetName(at))), reader.GetFieldType(at))),
    ];

    private static void WriteRow(Utf8JsonWriter json, NpgsqlDataReader reader, IReadOnlyList<Column> columns)
    {
        json.WriteStartObject();
        foreach (var (at, name, type) in columns)
        {
            if (reader.IsDBNull(at)) json.WriteNull(name);
            else if (type == typeof(string)) json.WriteString(name, reader.GetString(at));
            else if (type == typeof(Guid)) json.WriteString(name, reader.GetGuid(at));
            else if (type == typeof(int)) json.WriteNumber(name, reader.GetInt32(at));
            else if (type == typeof(long)) json.WriteNumber(name, reader.GetInt64(at));
            else if (type == typeof(uint)) json.WriteNumber(name, reader.GetFieldValue<uint>(at));
            else if (type == typeof(bool)) json.WriteBoolean(name, reader.GetBoolean(at));
            else if (type == typeof(decimal)) json.WriteNumber(name, reader.GetDecimal(at));
            else if (type == typeof(DateTime)) json.WriteString(name, reader.GetDateTime(at));
            else if (type == typeof(DateOnly)) json.WriteString(name, reader.GetFieldValue<DateOnly>(at).ToString("O"));
            else if (type == typeof(Array)) WriteTexts(json, name, reader.GetFieldValue<string[]>(at));
            else throw new NotSupportedException($"{reader.GetName(at)} is {type}.");
        }

        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, JsonEncodedText name, string[] texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static string Camel(string column) => Underscore().Replace(column, match => match.Groups[1].Value.ToUpperInvariant());

    [GeneratedRegex(@"^-- (?<name>\w+)\n(?<sql>.*?)(?=^-- \w+\n|\z)", RegexOptions.Multiline | RegexOptions.Singleline, 1000)]
    private static partial Regex Heads();

    [GeneratedRegex("\\$[1-9]")]
    private static partial Regex Parameter();

    [GeneratedRegex("_([a-z])")]
    private static partial Regex Underscore();

    private sealed record Statement(string Name, string Sql)
    {
        public int Parameters { get; } = Parameter().Matches(Sql).Select(match => match.ValueSpan[1] - '0').DefaultIfEmpty().Max();

        public IReadOnlyList<Column>? Columns { get; set; }
    }

    private sealed record Column(int At, JsonEncodedText Name, Type Type);
}
