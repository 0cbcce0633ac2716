namespace Kim.ServiceKit.SmallCells;

/// <summary>
/// The small-cell rule (domain.md 7.5). No count from 1 to one below the threshold is told, nor can it be computed from what is:
/// zeros are shown, and further cells are hidden until every small one could have at least one other value.
/// </summary>
public static class SmallCell
{
    /// <summary>The smallest count that is told unless a setting says otherwise.</summary>
    public const int DefaultThreshold = 5;

    /// <summary>True for a count that must not be told.</summary>
    public static bool IsSmall(int count, int threshold = DefaultThreshold) => count > 0 && count < threshold;

    /// <summary>Protects one row of counts and its total.</summary>
    /// <param name="counts">The counts, none negative. The reader is assumed to know their sum.</param>
    /// <param name="threshold">The smallest count that is told.</param>
    public static ProtectedSeries Series(IReadOnlyList<int> counts, int threshold = DefaultThreshold)
    {
        const int inside = 0;
        const int outside = 1;
        // One knot: what flows in (the total) flows out (the counts).
        var cells = counts.Select(count => new Cell(inside, outside, count, isTotal: false)).ToList();
        cells.Add(new Cell(outside, inside, counts.Sum(), isTotal: true));
        CellNet.Protect(cells, knots: 2, threshold);
        return new ProtectedSeries([.. cells.Take(counts.Count).Select(cell => cell.Shown)], cells[^1].Shown);
    }

    /// <summary>Protects a table with its row totals, column totals and grand total.</summary>
    /// <param name="counts">The counts by row and column, none negative.</param>
    /// <param name="threshold">The smallest count that is told.</param>
    public static ProtectedTable Table(int[,] counts, int threshold = DefaultThreshold)
    {
        var (rows, columns) = (counts.GetLength(0), counts.GetLength(1));
        var (source, sink) = (rows + columns, rows + columns + 1);
        var cells = new List<Cell>((rows + 1) * (columns + 1));
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++)
                cells.Add(new Cell(row, rows + column, counts[row, column], isTotal: false));
        for (var row = 0; row < rows; row++)
            cells.Add(new Cell(source, row, Enumerable.Range(0, columns).Sum(column => counts[row, column]), isTotal: true));
        for (var column = 0; column < columns; column++)
            cells.Add(new Cell(rows + column, sink, Enumerable.Range(0, rows).Sum(row => counts[row, column]), isTotal: true));
        cells.Add(new Cell(sink, source, counts.Cast<int>().Sum(), isTotal: true));
        CellNet.Protect(cells, knots: rows + columns + 2, threshold);

        var body = new CellCount[rows, columns];
        for (var index = 0; index < rows * columns; index++) body[index / columns, index % columns] = cells[index].Shown;
        return new ProtectedTable(
            body,
            [.. cells.Skip(rows * columns).Take(rows).Select(cell => cell.Shown)],
            [.. cells.Skip((rows * columns) + rows).Take(columns).Select(cell => cell.Shown)],
            cells[^1].Shown);
    }
}

/// <summary>A protected row of counts.</summary>
/// <param name="Cells">The counts in the order given.</param>
/// <param name="Total">Their total.</param>
public sealed record ProtectedSeries(IReadOnlyList<CellCount> Cells, CellCount Total);

/// <summary>A protected table.</summary>
/// <param name="Cells">The counts by row and column.</param>
/// <param name="RowTotals">Totals of the rows.</param>
/// <param name="ColumnTotals">Totals of the columns.</param>
/// <param name="Total">The grand total.</param>
public sealed record ProtectedTable(
    CellCount[,] Cells, IReadOnlyList<CellCount> RowTotals, IReadOnlyList<CellCount> ColumnTotals, CellCount Total);
