using Kim.Benchmarks.Measuring;

namespace Kim.Benchmarks.Telling;

/// <summary>One line of the table.</summary>
/// <param name="Row">Short name, as the command line knows it.</param>
/// <param name="Work">What was done.</param>
internal sealed record Outcome(string Row, string Work)
{
    /// <summary>Kim's figure with its unit.</summary>
    public string Kim { get; init; } = "";

    /// <summary>The baseline's figure with its unit, or nothing where the figure stands alone.</summary>
    public string Baseline { get; init; } = "";

    /// <summary>The ratio, or nothing.</summary>
    public Ratios? Ratio { get; init; }

    /// <summary>What the project wants, in words.</summary>
    public required string Wanted { get; init; }

    /// <summary>Whether it is met; null when it could not be measured.</summary>
    public required bool? Met { get; init; }

    /// <summary>What else is worth knowing: waiting times, processor time, the first request.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>A ratio of at least what is wanted.</summary>
    public static Outcome AtLeast(string row, string work, Rounds rounds, double wanted, string unit, params IEnumerable<string> remarks) => new(row, work)
    {
        Kim = Speed(rounds.Kim, unit), Baseline = Speed(rounds.Baseline, unit), Ratio = rounds.Ratios,
        Wanted = Text.Of($"at least {wanted:0.00}"), Met = rounds.Ratios.Median >= wanted,
        Remarks = [Costs("Kim", rounds.Kim), Costs("baseline", rounds.Baseline), .. remarks],
    };

    private static string Speed(IReadOnlyList<Sample> side, string unit) => Text.Of($"{new Ratios(side.Select(sample => sample.PerSecond)).Median:0} {unit}");

    private static string Costs(string side, IReadOnlyList<Sample> samples)
    {
        var cpu = Text.Of($"{side}: {new Ratios(samples.Select(sample => sample.CpuPerThousand)).Median:0.000} CPU s per 1,000");
        var waits = samples.Select(sample => sample.Waits).OfType<Load.Latencies>().ToList();
        if (waits.Count == 0) return cpu;
        return cpu + Text.Of($"; at full load p50 {Median(wait => wait.P50):0.0} ms, p95 {Median(wait => wait.P95):0.0} ms, p99 {Median(wait => wait.P99):0.0} ms");

        double Median(Func<Load.Latencies, double> of) => new Ratios(waits.Select(of)).Median;
    }
}
