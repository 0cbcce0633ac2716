using System.Text.Json.Nodes;

namespace Kim.Funding.Domain.Reports;

/// <summary>What a version of a report is called.</summary>
/// <param name="ReportId">The report of the period.</param>
/// <param name="Version">1 for the first.</param>
/// <param name="Period">The period.</param>
public sealed record ReportTitle(Guid ReportId, int Version, ReportPeriod Period);

/// <summary>One published cell, as files and comparisons see it.</summary>
/// <param name="Group">Number of the indicator group.</param>
/// <param name="Table">Code of the table.</param>
/// <param name="Unit">Unit code.</param>
/// <param name="Dimensions">Codes of the dimensions.</param>
/// <param name="Codes">One code per dimension; <c>*</c> is the total.</param>
/// <param name="Value">The figure, null when it is hidden.</param>
public sealed record PublishedCell(int Group, string Table, string Unit, IReadOnlyList<string> Dimensions, IReadOnlyList<string> Codes, decimal? Value);

/// <summary>
/// The report as it leaves: canonical JSON whose bytes are digested. It holds nothing that depends on when or by whom it was made,
/// so the same events give the same bytes.
/// </summary>
public static class ReportDocument
{
    /// <summary>How a hidden figure is written.</summary>
    public const string Mark = "<5";

    /// <summary>Name of this form; a breaking change gets another number.</summary>
    public const string Schema = "kim.funding.indicator-report/1";

    /// <summary>The smallest number of persons, cases or bookings behind a figure that is told (domain.md 7.5).</summary>
    public const int Threshold = 5;

    /// <summary>Writes a version.</summary>
    /// <param name="title">Its name.</param>
    /// <param name="figures">All figures.</param>
    /// <param name="hidden">Keys of those that are not told.</param>
    public static byte[] Write(ReportTitle title, FigureSet figures, IReadOnlySet<string> hidden)
    {
        var values = figures.Figures.ToDictionary(figure => figure.Key, figure => figure.Value, StringComparer.Ordinal);
        return CanonicalJson.Bytes(new JsonObject
        {
            ["schema"] = Schema,
            ["reportId"] = title.ReportId.ToString(),
            ["version"] = title.Version,
            ["from"] = Day(title.Period.From),
            ["until"] = Day(title.Period.Until),
            ["smallCells"] = new JsonObject { ["threshold"] = Threshold, ["mark"] = Mark },
            ["tables"] = new JsonArray([.. figures.Tables.Select(table => Table(table, key => hidden.Contains(key) ? null : values[key]))]),
        });
    }

    /// <summary>The cells of a written version.</summary>
    public static IReadOnlyList<PublishedCell> Cells(string canonical) =>
    [
        .. JsonNode.Parse(canonical)!["tables"]!.AsArray().SelectMany(table => table!["lines"]!.AsArray().Select(line => new PublishedCell(
            table["group"]!.GetValue<int>(), table["name"]!.GetValue<string>(), table["unit"]!.GetValue<string>(),
            [.. table["dimensions"]!.AsArray().Select(code => code!.GetValue<string>())],
            [.. line!["codes"]!.AsArray().Select(code => code!.GetValue<string>())],
            line["value"]!.GetValueKind() == System.Text.Json.JsonValueKind.Number ? line["value"]!.GetValue<decimal>() : null))),
    ];

    private static JsonObject Table(FigureTable table, Func<string, decimal?> told) => new()
    {
        ["group"] = table.Group,
        ["name"] = table.Name,
        ["unit"] = table.Unit,
        ["dimensions"] = Texts(table.Dimensions),
        ["lines"] = new JsonArray([.. table.Lines.Select(line => new JsonObject
        {
            ["codes"] = Texts(line.Codes),
            ["value"] = told(line.Figure) is { } value ? JsonValue.Create(value) : JsonValue.Create(Mark),
        })]),
    };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);

    private static string Day(DateOnly day) => day.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
