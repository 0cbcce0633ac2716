using System.Text.Json;
using CsCheck;
using Kim.ServiceKit.SmallCells;

namespace Kim.Network.Tests.Domain;

/// <summary>The small-cell rule, checked against a reader who knows the rule and tries every table that fits what is published.</summary>
public sealed class SmallCellTests
{
    private static readonly Gen<int> Count = Gen.Frequency((3, Gen.Const(0)), (5, Gen.Int[1, 4]), (3, Gen.Int[5, 9]), (1, Gen.Int[10, 200]));

    [Theory]
    [InlineData(new[] { 0, 0, 7 }, new[] { "0", "0", "7" }, "7")]
    [InlineData(new[] { 3, 6, 20 }, new[] { "<5", "<5", "20" }, "29")]
    [InlineData(new[] { 2, 3, 20 }, new[] { "<5", "<5", "20" }, "25")]
    [InlineData(new[] { 1, 1, 9, 30 }, new[] { "<5", "<5", "<5", "30" }, "41")]
    [InlineData(new[] { 3, 0, 0 }, new[] { "<5", "0", "0" }, "<5")]
    [InlineData(new[] { 5, 6 }, new[] { "5", "6" }, "11")]
    [InlineData(new[] { 0, 0 }, new[] { "0", "0" }, "0")]
    public void A_row_hides_small_counts_and_what_gives_them_away(int[] counts, string[] shown, string total)
    {
        var row = SmallCell.Series(counts);

        Assert.Equal(shown, row.Cells.Select(cell => cell.ToString()));
        Assert.Equal(total, row.Total.ToString());
    }

    [Fact]
    public void Five_ones_hide_a_zero_because_their_total_would_tell_each()
    {
        var row = SmallCell.Series([1, 1, 1, 1, 1, 0, 0]);

        Assert.Equal(["<5", "<5", "<5", "<5", "<5", "<5", "0"], row.Cells.Select(cell => cell.ToString()));
        Assert.Equal("5", row.Total.ToString());
    }

    [Fact]
    public void A_threshold_of_one_shows_everything() =>
        Assert.Equal(["1", "4", "0"], SmallCell.Series([1, 4, 0], 1).Cells.Select(cell => cell.ToString()));

    [Fact]
    public void No_small_count_of_a_row_can_be_derived() => Count.Array[1, 7].Sample(counts =>
    {
        var row = SmallCell.Series(counts);
        var table = new int[1, counts.Length];
        for (var column = 0; column < counts.Length; column++) table[0, column] = counts[column];
        // A row is a table whose column totals are never told.
        return Secure(table, (_, column) => row.Cells[column], [row.Total], Enumerable.Repeat(CellCount.Hidden, counts.Length).ToArray(), row.Total);
    }, iter: 2_000);

    [Fact]
    public void No_small_count_of_a_table_can_be_derived_from_its_totals() =>
        Gen.Select(Gen.Int[1, 3], Gen.Int[1, 3], Count.Array[9]).Sample((rows, columns, counts) =>
        {
            var table = new int[rows, columns];
            for (var index = 0; index < rows * columns; index++) table[index / columns, index % columns] = counts[index];
            var shown = SmallCell.Table(table);
            return Secure(table, (row, column) => shown.Cells[row, column], shown.RowTotals, shown.ColumnTotals, shown.Total);
        }, iter: 800);

    [Fact]
    public void What_is_told_is_true() => Count.Array[1, 12].Sample(counts =>
    {
        var row = SmallCell.Series(counts);
        return counts.Zip(row.Cells).All(pair => pair.Second.Value is not { } told || (told == pair.First && !SmallCell.IsSmall(told)))
            && (row.Total.IsHidden || row.Total.Value == counts.Sum());
    });

    [Fact]
    public void Nothing_is_hidden_where_nothing_is_small() => Gen.OneOf(Gen.Const(0), Gen.Int[5, 50]).Array[1, 12].Sample(counts =>
        SmallCell.Series(counts).Cells.All(cell => !cell.IsHidden));

    [Fact]
    public void In_json_a_count_is_a_number_or_the_mark()
    {
        Assert.Equal("[7,\"<5\",0]", JsonSerializer.Serialize(new[] { CellCount.Exact(7), CellCount.Of(3), CellCount.Of(0) }));
        Assert.Equal([CellCount.Exact(7), CellCount.Hidden], JsonSerializer.Deserialize<CellCount[]>("[7,\"<5\"]")!);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<CellCount>("\"five\""));
    }

    /// <summary>True when each hidden small cell has another value in some table that fits all that is told.</summary>
    private static bool Secure(
        int[,] table, Func<int, int, CellCount> shown, IReadOnlyList<CellCount> rowTotals, IReadOnlyList<CellCount> columnTotals, CellCount total)
    {
        var (rows, columns) = (table.GetLength(0), table.GetLength(1));
        var hidden = (from row in Enumerable.Range(0, rows)
                      from column in Enumerable.Range(0, columns)
                      where shown(row, column).IsHidden
                      select (row, column)).ToList();
        if (hidden.Exists(cell => !SmallCell.IsSmall(table[cell.row, cell.column])) && !table.Cast<int>().Any(count => SmallCell.IsSmall(count)) && !SumsSmall(table)) return false;
        var least = hidden.Exists(cell => table[cell.row, cell.column] == 0) ? 0 : 1;
        var open = hidden.Where(cell => SmallCell.IsSmall(table[cell.row, cell.column])).ToHashSet();
        foreach (var shifts in Shifts(hidden.Count))
        {
            if (open.Count == 0) break;
            var other = (int[,])table.Clone();
            for (var index = 0; index < hidden.Count; index++) other[hidden[index].row, hidden[index].column] += shifts[index];
            if (hidden.Exists(cell => other[cell.row, cell.column] < least) || !Fits(other, rowTotals, columnTotals, total)) continue;
            open.RemoveWhere(cell => other[cell.row, cell.column] != table[cell.row, cell.column]);
        }

        var smallCellsShown = from row in Enumerable.Range(0, rows)
                              from column in Enumerable.Range(0, columns)
                              where SmallCell.IsSmall(table[row, column]) && !shown(row, column).IsHidden
                              select 1;
        return open.Count == 0 && !smallCellsShown.Any() && rowTotals.Concat(columnTotals).Append(total).All(sum => sum.Value is not { } told || !SmallCell.IsSmall(told));
    }

    private static bool SumsSmall(int[,] table) => Enumerable.Range(0, table.GetLength(0)).Any(row => SmallCell.IsSmall(Row(table, row)))
        || Enumerable.Range(0, table.GetLength(1)).Any(column => SmallCell.IsSmall(Column(table, column)));

    private static bool Fits(int[,] table, IReadOnlyList<CellCount> rowTotals, IReadOnlyList<CellCount> columnTotals, CellCount total) =>
        rowTotals.Select((sum, row) => Fits(sum, Row(table, row))).All(fits => fits)
        && columnTotals.Select((sum, column) => Fits(sum, Column(table, column))).All(fits => fits)
        && Fits(total, table.Cast<int>().Sum());

    private static bool Fits(CellCount told, int value) => told.Value is { } exact ? exact == value : value >= 0;

    private static int Row(int[,] table, int row) => Enumerable.Range(0, table.GetLength(1)).Sum(column => table[row, column]);

    private static int Column(int[,] table, int column) => Enumerable.Range(0, table.GetLength(0)).Sum(row => table[row, column]);

    private static IEnumerable<int[]> Shifts(int cells)
    {
        var shifts = Enumerable.Repeat(-1, cells).ToArray();
        while (true)
        {
            yield return shifts;
            var index = 0;
            while (index < cells && shifts[index] == 1) shifts[index++] = -1;
            if (index == cells) yield break;
            shifts[index]++;
        }
    }
}
