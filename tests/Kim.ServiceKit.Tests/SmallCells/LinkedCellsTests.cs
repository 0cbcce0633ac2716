using CsCheck;
using Kim.ServiceKit.SmallCells;

namespace Kim.ServiceKit.Tests.SmallCells;

/// <summary>Figures that hang together, checked against a reader who tries every set of numbers that fits what is published.</summary>
public sealed class LinkedCellsTests
{
    private static readonly Gen<int> Count = Gen.Frequency((2, Gen.Const(0)), (5, Gen.Int[1, 4]), (3, Gen.Int[5, 9]));

    [Fact]
    public void Two_splits_of_the_same_persons_protect_each_other()
    {
        var hidden = Protect([Cell("all", 30, total: true), Cell("a1", 3), Cell("a2", 7), Cell("a3", 20), Cell("b1", 30), Cell("b2", 0)],
            [CellRelation.Sum("all", ["a1", "a2", "a3"]), CellRelation.Sum("all", ["b1", "b2"])]);

        Assert.Equal(["a1", "a2"], hidden);
    }

    [Fact]
    public void Hidden_parts_that_together_are_few_take_another_part_along()
    {
        var hidden = Protect([Cell("all", 24, total: true), Cell("a", 3), Cell("b", 1), Cell("c", 20)], [CellRelation.Sum("all", ["a", "b", "c"])]);

        Assert.Equal(["a", "b", "c"], hidden);
    }

    [Fact]
    public void Money_of_few_bookings_is_hidden_with_another_line()
    {
        LinkedCell[] cells =
        [
            new("all", 910m, 30) { IsCount = false, IsTotal = true }, new("a", 60m, 2) { IsCount = false },
            new("b", 450m, 15) { IsCount = false }, new("c", 400m, 13) { IsCount = false },
        ];

        Assert.Equal(["a", "c"], Protect(cells, [CellRelation.Sum("all", ["a", "b", "c"])]));
    }

    [Fact]
    public void A_correction_that_moves_two_persons_hides_the_figures_that_would_tell()
    {
        LinkedCell[] cells =
        [
            Cell("all", 42, total: true), Cell("a", 22), Cell("b", 20),
            Old("old.all", 40), Old("old.a", 20), Old("old.b", 20),
        ];
        CellRelation[] relations = [CellRelation.Sum("all", ["a", "b"]), CellRelation.Sum("old.all", ["old.a", "old.b"])];
        CellTarget[] targets = [Difference("all", "old.all", 2), Difference("a", "old.a", 2), Difference("b", "old.b", 0)];

        var hidden = LinkedCells.Protect(cells, relations, targets);

        Assert.Contains("a", hidden);
        Assert.Contains("all", hidden);
        Assert.DoesNotContain("b", hidden);
        Assert.Empty(LinkedCells.Disclosed([.. cells.Select(cell => cell with { IsHidden = hidden.Contains(cell.Key) })], relations, targets));
    }

    [Fact]
    public void The_last_quarter_does_not_tell_what_the_third_hid()
    {
        LinkedCell[] cells =
        [
            Cell("q4", 30), Old("year", 100), Old("q1", 30), Old("q2", 37), Old("q3", 3) with { IsHidden = true },
        ];

        Assert.Contains("q4", LinkedCells.Protect(cells, [CellRelation.Sum("year", ["q1", "q2", "q3", "q4"])], []));
    }

    [Fact]
    public void Five_hidden_ones_would_tell_each_other()
    {
        var cells = Enumerable.Range(0, 5).Select(index => Cell($"c{index}", 1)).Append(Cell("zero", 0)).Append(Cell("all", 5, total: true)).ToList();

        var hidden = Protect(cells, [CellRelation.Sum("all", cells.Take(6).Select(cell => cell.Key))]);

        Assert.Equal(["c0", "c1", "c2", "c3", "c4", "zero"], hidden);
    }

    [Fact]
    public void Nothing_is_hidden_where_nothing_is_small() => Gen.OneOf(Gen.Const(0), Gen.Int[5, 40]).Array[2, 6].Sample(counts =>
        Protect([.. Split("a", counts), Cell("all", counts.Sum(), total: true)], [CellRelation.Sum("all", counts.Select((_, index) => $"a{index}"))]).Count == 0);

    [Fact]
    public void Who_tries_all_numbers_that_fit_finds_no_small_count() => Gen.Select(Count.Array[2, 4], Gen.Int[1, 3]).Sample((counts, cut) =>
    {
        // A second split of the same persons, and an earlier report on a part of them.
        var all = counts.Sum();
        int[] second = [all / (cut + 1), all - (all / (cut + 1))];
        List<LinkedCell> cells = [.. Split("a", counts), .. Split("b", second), Cell("all", all, total: true)];
        CellRelation[] relations = [CellRelation.Sum("all", counts.Select((_, index) => $"a{index}")), CellRelation.Sum("all", ["b0", "b1"])];
        var hidden = LinkedCells.Protect(cells, relations, []);
        return Attack(cells, hidden, relations);
    }, iter: 400);

    // Every hidden small count must have a second possible value, for a reader who knows that hidden counts are at least 1 where no zero is hidden.
    private static bool Attack(List<LinkedCell> cells, IReadOnlySet<string> hidden, IReadOnlyList<CellRelation> relations)
    {
        var open = cells.Where(cell => hidden.Contains(cell.Key)).ToList();
        var least = open.Exists(cell => cell.Contributors == 0) ? 0 : 1;
        var values = cells.ToDictionary(cell => cell.Key, cell => cell.Contributors);
        var seen = open.ToDictionary(cell => cell.Key, _ => new HashSet<int>());
        Search(0);
        return open.TrueForAll(cell => !SmallCell.IsSmall(cell.Contributors) || seen[cell.Key].Count > 1)
            && cells.TrueForAll(cell => hidden.Contains(cell.Key) || !SmallCell.IsSmall(cell.Contributors));

        void Search(int index)
        {
            if (index == open.Count)
            {
                if (relations.All(relation => relation.Terms.Sum(term => term.Factor * values[term.Key]) == 0))
                    foreach (var cell in open) seen[cell.Key].Add(values[cell.Key]);
                return;
            }

            var before = values[open[index].Key];
            // One step to either side shows a second value where there is one: the fitting sets are convex.
            for (var value = Math.Max(least, before - 2); value <= before + 2; value++)
            {
                values[open[index].Key] = value;
                Search(index + 1);
            }

            values[open[index].Key] = before;
        }
    }

    private static List<string> Protect(IReadOnlyList<LinkedCell> cells, IReadOnlyList<CellRelation> relations) =>
        [.. LinkedCells.Protect(cells, relations, []).Order(StringComparer.Ordinal)];

    private static IEnumerable<LinkedCell> Split(string name, int[] counts) => counts.Select((count, index) => Cell($"{name}{index}", count));

    private static LinkedCell Cell(string key, int count, bool total = false) => new(key, count, count) { IsTotal = total };

    private static LinkedCell Old(string key, int count) => new(key, count, count) { CanHide = false, Report = "old" };

    private static CellTarget Difference(string now, string then, int contributors) => new([new CellTerm(now, 1), new CellTerm(then, -1)], contributors);
}
