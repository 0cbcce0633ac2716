using System.Globalization;

namespace Kim.Benchmarks.Telling;

/// <summary>The table as people read it.</summary>
internal static class Table
{
    private static readonly string[] Head = ["work", "Kim", "baseline", "ratio (min-max)", "wanted", "", "load before"];

    /// <summary>Prints what <see cref="ResultFile"/> holds.</summary>
    public static void Print()
    {
        var lines = ResultFile.Read();
        string[][] cells = [Head, .. lines.Select(line => new[] { line["work"], line["kim"], line["baseline"], RatioOf(line), line["wanted"], line["met"], line["load"] })];
        var widths = Head.Select((_, column) => cells.Max(row => row[column].Length)).ToList();
        foreach (var row in cells) Console.WriteLine(string.Join("  ", row.Zip(widths, (cell, width) => cell.PadRight(width))).TrimEnd());
        foreach (var line in lines.Where(line => line["remarks"].Length > 0))
        {
            Console.WriteLine();
            Console.WriteLine(line["work"]);
            foreach (var remark in line["remarks"].Split(ResultFile.BetweenRemarks)) Console.WriteLine("  " + remark);
        }
    }

    private static string RatioOf(IReadOnlyDictionary<string, string> line) => line["ratio"].Length == 0
        ? ""
        : Text.Of($"{Number(line["ratio"]):0.00} ({Number(line["min"]):0.00}-{Number(line["max"]):0.00})");

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
