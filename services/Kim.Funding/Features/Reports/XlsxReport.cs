using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Kim.Funding.Domain.Reports;

namespace Kim.Funding.Features.Reports;

/// <summary>A workbook: the figures as one list, and a sheet that says which version it is and what its digest is.</summary>
internal static class XlsxReport
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static byte[] Write(ReportFile file)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.Workbook = new Workbook(new Sheets(
                Sheet(workbook, 1, "Kennzahlen", Figures(file)),
                Sheet(workbook, 2, "Bericht", Title(file))));
        }

        return stream.ToArray();
    }

    private static IEnumerable<object[]> Figures(ReportFile file) =>
        file.Cells.Select(cell => new object[]
        {
            cell.Group, cell.Table, cell.Unit, cell.Dimensions[0], cell.Codes[0], cell.Dimensions.ElementAtOrDefault(1) ?? "", cell.Codes.ElementAtOrDefault(1) ?? "",
            cell.Value is { } value ? value : ReportDocument.Mark, cell.Value is null ? "unterdrückt" : "",
        }).Prepend(["Gruppe", "Tabelle", "Einheit", "Merkmal 1", "Code 1", "Merkmal 2", "Code 2", "Wert", "Hinweis"]);

    private static IEnumerable<object[]> Title(ReportFile file) =>
    [
        ["Bericht", file.Id.ToString()],
        ["Von", Day(file.From)],
        ["Bis (ausschließlich)", Day(file.Until)],
        ["Version", file.Number],
        ["SHA-256 des kanonischen JSON", file.Sha256],
        ["Kleine Zellen", $"{ReportDocument.Mark} steht für unterdrückte Werte: weniger als {ReportDocument.Threshold}, oder zum Schutz eines solchen Wertes."],
    ];

    private static Sheet Sheet(WorkbookPart workbook, uint number, string name, IEnumerable<object[]> rows)
    {
        var part = workbook.AddNewPart<WorksheetPart>();
        using (var writer = OpenXmlWriter.Create(part))
        {
            writer.WriteStartElement(new Worksheet());
            writer.WriteStartElement(new SheetData());
            foreach (var row in rows)
            {
                writer.WriteStartElement(new Row());
                foreach (var value in row) writer.WriteElement(Cell(value));
                writer.WriteEndElement();
            }

            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        return new Sheet { Id = workbook.GetIdOfPart(part), SheetId = number, Name = name };
    }

    // Texts are texts, never formulas, whatever they begin with.
    private static Cell Cell(object value) => value is string text
        ? new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text)) }
        : new Cell { DataType = CellValues.Number, CellValue = new CellValue(Convert.ToString(value, CultureInfo.InvariantCulture)!) };

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
