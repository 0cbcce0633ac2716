using System.Globalization;
using System.Text;
using Kim.Funding.Domain.Reports;

namespace Kim.Funding.Features.Reports;

/// <summary>
/// CSV for machines: RFC 4180, UTF-8 with byte order mark, decimal point. One line per figure, and on each the version and digest
/// that it comes from. A text that a spreadsheet could take for a formula gets an apostrophe in front.
/// </summary>
internal static class CsvReport
{
    private static readonly string[] Head =
    [
        "report_id", "version", "sha256", "from", "until", "group", "table", "unit", "dimension_1", "code_1", "dimension_2", "code_2", "value", "suppressed",
    ];

    public static byte[] Write(ReportFile file)
    {
        var text = new StringBuilder();
        Line(text, Head);
        foreach (var cell in file.Cells)
            Line(text,
                file.Report.Id.ToString(), Number(file.Version.Number), file.Version.Sha256, Day(file.Report.From), Day(file.Report.Until),
                Number(cell.Group), cell.Table, cell.Unit,
                cell.Dimensions[0], cell.Codes[0], cell.Dimensions.ElementAtOrDefault(1) ?? "", cell.Codes.ElementAtOrDefault(1) ?? "",
                cell.Value is { } value ? Number(value) : ReportDocument.Mark, cell.Value is null ? "true" : "false");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <summary>One field: safe for spreadsheets, quoted where RFC 4180 asks for it.</summary>
    public static string Field(string value)
    {
        var safe = value.Length > 0 && value[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' ? "'" + value : value;
        return safe.AsSpan().ContainsAny(",\"\r\n") ? "\"" + safe.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : safe;
    }

    private static void Line(StringBuilder text, params IEnumerable<string> fields) => text.AppendJoin(',', fields.Select(Field)).Append("\r\n");

    private static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
