namespace Kim.Funding.Domain.Reports;

/// <summary>What a table is, beside its cells.</summary>
/// <param name="Group">Number of the indicator group.</param>
/// <param name="Name">Code.</param>
/// <param name="Unit">See <see cref="FigureUnits"/>.</param>
/// <param name="Dimensions">One or two.</param>
public sealed record TableHead(int Group, string Name, string Unit, params IReadOnlyList<string> Dimensions)
{
    /// <summary>Whether its figures add up over parts of the period.</summary>
    public bool IsAdditive { get; init; }

    internal bool IsCount => Unit == FigureUnits.Count;
}

/// <summary>A cell of a series.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Value">Its value.</param>
/// <param name="Contributors">Who stands behind it; null where no client does.</param>
public sealed record SeriesCell(string Code, decimal Value, int? Contributors)
{
    /// <summary>A count.</summary>
    public static SeriesCell Count(string code, int count) => new(code, count, count);
}

/// <summary>Collects the tables of a report.</summary>
public sealed class FigureBuilder
{
    /// <summary>The code of a total.</summary>
    public const string Total = "*";

    private readonly Dictionary<string, Figure> _figures = new(StringComparer.Ordinal);
    private readonly List<FigureSum> _sums = [];
    private readonly List<FigureTable> _tables = [];

    /// <summary>The finished set.</summary>
    public FigureSet Build() => new([.. _figures.Values.OrderBy(figure => figure.Key, StringComparer.Ordinal)], _sums, _tables);

    /// <summary>A row of cells whose total is a figure of its own.</summary>
    public FigureBuilder Series(TableHead head, IReadOnlyList<SeriesCell> cells, SeriesCell? total)
    {
        var lines = cells.Select(cell => Line(head, [cell.Code], cell)).ToList();
        if (total is not null)
        {
            var line = Line(head, [Total], total);
            _sums.Add(new FigureSum(line.Figure, [.. lines.Select(part => part.Figure)]));
            lines.Add(line);
        }

        _tables.Add(new FigureTable(head.Group, head.Name, head.Unit, head.Dimensions, lines));
        return this;
    }

    /// <summary>A row of counts that all together are a figure of another table: one way to split the same persons.</summary>
    public FigureBuilder Split(TableHead head, IReadOnlyList<SeriesCell> cells, string whole)
    {
        var lines = cells.Select(cell => Line(head, [cell.Code], cell)).ToList();
        _sums.Add(new FigureSum(whole, [.. lines.Select(part => part.Figure)]));
        lines.Add(new FigureLine([Total], whole));
        _tables.Add(new FigureTable(head.Group, head.Name, head.Unit, head.Dimensions, lines));
        return this;
    }

    /// <summary>Counts that may overlap: of each, the rest of the whole is protected as well, though no table tells it.</summary>
    public FigureBuilder Shares(TableHead head, IReadOnlyList<SeriesCell> cells, string whole)
    {
        var of = _figures[whole];
        var lines = cells.Select(cell => Line(head, [cell.Code], cell)).ToList();
        foreach (var (cell, line) in cells.Zip(lines))
        {
            var rest = new Figure($"{line.Figure}/REST", of.Value - cell.Value, (of.Contributors ?? 0) - (cell.Contributors ?? 0)) { IsCount = true, IsPublished = false };
            _figures.Add(rest.Key, rest);
            _sums.Add(new FigureSum(whole, [line.Figure, rest.Key]));
        }

        _tables.Add(new FigureTable(head.Group, head.Name, head.Unit, head.Dimensions, lines));
        return this;
    }

    /// <summary>A table of counts with both kinds of totals.</summary>
    public FigureBuilder Cross(TableHead head, IReadOnlyList<string> rows, IReadOnlyList<string> columns, Func<string, string, int> count)
    {
        var lines = new List<FigureLine>();
        foreach (var row in rows.Append(Total))
            foreach (var column in columns.Append(Total))
            {
                var value = (row == Total ? rows : [row]).Sum(r => (column == Total ? columns : [column]).Sum(c => count(r, c)));
                lines.Add(Line(head, [row, column], SeriesCell.Count("", value)));
            }

        foreach (var row in rows.Append(Total)) _sums.Add(new FigureSum(Key(head, [row, Total]), [.. columns.Select(column => Key(head, [row, column]))]));
        foreach (var column in columns.Append(Total)) _sums.Add(new FigureSum(Key(head, [Total, column]), [.. rows.Select(row => Key(head, [row, column]))]));
        _tables.Add(new FigureTable(head.Group, head.Name, head.Unit, head.Dimensions, lines));
        return this;
    }

    private FigureLine Line(TableHead head, IReadOnlyList<string> codes, SeriesCell cell)
    {
        var key = Key(head, codes);
        _figures.Add(key, new Figure(key, cell.Value, cell.Contributors)
        {
            IsCount = head.IsCount, IsTotal = codes.Contains(Total), IsAdditive = head.IsAdditive,
        });
        return new FigureLine(codes, key);
    }

    private static string Key(TableHead head, IReadOnlyList<string> codes) => $"{head.Name}/{string.Join('/', codes)}";
}
