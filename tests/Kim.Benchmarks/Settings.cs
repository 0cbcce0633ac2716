using System.Globalization;

namespace Kim.Benchmarks;

/// <summary>What the command line asks for.</summary>
internal sealed record Settings
{
    /// <summary>Rows to measure, by their short names; empty is all of them.</summary>
    public IReadOnlyList<string> Rows { get; init; } = [];

    /// <summary>Rounds of each row: one of Kim and one of the baseline, in turn.</summary>
    public int Rounds { get; init; } = 5;

    /// <summary>Length of a round in seconds; also scales the backlog of events.</summary>
    public int Seconds { get; init; } = 10;

    /// <summary>Cases in the database. The figures of the README are of 100,000.</summary>
    public int Cases { get; init; } = 100_000;

    /// <summary>Rows of the CSV file. The figures of the README are of 1,000,000.</summary>
    public int CsvRows { get; init; } = 1_000_000;

    /// <summary>Refuses to measure on a busy machine, and ends with 1 when a figure is missed.</summary>
    public bool Strict { get; init; }

    /// <summary>Only prints the table of the last run.</summary>
    public bool Table { get; init; }

    /// <summary>Reads the command line.</summary>
    /// <exception cref="FormatException">It holds something unknown.</exception>
    public static Settings Read(IEnumerable<string> arguments)
    {
        var settings = new Settings();
        var left = new Queue<string>(arguments);
        while (left.TryDequeue(out var word))
        {
            settings = word switch
            {
                "--rounds" => settings with { Rounds = Number(word, left) },
                "--seconds" => settings with { Seconds = Number(word, left) },
                "--cases" => settings with { Cases = Number(word, left) },
                "--csv-rows" => settings with { CsvRows = Number(word, left) },
                "--strict" => settings with { Strict = true },
                "--table" => settings with { Table = true },
                _ when word.StartsWith('-') => throw new FormatException($"bench does not know '{word}'"),
                _ => settings with { Rows = [.. settings.Rows, word] },
            };
        }

        return settings;
    }

    private static int Number(string option, Queue<string> left) =>
        left.TryDequeue(out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new FormatException($"{option} needs a number above 0");
}
