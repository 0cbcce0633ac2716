using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Kim.Funding.Domain.Reports;

namespace Kim.Funding.Features.Reports;

/// <summary>
/// CSV for machines: RFC 4180, UTF-8 with byte order mark, decimal point. One line per figure, and on each the version and digest
/// that it comes from. A text that a spreadsheet could take for a formula gets an apostrophe in front, a figure never. The lines are made from the
/// canonical JSON as it is read, a piece at a time: a report of a million figures takes no more memory than a small one.
/// </summary>
internal sealed class CsvReport
{
    private const int PieceBytes = 64 * 1024;

    private static readonly SearchValues<byte> Quoted = SearchValues.Create(",\"\r\n"u8);

    private readonly string _version;
    private readonly Queue<Table> _tables;
    private bool _begun;
    private Table? _now;
    private JsonReaderState _state;

    private CsvReport(ReportFile file)
    {
        _version = string.Join(',', file.Id.ToString(), Whole(file.Number), file.Sha256, Day(file.From), Day(file.Until));
        _tables = Tables(file.Canonical);
    }

    /// <summary>
    /// How many bytes the file has, and their SHA-256. Both stand in the head of the answer: the lines are made once for them and once more
    /// to be sent, because all of them would be too many to keep.
    /// </summary>
    public static (long Length, byte[] Sha256) Measure(ReportFile file)
    {
        var (lines, piece, length) = (new CsvReport(file), new ArrayBufferWriter<byte>(PieceBytes * 2), 0L);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        while (lines.Next(piece))
        {
            digest.AppendData(piece.WrittenSpan);
            length += piece.WrittenCount;
        }

        return (length, digest.GetHashAndReset());
    }

    /// <summary>Writes the file, as fast as it is taken.</summary>
    public static async Task WriteAsync(ReportFile file, Stream to, CancellationToken ct)
    {
        var (lines, piece) = (new CsvReport(file), new ArrayBufferWriter<byte>(PieceBytes * 2));
        while (lines.Next(piece)) await to.WriteAsync(piece.WrittenMemory, ct);
    }

    /// <summary>One field: safe for spreadsheets, quoted where RFC 4180 asks for it.</summary>
    public static string Field(string value)
    {
        var safe = value.Length > 0 && IsFormula(value[0]) ? "'" + value : value;
        return safe.AsSpan().ContainsAny(",\"\r\n") ? "\"" + safe.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : safe;
    }

    private static bool IsFormula(char first) => first is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n';

    // The next lines in place of the last ones; false when there are no more.
    private bool Next(ArrayBufferWriter<byte> piece)
    {
        piece.ResetWrittenCount();
        if (!_begun)
        {
            piece.Write(Encoding.UTF8.Preamble);
            piece.Write("report_id,version,sha256,from,until,group,table,unit,dimension_1,code_1,dimension_2,code_2,value,suppressed\r\n"u8);
            _begun = true;
        }

        while (piece.WrittenCount < PieceBytes && (_now is not null || _tables.TryDequeue(out _now)))
            if (!Lines(piece, _now)) (_now, _state) = (null, default);
        return piece.WrittenCount > 0;
    }

    // False at the end of the table.
    private bool Lines(ArrayBufferWriter<byte> piece, Table table)
    {
        var lead = Encoding.UTF8.GetBytes($"{_version},{table.Lead}");
        var middle = Encoding.UTF8.GetBytes($",{table.Second},");
        var reader = new Utf8JsonReader(table.Lines, isFinalBlock: true, _state);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName) continue;
            if (reader.ValueTextEquals("codes"u8)) Codes(piece, ref reader, lead, middle);
            else Value(piece, ref reader);
            if (piece.WrittenCount < PieceBytes || reader.TokenType is JsonTokenType.EndArray) continue;
            table.Lines = table.Lines.Slice(reader.Position);
            _state = reader.CurrentState;
            return true;
        }

        return false;
    }

    private static void Codes(ArrayBufferWriter<byte> piece, ref Utf8JsonReader reader, byte[] lead, byte[] middle)
    {
        piece.Write(lead);
        var codes = 0;
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.String)
        {
            codes++;
            if (codes == 2) piece.Write(middle);
            if (codes <= 2) Text(piece, ref reader);
        }

        if (codes < 2) piece.Write(middle);
    }

    private static void Value(ArrayBufferWriter<byte> piece, ref Utf8JsonReader reader)
    {
        reader.Read();
        piece.Write(","u8);
        if (reader.TokenType != JsonTokenType.Number)
        {
            piece.Write(Encoding.UTF8.GetBytes(ReportDocument.Mark));
            piece.Write(",true\r\n"u8);
            return;
        }

        var room = piece.GetSpan(40);
        int written;
        if (reader.TryGetInt64(out var whole)) Utf8Formatter.TryFormat(whole, room, out written);
        else reader.GetDecimal().TryFormat(room, out written, "0.##", CultureInfo.InvariantCulture);
        piece.Advance(written);
        piece.Write(",false\r\n"u8);
    }

    private static void Text(ArrayBufferWriter<byte> piece, ref Utf8JsonReader reader)
    {
        if (reader.HasValueSequence || reader.ValueIsEscaped || reader.ValueSpan.ContainsAny(Quoted) || (reader.ValueSpan is [var first, ..] && IsFormula((char)first)))
            piece.Write(Encoding.UTF8.GetBytes(Field(reader.GetString()!)));
        else
            piece.Write(reader.ValueSpan);
    }

    // A table's name and unit come after its lines: the lines are passed over here and read later.
    private static Queue<Table> Tables(ReadOnlySequence<byte> canonical)
    {
        var tables = new Queue<Table>();
        var reader = new Utf8JsonReader(canonical);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName) continue;
            if (!reader.ValueTextEquals("tables"u8))
            {
                reader.Skip();
                continue;
            }

            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.StartObject) tables.Enqueue(OneTable(canonical, ref reader));
        }

        return tables;
    }

    private static Table OneTable(ReadOnlySequence<byte> canonical, ref Utf8JsonReader reader)
    {
        var (group, name, unit, dimensions, lines) = (0, "", "", new List<string>(), default(ReadOnlySequence<byte>));
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var member = reader.GetString();
            reader.Read();
            switch (member)
            {
                case "group": group = reader.GetInt32(); break;
                case "name": name = reader.GetString()!; break;
                case "unit": unit = reader.GetString()!; break;
                case "dimensions":
                    while (reader.Read() && reader.TokenType == JsonTokenType.String) dimensions.Add(reader.GetString()!);
                    break;
                case "lines":
                    var start = reader.TokenStartIndex;
                    reader.Skip();
                    lines = canonical.Slice(start, reader.BytesConsumed - start);
                    break;
                default: reader.Skip(); break;
            }
        }

        return new Table(string.Join(',', Whole(group), Field(name), Field(unit), Field(dimensions[0])) + ",", Field(dimensions.ElementAtOrDefault(1) ?? "")) { Lines = lines };
    }

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    /// <param name="Lead">Its fields up to the first code.</param>
    /// <param name="Second">Its second dimension.</param>
    private sealed record Table(string Lead, string Second)
    {
        /// <summary>What of its lines is still to be read.</summary>
        public ReadOnlySequence<byte> Lines { get; set; }
    }
}
