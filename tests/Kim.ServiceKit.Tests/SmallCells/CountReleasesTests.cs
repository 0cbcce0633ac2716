using CsCheck;
using Kim.ServiceKit.SmallCells;

namespace Kim.ServiceKit.Tests.SmallCells;

/// <summary>Releases of the same counts month after month, before a reader who keeps them all, adds and subtracts.</summary>
public sealed class CountReleasesTests
{
    private static readonly string[] Parts = ["a", "b", "c"];
    private static readonly CountReleases Releases = new("all", [Parts]);
    private static readonly Gen<int> Count = Gen.Frequency((2, Gen.Const(0)), (4, Gen.Int[1, 4]), (3, Gen.Int[5, 30]));
    private static readonly Gen<int> Move = Gen.Frequency((4, Gen.Const(0)), (4, Gen.Int[-4, 4]), (2, Gen.Int[5, 9]));

    [Fact]
    public void Nobody_watches_a_5_become_a_6()
    {
        var first = Releases.Next(Counts(5, 20, 30), []);
        var second = Releases.Next(Counts(6, 20, 30), [first]);

        Assert.All(first, count => Assert.False(count.IsHidden));
        Assert.True(second.Single(count => count.Key == "a").IsHidden);
        Assert.True(second.Single(count => count.Key == "all").IsHidden);
    }

    [Fact]
    public void What_moved_by_enough_is_told_again()
    {
        var first = Releases.Next(Counts(5, 20, 30), []);
        var second = Releases.Next(Counts(7, 20, 30), [first]);
        var third = Releases.Next(Counts(12, 20, 30), [first, second]);

        Assert.True(second.Single(count => count.Key == "a").IsHidden);
        Assert.Equal([12, 62, 20, 30], third.Select(count => count.Shown.Value));
    }

    [Fact]
    public void Without_a_move_the_next_release_is_the_same() => Count.Array[3].Sample(counts =>
    {
        var first = Releases.Next(Counts(counts), []);
        return Releases.Next(Counts(counts), [first]).SequenceEqual(first);
    });

    [Fact]
    public void No_series_of_releases_gives_a_small_count_or_a_small_move_away() =>
        Gen.Select(Count.Array[3], Move.Array[3].Array[1, 4]).Sample((start, moves) =>
        {
            var now = start;
            var released = new List<IReadOnlyList<ReleasedCount>> { Releases.Next(Counts(now), []) };
            foreach (var move in moves)
            {
                now = [.. now.Zip(move, (count, by) => Math.Max(0, count + by))];
                released.Add(Releases.Next(Counts(now), released));
            }

            return Attacker.FindsNothing(released);
        }, iter: 400);

    private static Dictionary<string, int> Counts(params int[] parts) =>
        Parts.Zip(parts).Append(("all", parts.Sum())).ToDictionary(pair => pair.Item1, pair => pair.Item2);

    /// <summary>Knows the sums of each release and solves the linear system of all of them: independent of the component's own algebra.</summary>
    private static class Attacker
    {
        public static bool FindsNothing(List<IReadOnlyList<ReleasedCount>> released)
        {
            var unknown = released.SelectMany((release, at) => release.Where(count => count.IsHidden).Select(count => (At: at, count.Key))).ToList();
            var rows = released.Select((release, at) => release.Aggregate(new double[unknown.Count], (row, count) =>
            {
                if (count.IsHidden) row[unknown.IndexOf((at, count.Key))] = count.Key == "all" ? -1 : 1;
                return row;
            })).ToList();
            foreach (var (release, at) in released.Select((release, at) => (release, at)))
                foreach (var count in release)
                {
                    if (SmallCell.IsSmall(count.Count) && Follows([(at, count.Key, 1)])) return false;
                    for (var before = 0; before < at; before++)
                        if (SmallCell.IsSmall(Math.Abs(count.Count - Of(before, count.Key).Count)) && Follows([(at, count.Key, 1), (before, count.Key, -1)])) return false;
                }

            return true;

            ReleasedCount Of(int at, string key) => released[at].Single(count => count.Key == key);

            // A combination of hidden counts is known when it lies in the space of the sums: the rank does not grow with it.
            bool Follows((int At, string Key, int Factor)[] terms)
            {
                var wanted = new double[unknown.Count];
                foreach (var (at, key, factor) in terms)
                    if (unknown.IndexOf((at, key)) is var index and >= 0) wanted[index] = factor;
                return Rank(rows) == Rank([.. rows, wanted]);
            }
        }

        private static int Rank(IEnumerable<double[]> given)
        {
            var rows = given.Select(row => (double[])row.Clone()).ToList();
            var rank = 0;
            for (var column = 0; rows.Count > 0 && column < rows[0].Length; column++)
            {
                if (rows.FindIndex(rank, row => Math.Abs(row[column]) > 1e-9) is not (var pivot and >= 0)) continue;
                (rows[rank], rows[pivot]) = (rows[pivot], rows[rank]);
                foreach (var row in rows.Skip(rank + 1))
                {
                    var factor = row[column] / rows[rank][column];
                    for (var i = column; i < row.Length; i++) row[i] -= factor * rows[rank][i];
                }

                if (++rank == rows.Count) break;
            }

            return rank;
        }
    }
}
