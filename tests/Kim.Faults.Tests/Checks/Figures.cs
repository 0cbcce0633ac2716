using System.Globalization;

namespace Kim.Faults.Tests.Checks;

/// <summary>What a test measured: in its output, and as one line of <c>artifacts/fault-figures.tsv</c>.</summary>
internal static class Figures
{
    private static readonly Lock Writing = new();

    /// <summary>Writes the figures of a test.</summary>
    /// <param name="fault">The fault, in words that stay the same.</param>
    /// <param name="figures">Name and value of each figure; the unit stands in the name.</param>
    public static void Write(string fault, params (string Name, object Value)[] figures)
    {
        var texts = figures.Append(("load_average", Machine.Load)).Select(figure => string.Create(CultureInfo.InvariantCulture, $"{figure.Item1}={figure.Item2:0.##}"));
        var line = string.Join('\t', new[] { TimeProvider.System.GetUtcNow().ToString("u", CultureInfo.InvariantCulture), fault, FaultSuite.Pick("short", "long") }.Concat(texts));
        TestContext.Current.TestOutputHelper?.WriteLine(line);
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts")).FullName;
        lock (Writing) File.AppendAllText(Path.Combine(folder, "fault-figures.tsv"), line + "\n");
    }
}
