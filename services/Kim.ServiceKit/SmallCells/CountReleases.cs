namespace Kim.ServiceKit.SmallCells;

/// <summary>A count as it was released.</summary>
/// <param name="Key">Its name within the block.</param>
/// <param name="Count">The count.</param>
/// <param name="IsHidden">Whether it was not told.</param>
public sealed record ReleasedCount(string Key, int Count, bool IsHidden)
{
    /// <summary>What a reader gets.</summary>
    public CellCount Shown => IsHidden ? CellCount.Hidden : CellCount.Exact(Count);
}

/// <summary>
/// Counts that are released again and again, once a closed month: a total and its splits. A reader keeps every release and subtracts,
/// so a release also hides what would tell that from 1 to 4 came or went since any earlier one (differencing guard, domain.md 7.5).
/// </summary>
/// <param name="total">Key of the total.</param>
/// <param name="splits">Keys of the parts, per split; parts that overlap do not add up and are taken one by one.</param>
/// <param name="threshold">The smallest count that is told.</param>
public sealed class CountReleases(string total, IReadOnlyList<IReadOnlyList<string>> splits, int threshold = SmallCell.DefaultThreshold)
{
    /// <summary>The next release of the counts.</summary>
    /// <param name="counts">The counts by key, the total among them.</param>
    /// <param name="earlier">All releases before.</param>
    public IReadOnlyList<ReleasedCount> Next(IReadOnlyDictionary<string, int> counts, IReadOnlyList<IReadOnlyList<ReleasedCount>> earlier)
    {
        const string own = "now";
        var reports = earlier.Select((release, index) => (Tag: $"{index}", Counts: release))
            .Append((Tag: own, Counts: [.. counts.Select(count => new ReleasedCount(count.Key, count.Value, false))])).ToList();
        var hidden = LinkedCells.Protect(
            [.. reports.SelectMany(report => report.Counts.Select(count => Cell(report.Tag, count, report.Tag == own)))],
            [.. reports.SelectMany(report => Sums(report.Tag, report.Counts.ToDictionary(count => count.Key, count => count.Count)))],
            [.. reports[..^1].SelectMany(report => Differences(report.Tag, report.Counts, counts))],
            threshold);
        return [.. counts.Select(count => new ReleasedCount(count.Key, count.Value, hidden.Contains(Name(own, count.Key)))).OrderBy(count => count.Key, StringComparer.Ordinal)];

        IEnumerable<CellTarget> Differences(string tag, IReadOnlyList<ReleasedCount> before, IReadOnlyDictionary<string, int> now) => before
            .Where(count => now.ContainsKey(count.Key))
            .Select(count => new CellTarget([new(Name(own, count.Key), 1), new(Name(tag, count.Key), -1)], Math.Abs(now[count.Key] - count.Count)));
    }

    private LinkedCell Cell(string tag, ReleasedCount count, bool isOwn) => new(Name(tag, count.Key), count.Count, count.Count)
    {
        IsTotal = count.Key == total, Report = tag, CanHide = isOwn, IsHidden = count.IsHidden,
    };

    private IEnumerable<CellRelation> Sums(string tag, Dictionary<string, int> counts) => splits
        .Where(parts => parts.All(counts.ContainsKey) && parts.Sum(part => counts[part]) == counts[total])
        .Select(parts => CellRelation.Sum(Name(tag, total), parts.Select(part => Name(tag, part))));

    private static string Name(string tag, string key) => tag + "#" + key;
}
