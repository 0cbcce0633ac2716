namespace Kim.Benchmarks.Load;

/// <summary>Waiting times of one measurement, in milliseconds.</summary>
internal sealed class Latencies
{
    private readonly double[] _sorted;

    public Latencies(IEnumerable<double> milliseconds)
    {
        _sorted = [.. milliseconds];
        Array.Sort(_sorted);
    }

    public int Count => _sorted.Length;

    public double P50 => At(0.50);

    public double P95 => At(0.95);

    public double P99 => At(0.99);

    /// <summary>The smallest waiting time that a share of all does not exceed (nearest rank).</summary>
    public double At(double share) => _sorted.Length == 0 ? double.NaN : _sorted[Math.Max(0, (int)Math.Ceiling(share * _sorted.Length) - 1)];

    public override string ToString() => Text.Of($"p50 {P50:0.00} ms, p95 {P95:0.00} ms, p99 {P99:0.00} ms");
}
