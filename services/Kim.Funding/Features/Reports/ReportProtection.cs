using Kim.Funding.Domain.Reports;
using Kim.ServiceKit.SmallCells;

namespace Kim.Funding.Features.Reports;

/// <summary>A version that was released before, with what it did not tell.</summary>
/// <param name="ReportId">Its report.</param>
/// <param name="Version">Its number.</param>
/// <param name="Period">Its period.</param>
/// <param name="Figures">All its figures.</param>
/// <param name="Hidden">Keys of those that it did not tell.</param>
/// <param name="IsNewest">Whether it is the newest released version of its report.</param>
internal sealed record EarlierReport(Guid ReportId, int Version, ReportPeriod Period, FigureSet Figures, IReadOnlyList<string> Hidden, bool IsNewest);

/// <summary>
/// The small-cell rule over a whole report and all released ones beside it (domain.md 7.5). A reader is assumed to keep every
/// released version. Protected are: each count from 1 to 4, money, hours and medians of so few; what sums and shared totals would
/// give away; the difference to an earlier version of the same period; the difference between a period and one inside it, and
/// between a period and any released parts of it together; and what is the same figure at the end of one period and the beginning
/// of the next. Positions are no persons' data and are told as they are.
/// </summary>
internal static class ReportProtection
{
    /// <summary>Keys of the figures that a new version must not tell.</summary>
    /// <param name="period">Its period.</param>
    /// <param name="figures">Its figures.</param>
    /// <param name="released">All released versions.</param>
    public static IReadOnlyList<string> Hide(ReportPeriod period, FigureSet figures, IReadOnlyList<EarlierReport> released)
    {
        var own = new LinkedReport("", period, figures, null, IsNewest: true);
        LinkedReport[] earlier =
        [
            .. released.Where(report => report.Period.Overlaps(period) || report.Period.Touches(period) || SharesWhole(report.Period, period, released))
                .OrderBy(report => report.ReportId).ThenBy(report => report.Version)
                .Select(report => new LinkedReport($"{report.ReportId:N}.{report.Version}", report.Period, report.Figures, [.. report.Hidden], report.IsNewest)),
        ];
        LinkedReport[] all = [own, .. earlier];
        var hidden = LinkedCells.Protect(
            [.. all.SelectMany(report => report.Cells())],
            [.. all.SelectMany(report => report.Sums()), .. ReportLinks.Relations(all)],
            [.. ReportLinks.Targets(own, earlier)],
            ReportDocument.Threshold);
        return [.. own.Keys.Where(key => own.Find(key)!.IsPublished && hidden.Contains(own.Name(key))).Order(StringComparer.Ordinal)];
    }

    // A sister period counts as soon as a released whole holds both.
    private static bool SharesWhole(ReportPeriod other, ReportPeriod period, IReadOnlyList<EarlierReport> released) =>
        released.Any(whole => whole.Period.Contains(period) && whole.Period.Contains(other));
}

/// <summary>A report as one block of linked cells.</summary>
/// <param name="Tag">Tells its cells from those of the others; empty for the new one.</param>
/// <param name="Period">Its period.</param>
/// <param name="Figures">Its figures.</param>
/// <param name="Hidden">What it did not tell; null for the new one.</param>
/// <param name="IsNewest">Whether it is the newest version.</param>
internal sealed record LinkedReport(string Tag, ReportPeriod Period, FigureSet Figures, HashSet<string>? Hidden, bool IsNewest)
{
    private readonly Dictionary<string, Figure> _figures = Figures.Figures.Where(figure => figure.Contributors is not null)
        .ToDictionary(figure => figure.Key, StringComparer.Ordinal);

    public IReadOnlyCollection<string> Keys => _figures.Keys;

    public Figure? Find(string key) => _figures.GetValueOrDefault(key);

    public string Name(string key) => Tag + "#" + key;

    public IEnumerable<LinkedCell> Cells() => _figures.Values.Select(figure => new LinkedCell(Name(figure.Key), figure.Value, figure.Contributors!.Value)
    {
        IsCount = figure.IsCount,
        IsTotal = figure.IsTotal,
        IsPublished = figure.IsPublished,
        Report = Tag,
        CanHide = Hidden is null && figure.IsPublished,
        IsHidden = !figure.IsPublished || (Hidden?.Contains(figure.Key) ?? false),
    });

    public IEnumerable<CellRelation> Sums() => Figures.Sums.Where(sum => _figures.ContainsKey(sum.Total))
        .Select(sum => CellRelation.Sum(Name(sum.Total), sum.Parts.Select(Name)));
}
