namespace Kim.Benchmarks.Telling;

/// <summary>
/// <c>artifacts/bench.tsv</c>: one line per row of the table, for the table itself and for whoever compares runs. The rows that a shell
/// measures (start, memory, build, test) are written there by scripts/bench.sh in the same columns.
/// </summary>
internal static class ResultFile
{
    /// <summary>Columns in their order.</summary>
    public static readonly IReadOnlyList<string> Columns = ["row", "work", "kim", "baseline", "ratio", "min", "max", "wanted", "met", "load", "measured_at", "remarks"];

    /// <summary>What stands between two remarks.</summary>
    public const string BetweenRemarks = " | ";

    public static string Place { get; } = Path.Combine(Repository.Root, "artifacts", "bench.tsv");

    /// <summary>Adds a line in the place of an older one of the same row.</summary>
    /// <param name="outcome">What was measured.</param>
    /// <param name="load">Load average of the machine before the row was measured.</param>
    public static void Add(Outcome outcome, double load)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Place)!);
        var others = File.Exists(Place) ? File.ReadAllLines(Place).Skip(1).Where(line => !line.StartsWith(outcome.Row + "\t", StringComparison.Ordinal)) : [];
        string[] fields =
        [
            outcome.Row, outcome.Work, outcome.Kim, outcome.Baseline, Figure(outcome.Ratio?.Median), Figure(outcome.Ratio?.Min), Figure(outcome.Ratio?.Max),
            outcome.Wanted, outcome.Met switch { true => "met", false => "MISSED", null => "NOT MEASURED" },
            Text.Of($"{load:0.00}"), TimeProvider.System.GetUtcNow().ToString("O"), string.Join(BetweenRemarks, outcome.Remarks),
        ];
        var line = string.Join('\t', fields.Select(field => field.Replace('\t', ' ').Replace('\n', ' ')));
        File.WriteAllLines(Place, [string.Join('\t', Columns), .. others, line]);
    }

    /// <summary>All lines, by column.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read() => !File.Exists(Place) ? [] :
    [
        .. File.ReadLines(Place).Skip(1).Select(line => Columns.Zip(line.Split('\t')).ToDictionary(pair => pair.First, pair => pair.Second)),
    ];

    private static string Figure(double? value) => value is { } known ? Text.Of($"{known:0.000}") : "";
}
