using Kim.Benchmarks.Load;

namespace Kim.Benchmarks.Measuring;

/// <summary>One side of one round.</summary>
/// <param name="PerSecond">Requests or events per second.</param>
/// <param name="CpuPerThousand">Processor seconds of the server's processes per 1,000 of them.</param>
/// <param name="Waits">Waiting times, where there are some.</param>
internal sealed record Sample(double PerSecond, double CpuPerThousand, Latencies? Waits = null);

/// <summary>Both sides, in the order in which they were measured.</summary>
/// <param name="Kim">Kim, one sample a round.</param>
/// <param name="Baseline">The baseline, one sample a round.</param>
internal sealed record Rounds(IReadOnlyList<Sample> Kim, IReadOnlyList<Sample> Baseline)
{
    /// <summary>How much of the baseline's speed Kim has, round by round.</summary>
    public Ratios Ratios => new(Kim.Zip(Baseline, (kim, bare) => kim.PerSecond / bare.PerSecond));

    /// <summary>Measures both in turn, so that what happens on the machine meanwhile meets both.</summary>
    public static async Task<Rounds> AlternateAsync(int rounds, Func<Task<Sample>> kim, Func<Task<Sample>> baseline)
    {
        var (ours, theirs) = (new List<Sample>(), new List<Sample>());
        for (var round = 1; round <= rounds; round++)
        {
            ours.Add(await kim());
            theirs.Add(await baseline());
            Console.WriteLine(Text.Of($"  round {round}: Kim {ours[^1].PerSecond:0}/s, baseline {theirs[^1].PerSecond:0}/s, ratio {ours[^1].PerSecond / theirs[^1].PerSecond:0.00}"));
        }

        return new Rounds(ours, theirs);
    }
}
