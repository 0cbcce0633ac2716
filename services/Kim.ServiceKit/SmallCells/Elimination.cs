namespace Kim.ServiceKit.SmallCells;

/// <summary>
/// Gaussian elimination over the hidden cells: a quantity is determined exactly when it is a combination of the relations. Counted
/// modulo a prime, which for factors of 1 and -1 tells the same as fractions and never overflows.
/// </summary>
internal sealed class Elimination
{
    private const long Prime = 2_147_483_647;
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly Dictionary<int, SortedDictionary<int, long>> _pivots = [];

    public Elimination(IEnumerable<IEnumerable<CellTerm>> relations)
    {
        foreach (var relation in relations)
        {
            var row = Reduced(relation, known: false)!;
            if (row.Count == 0) continue;
            var pivot = row.First();
            var inverse = Power(pivot.Value, Prime - 2);
            _pivots[pivot.Key] = new SortedDictionary<int, long>(row.ToDictionary(entry => entry.Key, entry => entry.Value * inverse % Prime));
        }
    }

    /// <summary>Whether the terms have one possible sum.</summary>
    public bool Determines(IEnumerable<CellTerm> terms) => Reduced(terms, known: true) is { Count: 0 };

    // Null when a column is unknown to every relation: nothing is said about it.
    private SortedDictionary<int, long>? Reduced(IEnumerable<CellTerm> terms, bool known)
    {
        var row = new SortedDictionary<int, long>();
        foreach (var term in terms)
        {
            if (!_columns.TryGetValue(term.Key, out var column))
            {
                if (known) return null;
                column = _columns[term.Key] = _columns.Count;
            }

            Add(row, column, term.Factor);
        }

        var done = -1;
        while (Next(row, done) is { } column)
        {
            done = column;
            if (!_pivots.TryGetValue(column, out var pivot)) continue;
            var factor = row[column];
            foreach (var (other, value) in pivot) Add(row, other, -(factor * value % Prime));
        }

        return row;
    }

    private static int? Next(SortedDictionary<int, long> row, int after)
    {
        foreach (var column in row.Keys)
            if (column > after) return column;
        return null;
    }

    private static void Add(SortedDictionary<int, long> row, int column, long value)
    {
        var sum = (((row.GetValueOrDefault(column) + value) % Prime) + Prime) % Prime;
        if (sum == 0) row.Remove(column);
        else row[column] = sum;
    }

    private static long Power(long number, long exponent)
    {
        var result = 1L;
        for (var factor = number % Prime; exponent > 0; exponent >>= 1, factor = factor * factor % Prime)
            if ((exponent & 1) == 1) result = result * factor % Prime;
        return result;
    }
}
