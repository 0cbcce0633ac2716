using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Kim.Funding.Domain.Reports;
using Kim.Funding.Features.Reports;

namespace Kim.Funding.Tests.Reports;

public sealed class CsvTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"no\"", "\"say \"\"no\"\"\"")]
    [InlineData("two\r\nlines", "\"two\r\nlines\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+49", "'+49")]
    [InlineData("-1", "'-1")]
    [InlineData("@cmd", "'@cmd")]
    [InlineData("\tx", "'\tx")]
    [InlineData("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"")]
    [InlineData("<5", "<5")]
    public void A_field_is_quoted_and_never_a_formula(string value, string written) => Assert.Equal(written, CsvReport.Field(value));

    [Theory]
    [InlineData(1)]
    [InlineData(61)]
    [InlineData(1 << 20)]
    public async Task The_file_says_line_by_line_what_the_canonical_JSON_says_however_it_is_cut(int cut)
    {
        var canonical = CanonicalJson.Text(new JsonObject
        {
            ["schema"] = ReportDocument.Schema,
            ["smallCells"] = new JsonObject { ["mark"] = "<5", ["threshold"] = 5 },
            ["tables"] = new JsonArray(Table("WIDE", ["FIRST", "SECOND"], 2000), Table("=NARROW", ["O,NE"], 500), Table("NONE", ["FIRST"], 0)),
        });
        var file = new ReportFile(Guid.NewGuid(), new DateOnly(2026, 1, 1), new DateOnly(2027, 1, 1), 3, new string('a', 64), Cut(canonical, cut));
        using var written = new MemoryStream();
        await CsvReport.WriteAsync(file, written, TestContext.Current.CancellationToken);

        var lines = ReportDocument.Cells(canonical).Select(cell => string.Join(',', new[]
        {
            file.Id.ToString(), "3", file.Sha256, "2026-01-01", "2027-01-01", "4", cell.Table, cell.Unit,
            cell.Dimensions[0], cell.Codes[0], cell.Dimensions.ElementAtOrDefault(1) ?? "", cell.Codes.ElementAtOrDefault(1) ?? "",
        }.Select(CsvReport.Field)) + (cell.Value is { } value ? $",{value.ToString("0.##", CultureInfo.InvariantCulture)},false" : ",<5,true"));
        string[] expected = ["\uFEFFreport_id,version,sha256,from,until,group,table,unit,dimension_1,code_1,dimension_2,code_2,value,suppressed", .. lines, ""];
        Assert.Equal(2502, expected.Length);
        Assert.Equal(string.Join("\r\n", expected), Encoding.UTF8.GetString(written.ToArray()));
        var (length, sha256) = CsvReport.Measure(file);
        Assert.Equal((written.Length, Convert.ToHexString(SHA256.HashData(written.ToArray()))), (length, Convert.ToHexString(sha256)));
    }

    private static JsonObject Table(string name, string[] dimensions, int lines)
    {
        string[] codes = ["plain", "a,b", "say \"no\"", "=1+1", "Łódź", "tab\there", "two\r\nlines", "back\\slash", "*", ""];
        JsonNode[] values = [JsonValue.Create(0), JsonValue.Create("<5"), JsonValue.Create(18.66m), JsonValue.Create(123456789), JsonValue.Create(-2.5m)];
        return new JsonObject
        {
            ["group"] = 4, ["name"] = name, ["unit"] = "COUNT", ["dimensions"] = new JsonArray([.. dimensions.Select(code => JsonValue.Create(code))]),
            ["lines"] = new JsonArray([.. Enumerable.Range(0, lines).Select(number => new JsonObject
            {
                ["codes"] = new JsonArray([.. dimensions.Select((_, place) => JsonValue.Create(codes[(number + place * 3) % codes.Length]))]),
                ["value"] = values[number % values.Length].DeepClone(),
            })]),
        };
    }

    private static ReadOnlySequence<byte> Cut(string text, int length)
    {
        var (first, last) = (default(Piece), default(Piece));
        foreach (var bytes in Encoding.UTF8.GetBytes(text).Chunk(length))
        {
            last = new Piece(bytes, last);
            first ??= last;
        }

        return new ReadOnlySequence<byte>(first!, 0, last!, last!.Memory.Length);
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public Piece(byte[] bytes, Piece? before)
        {
            Memory = bytes;
            if (before is null) return;
            RunningIndex = before.RunningIndex + before.Memory.Length;
            before.Next = this;
        }
    }
}
