using Kim.Portal.Api;
using Kim.Portal.Web;

namespace Kim.Portal.Pages.Reports;

/// <summary>What a correction changed. What one of the versions hides stays hidden here.</summary>
public sealed class DifferenceModel(ReportsApi reports, Words words) : PortalPage
{
    private Dictionary<string, IReadOnlyList<string>> _dimensions = [];
    private FigureTables _tables = null!;

    public ReportDifference Found { get; private set; } = null!;

    public string Codes(FigureChange change)
    {
        var dimensions = _dimensions.GetValueOrDefault(change.Table, []);
        return string.Join(", ", change.Codes.Select((code, place) => _tables.Word(words, T, dimensions.ElementAtOrDefault(place) ?? "", code)));
    }

    public string Value(string unit, FigureSide side) => side.Present ? FigureTables.Text(T, unit, side.Value, side.Suppressed) : "–";

    public async Task OnGetAsync(Guid id, int from, int to, CancellationToken ct)
    {
        Found = await reports.Difference(id, from, to, ct);
        // A change names its codes but not what they are codes of.
        var figures = (await reports.Figures(id, to, ct)).Figures;
        _dimensions = figures.GroupBy(figure => figure.Table).ToDictionary(table => table.Key, table => table.First().Dimensions);
        _tables = new FigureTables(figures, await CodeNames.LoadAsync(words, ct));
    }
}
