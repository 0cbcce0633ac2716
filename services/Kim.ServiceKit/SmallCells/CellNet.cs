namespace Kim.ServiceKit.SmallCells;

/// <summary>A cell or total as an arc of a flow: at each knot (a row, a column, the outside) what flows in flows out.</summary>
internal sealed class Cell(int from, int to, int count, bool isTotal)
{
    public int From { get; } = from;

    public int To { get; } = to;

    public int Count { get; } = count;

    public bool IsTotal { get; } = isTotal;

    public bool Hidden { get; set; }

    public CellCount Shown => Hidden ? CellCount.Hidden : CellCount.Exact(Count);
}

/// <summary>
/// Counts with totals are a circulation, and a hidden count can be computed exactly when it lies on no ring of hidden arcs along
/// which one unit could be shifted. So 'can it be derived?' is a search for a ring, exact for any table and not only line by line.
/// </summary>
internal static class CellNet
{
    /// <summary>Hides the small cells and then, one by one, the next smallest that protects them.</summary>
    public static void Protect(List<Cell> cells, int knots, int threshold)
    {
        foreach (var cell in cells.Where(cell => SmallCell.IsSmall(cell.Count, threshold))) cell.Hidden = true;
        while (cells.Find(cell => SmallCell.IsSmall(cell.Count, threshold) && IsDerivable(cell, cells, knots)) is { } open)
        {
            if (NextToHide(open, cells) is not { } next) return;
            next.Hidden = true;
        }
    }

    /// <summary>
    /// True when the published figures leave one value for the hidden cell. The reader is assumed to know the rule: where no zero is
    /// hidden, every hidden count is at least 1.
    /// </summary>
    public static bool IsDerivable(Cell cell, List<Cell> cells, int knots)
    {
        var least = cells.Exists(other => other.Hidden && other.Count == 0) ? 0 : 1;
        var canGrow = Reaches(cell.To, cell.From, cell, cells, (knots, least));
        var canShrink = cell.Count > least && Reaches(cell.From, cell.To, cell, cells, (knots, least));
        return !canGrow && !canShrink;
    }

    // Same row or column first; cells before totals, which readers need most; zeros only when no other cell is left; then the smallest.
    private static Cell? NextToHide(Cell open, List<Cell> cells) => cells
        .Where(cell => !cell.Hidden)
        .OrderByDescending(cell => Touches(open, cell))
        .ThenBy(cell => cell.IsTotal)
        .ThenBy(cell => cell.Count == 0)
        .ThenBy(cell => cell.Count)
        .FirstOrDefault();

    private static bool Touches(Cell one, Cell other) =>
        one.From == other.From || one.To == other.To || one.From == other.To || one.To == other.From;

    private static bool Reaches(int from, int to, Cell without, List<Cell> cells, (int Knots, int Least) net)
    {
        var seen = new bool[net.Knots];
        var open = new Queue<int>([from]);
        seen[from] = true;
        while (open.TryDequeue(out var knot))
        {
            if (knot == to) return true;
            foreach (var cell in cells.Where(cell => cell.Hidden && cell != without))
            {
                if (cell.From == knot) Visit(cell.To);
                if (cell.To == knot && cell.Count > net.Least) Visit(cell.From);
            }
        }

        return false;

        void Visit(int next)
        {
            if (seen[next]) return;
            seen[next] = true;
            open.Enqueue(next);
        }
    }
}
