namespace Kim.Benchmarks.Measuring;

/// <summary>The same figure of several rounds.</summary>
internal sealed class Ratios
{
    private readonly double[] _sorted;

    public Ratios(IEnumerable<double> values)
    {
        _sorted = [.. values];
        Array.Sort(_sorted);
    }

    public double Min => _sorted[0];

    public double Max => _sorted[^1];

    public double Median => _sorted.Length % 2 == 1 ? _sorted[_sorted.Length / 2] : (_sorted[(_sorted.Length / 2) - 1] + _sorted[_sorted.Length / 2]) / 2;
}
