using System.Globalization;
using Kim.Portal.Api;
using Kim.Portal.Resources;
using Kim.Portal.Web;
using Microsoft.Extensions.Localization;

namespace Kim.Portal.Pages.Reports;

/// <summary>The figures of a version as tables: one line per code of the first dimension, one column per code of the second.</summary>
public sealed class FigureTables(IReadOnlyList<Figure> figures, CodeNames names)
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    public IEnumerable<IGrouping<int, FigureTable>> Groups { get; } =
        [.. figures.GroupBy(figure => (figure.Group, figure.Table)).Select(table => new FigureTable(table.Key.Table, [.. table])).GroupBy(table => table.Group)];

    /// <summary>What a code of a dimension means.</summary>
    public string Word(Words words, IStringLocalizer<Texts> texts, string dimension, string code) => (dimension, code) switch
    {
        (_, "*") => texts["Column.Total"],
        ("AGS", _) => names.Municipalities.GetValueOrDefault(code, code),
        ("LANGUAGE", _) => names.Languages.GetValueOrDefault(code, words.Of("Figure.LANGUAGE", code)),
        ("POT", _) => names.Pots.GetValueOrDefault(code, code),
        ("TOPIC", _) => words.Of("Topic", code),
        ("SEX", _) => words.Of("Sex", code),
        ("MODULE_EMPLOYER", _) when code.Split(':') is [var module, var employer] => $"{words.Of("Module", module)}, {names.Organisations.GetValueOrDefault(employer, employer)}",
        ("AGE_BAND" or "LENGTH_OF_STAY", _) when code != "UNKNOWN" => texts["Figure.YearsBand", code],
        _ => words.Of("Figure." + dimension, code),
    };

    /// <summary>A figure as it may be seen.</summary>
    public string Value(IStringLocalizer<Texts> texts, Figure? figure) => Text(texts, figure?.Unit, figure?.Value, figure?.Suppressed ?? false);

    internal static string Text(IStringLocalizer<Texts> texts, string? unit, decimal? value, bool suppressed) => (unit, value) switch
    {
        (_, null) => suppressed ? texts["Figure.Suppressed"] : "–",
        ("EUR", { } amount) => Show.Euro(amount),
        ("VZAE" or "HOURS", { } number) => number.ToString("0.00", German),
        (_, { } number) => number.ToString("0.##", German),
    };
}

/// <summary>Names of what the codes of the figures mean.</summary>
public sealed record CodeNames(
    IReadOnlyDictionary<string, string> Municipalities, IReadOnlyDictionary<string, string> Languages, IReadOnlyDictionary<string, string> Organisations,
    IReadOnlyDictionary<string, string> Pots)
{
    public static async Task<CodeNames> LoadAsync(Words words, CancellationToken ct) =>
        new(await words.Municipalities(ct), await words.Languages(ct), await words.Organisations(ct), await words.Pots(ct));
}

/// <summary>One table of a report.</summary>
public sealed class FigureTable(string name, IReadOnlyList<Figure> figures)
{
    public string Name => name;

    public int Group => figures[0].Group;

    public string Unit => figures[0].Unit;

    public IReadOnlyList<string> Dimensions => figures[0].Dimensions;

    public bool IsCrossed => Dimensions.Count > 1;

    /// <summary>Resource key of the caption.</summary>
    public string Caption => "FigureTable." + name;

    public IReadOnlyList<string> Rows { get; } = [.. figures.Select(figure => figure.Codes[0]).Distinct()];

    public IReadOnlyList<string> Columns { get; } = [.. figures.Select(figure => figure.Codes.ElementAtOrDefault(1) ?? "").Distinct()];

    public Figure? Find(string row, string column) =>
        figures.FirstOrDefault(figure => figure.Codes[0] == row && (figure.Codes.ElementAtOrDefault(1) ?? "") == column);
}
