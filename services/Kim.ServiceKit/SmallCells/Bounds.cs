namespace Kim.ServiceKit.SmallCells;

/// <summary>
/// What whole numbers give away: five hidden counts that are each at least 1 and sum to five are all 1. Bounds of hidden counts are
/// narrowed through the relations until nothing moves.
/// </summary>
internal sealed class Bounds
{
    private const long Open = long.MaxValue / 4;
    private readonly List<(CellTerm[] Terms, long Told)> _sums;
    private readonly Dictionary<string, (long Low, long High)> _range = new(StringComparer.Ordinal);

    public Bounds(Dictionary<string, LinkedCell> cells, HashSet<string> hidden, IReadOnlyList<CellRelation> relations)
    {
        var zeros = hidden.Select(key => cells[key]).Where(cell => cell is { IsPublished: true, Contributors: 0 }).Select(cell => cell.Report).ToHashSet(StringComparer.Ordinal);
        foreach (var cell in hidden.Select(key => cells[key]).Where(cell => cell.IsCount))
            _range[cell.Key] = (cell.IsPublished && !zeros.Contains(cell.Report) ? 1 : 0, Open);
        _sums =
        [
            .. relations.Where(relation => relation.Terms.All(term => cells[term.Key].IsCount))
                .Select(relation => (relation.Terms.Where(term => hidden.Contains(term.Key)).ToArray(),
                    relation.Terms.Where(term => !hidden.Contains(term.Key)).Sum(term => term.Factor * (long)cells[term.Key].Contributors)))
                .Where(sum => sum.Item1.Length > 0),
        ];
    }

    /// <summary>The hidden counts with one possible value.</summary>
    public IReadOnlySet<string> Pinned()
    {
        for (var round = 0; round < 20 && _sums.Aggregate(false, (moved, sum) => Narrow(sum) || moved); round++)
        {
        }

        return _range.Where(entry => entry.Value.Low == entry.Value.High).Select(entry => entry.Key).ToHashSet(StringComparer.Ordinal);
    }

    // Σ f·v + told = 0, so f·v of one cell lies between what the others leave at least and at most.
    private bool Narrow((CellTerm[] Terms, long Told) sum)
    {
        var moved = false;
        foreach (var term in sum.Terms)
        {
            var (low, high) = (-sum.Told, -sum.Told);
            foreach (var other in sum.Terms.Where(other => other.Key != term.Key))
            {
                var (least, most) = Times(_range[other.Key], other.Factor);
                low = most >= Open ? -Open : low <= -Open ? -Open : low - most;
                high = least <= -Open ? Open : high >= Open ? Open : high - least;
            }

            if (Math.Abs(term.Factor) != 1) continue;
            if (term.Factor < 0) (low, high) = (-high, -low);
            var (oldLow, oldHigh) = _range[term.Key];
            var next = (Math.Max(oldLow, low), Math.Min(oldHigh, high));
            if (next == (oldLow, oldHigh)) continue;
            _range[term.Key] = next;
            moved = true;
        }

        return moved;
    }

    private static (long Low, long High) Times((long Low, long High) range, int factor)
    {
        var high = range.High >= Open ? Open : range.High * Math.Abs((long)factor);
        var low = range.Low * Math.Abs((long)factor);
        return factor > 0 ? (low, high) : (high >= Open ? -Open : -high, -low);
    }
}
