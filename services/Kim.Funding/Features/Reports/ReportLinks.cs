using Kim.Funding.Domain.Reports;
using Kim.ServiceKit.SmallCells;

namespace Kim.Funding.Features.Reports;

/// <summary>How released reports hang together: what a reader may add and subtract across them.</summary>
internal static class ReportLinks
{
    private static readonly (string After, string Before)[] Handovers =
        [($"{Indicators.CaseFlow}/{CaseHistory.OpenAtStart}/{FigureBuilder.Total}", $"{Indicators.CaseFlow}/{FigureBuilder.Total}/{CaseHistory.OpenAtEnd}")];

    /// <summary>What holds across reports. Only what holds in the figures is used: a reader who assumes more computes something wrong.</summary>
    public static IEnumerable<CellRelation> Relations(IReadOnlyList<LinkedReport> all) => Whole(all).Concat(Neighbours(all));

    /// <summary>Differences that would count few persons.</summary>
    public static IEnumerable<CellTarget> Targets(LinkedReport own, IReadOnlyList<LinkedReport> earlier)
    {
        foreach (var other in earlier.Where(other => other.Period.Overlaps(own.Period)))
            foreach (var target in Differences(own.Period.Contains(other.Period) ? own : other, [own.Period.Contains(other.Period) ? other : own])) yield return target;
        LinkedReport[] newest = [own, .. earlier.Where(report => report.IsNewest && report.Period != own.Period)];
        foreach (var whole in newest)
            foreach (var parts in PartSets(whole, newest).Where(parts => parts.Count > 1 && (whole == own || parts.Contains(own))))
                foreach (var target in Differences(whole, parts)) yield return target;
    }

    // A year is its quarters, as far as its figures tell what happened.
    private static IEnumerable<CellRelation> Whole(IReadOnlyList<LinkedReport> all)
    {
        var newest = all.Where(report => report.IsNewest).ToList();
        foreach (var whole in newest)
            foreach (var parts in PartSets(whole, newest).Where(parts => parts.Sum(part => part.Period.Months) == whole.Period.Months))
                foreach (var key in Additive(whole, parts))
                    if ((whole.Find(key)?.Value ?? 0) == parts.Sum(part => part.Find(key)?.Value ?? 0))
                        yield return new CellRelation(Terms(key, whole, parts));
    }

    private static IEnumerable<CellRelation> Neighbours(IReadOnlyList<LinkedReport> all)
    {
        foreach (var before in all)
            foreach (var after in all.Where(report => report.Period.From == before.Period.Until))
            {
                foreach (var (start, end) in Handovers)
                    if (after.Find(start)?.Value == before.Find(end)?.Value)
                        yield return new CellRelation([new CellTerm(after.Name(start), 1), new CellTerm(before.Name(end), -1)]);
                foreach (var balance in Balances(before, after)) yield return balance;
            }
    }

    // Open needs now = open needs before + reported - solved.
    private static IEnumerable<CellRelation> Balances(LinkedReport before, LinkedReport after) => after.Keys
        .Where(key => key.StartsWith("AFFECTED_CASES/", StringComparison.Ordinal) && before.Find(key) is not null)
        .Select(key => (Now: key, Code: key["AFFECTED_CASES/".Length..]))
        .Where(row => after.Find(row.Now)!.Value
            == before.Find(row.Now)!.Value + (after.Find($"NEEDS_REPORTED/{row.Code}")?.Value ?? 0) - (after.Find($"NEEDS_SOLVED/{row.Code}")?.Value ?? 0))
        .Select(row => new CellRelation([.. new (LinkedReport Report, string Key, int Factor)[]
            {
                (after, row.Now, 1), (before, row.Now, -1), (after, $"NEEDS_REPORTED/{row.Code}", -1), (after, $"NEEDS_SOLVED/{row.Code}", 1),
            }.Where(term => term.Report.Find(term.Key) is not null).Select(term => new CellTerm(term.Report.Name(term.Key), term.Factor))]));

    private static IEnumerable<CellTarget> Differences(LinkedReport whole, IReadOnlyList<LinkedReport> parts)
    {
        var keys = parts.Count > 1 ? Additive(whole, parts) : whole.Keys.Concat(parts[0].Keys).Distinct(StringComparer.Ordinal);
        return keys.Select(key => new CellTarget(Terms(key, whole, parts), Contributors(key, whole, parts)));
    }

    private static int Contributors(string key, LinkedReport whole, IReadOnlyList<LinkedReport> parts)
    {
        var difference = Math.Abs((whole.Find(key)?.Contributors ?? 0) - parts.Sum(part => part.Find(key)?.Contributors ?? 0));
        var moved = (whole.Find(key)?.Value ?? 0) != parts.Sum(part => part.Find(key)?.Value ?? 0);
        // An amount that moved while as many stand behind it: one of them may be all that changed.
        return difference == 0 && moved ? 1 : difference;
    }

    private static IReadOnlyList<CellTerm> Terms(string key, LinkedReport whole, IReadOnlyList<LinkedReport> parts) =>
    [
        .. new[] { (Report: whole, Factor: 1) }.Concat(parts.Select(part => (Report: part, Factor: -1)))
            .Where(term => term.Report.Find(key) is not null).Select(term => new CellTerm(term.Report.Name(key), term.Factor)),
    ];

    private static IEnumerable<string> Additive(LinkedReport whole, IEnumerable<LinkedReport> parts) => parts.Append(whole)
        .SelectMany(report => report.Keys.Where(key => report.Find(key)!.IsAdditive)).Distinct(StringComparer.Ordinal);

    // All sets of quarters of a year and of months of a quarter; of the months of a year all that are there, and all but each one.
    private static IEnumerable<IReadOnlyList<LinkedReport>> PartSets(LinkedReport whole, IReadOnlyList<LinkedReport> newest)
    {
        foreach (var months in new[] { 1, 3 })
        {
            var parts = newest.Where(report => report.Period.Months == months && whole.Period.Contains(report.Period)).OrderBy(report => report.Period.From).ToList();
            if (parts.Count <= 4)
            {
                for (var set = 1; set < 1 << parts.Count; set++)
                    yield return [.. parts.Where((_, index) => (set & (1 << index)) != 0)];
                continue;
            }

            yield return parts;
            foreach (var left in parts) yield return [.. parts.Where(part => part != left)];
        }
    }
}
