namespace Kim.Funding.Domain.Reports;

/// <summary>A cell that differs between two versions.</summary>
/// <param name="Group">Number of the indicator group.</param>
/// <param name="Table">Code of the table.</param>
/// <param name="Unit">Unit code.</param>
/// <param name="Codes">Codes of the cell.</param>
/// <param name="IsInOld">Whether the earlier version has the cell.</param>
/// <param name="Old">The earlier value; null when hidden or not there.</param>
/// <param name="IsInNew">Whether the later version has the cell.</param>
/// <param name="New">The later value; null when hidden or not there.</param>
public sealed record ChangedCell(
    int Group, string Table, string Unit, IReadOnlyList<string> Codes, bool IsInOld, decimal? Old, bool IsInNew, decimal? New);

/// <summary>What two versions tell differently. It compares what was published, so what is hidden stays hidden.</summary>
public static class ReportDifference
{
    /// <summary>The changed cells in the order of the later version, then those that only the earlier one has.</summary>
    public static IReadOnlyList<ChangedCell> Between(IReadOnlyList<PublishedCell> older, IReadOnlyList<PublishedCell> newer)
    {
        var before = older.ToDictionary(Key, StringComparer.Ordinal);
        var after = newer.ToDictionary(Key, StringComparer.Ordinal);
        return
        [
            .. newer.Select(cell => (cell, old: before.GetValueOrDefault(Key(cell))))
                .Where(pair => pair.old is null || pair.old.Value != pair.cell.Value)
                .Select(pair => new ChangedCell(pair.cell.Group, pair.cell.Table, pair.cell.Unit, pair.cell.Codes, pair.old is not null, pair.old?.Value, true, pair.cell.Value)),
            .. older.Where(cell => !after.ContainsKey(Key(cell)))
                .Select(cell => new ChangedCell(cell.Group, cell.Table, cell.Unit, cell.Codes, true, cell.Value, false, null)),
        ];
    }

    private static string Key(PublishedCell cell) => $"{cell.Table}/{string.Join('/', cell.Codes)}";
}
