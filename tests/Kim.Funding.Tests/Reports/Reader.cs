using System.Numerics;
using Kim.Funding.Domain.Reports;

namespace Kim.Funding.Tests.Reports;

/// <summary>A curious reader: takes every sum that a report shows, in exact fractions, and computes what it hides. Shares no code with the rule.</summary>
internal static class Reader
{
    /// <summary>Whether any of the wanted figures (key, report, other report to subtract or empty) has one possible value.</summary>
    public static bool Finds(IReadOnlyList<(string Name, FigureSet Figures, IReadOnlyList<string> Hidden)> reports, IEnumerable<(string Key, string Report, string Minus)> wanted,
        IReadOnlyList<IReadOnlyList<(string Report, string Key, int Factor)>>? alsoHolds = null)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var report in reports)
            foreach (var figure in report.Figures.Figures.Where(figure => !figure.IsPublished || report.Hidden.Contains(figure.Key))) columns.Add(report.Name + "#" + figure.Key, columns.Count);
        var rows = reports.SelectMany(report => report.Figures.Sums.Select(sum => Row(columns, [(report.Name + "#" + sum.Total, -1), .. sum.Parts.Select(part => (report.Name + "#" + part, 1))]))).ToList();
        rows.AddRange((alsoHolds ?? []).Select(terms => Row(columns, terms.Select(term => (term.Report + "#" + term.Key, term.Factor)))));
        rows.RemoveAll(row => row.All(value => value.IsZero));
        var rank = Rank(rows);
        return wanted.Select(want => Row(columns, want.Minus.Length == 0 ? [(want.Report + "#" + want.Key, 1)] : [(want.Report + "#" + want.Key, 1), (want.Minus + "#" + want.Key, -1)]))
            .Any(target => Rank([.. rows, target]) == rank);
    }

    private static BigInteger[] Row(Dictionary<string, int> columns, IEnumerable<(string Key, int Factor)> terms)
    {
        var row = new BigInteger[columns.Count];
        foreach (var (key, factor) in terms)
            if (columns.TryGetValue(key, out var column)) row[column] += factor;
        return row;
    }

    private static int Rank(IEnumerable<BigInteger[]> source)
    {
        var rows = source.Select(row => (BigInteger[])row.Clone()).ToList();
        var rank = 0;
        for (var column = 0; rows.Count > 0 && column < rows[0].Length && rank < rows.Count; column++)
        {
            var pivot = rows.FindIndex(rank, row => !row[column].IsZero);
            if (pivot < 0) continue;
            (rows[rank], rows[pivot]) = (rows[pivot], rows[rank]);
            for (var other = rank + 1; other < rows.Count; other++)
            {
                if (rows[other][column].IsZero) continue;
                var (one, two) = (rows[rank][column], rows[other][column]);
                for (var index = column; index < rows[other].Length; index++) rows[other][index] = (rows[other][index] * one) - (rows[rank][index] * two);
            }

            rank++;
        }

        return rank;
    }
}
