namespace Kim.Funding.Domain.Reports;

/// <summary>What a figure is measured in.</summary>
public static class FigureUnits
{
    /// <summary>Cases, needs or bookings.</summary>
    public const string Count = "COUNT";

    /// <summary>Persons in the households of cases or needs.</summary>
    public const string Persons = "PERSONS";

    /// <summary>Hours, two decimals.</summary>
    public const string Hours = "HOURS";

    /// <summary>EUR, two decimals.</summary>
    public const string Eur = "EUR";

    /// <summary>Days; a median may end in .5.</summary>
    public const string Days = "DAYS";

    /// <summary>Full positions (VZÄ), two decimals.</summary>
    public const string Vzae = "VZAE";
}

/// <summary>One figure before the small-cell rule: it never leaves the service.</summary>
/// <param name="Key">Unique within the report: <c>TABLE/code</c>.</param>
/// <param name="Value">The value.</param>
/// <param name="Contributors">Cases, needs or bookings behind it; null where no client stands behind it (positions).</param>
public sealed record Figure(string Key, decimal Value, int? Contributors)
{
    /// <summary>Whether the value is the number of contributors.</summary>
    public bool IsCount { get; init; }

    /// <summary>Whether it is a total of others.</summary>
    public bool IsTotal { get; init; }

    /// <summary>Whether the figures of parts of the period add up to that of the period: what happened, not what was there.</summary>
    public bool IsAdditive { get; init; }

    /// <summary>False for what no table shows but a reader can compute.</summary>
    public bool IsPublished { get; init; } = true;
}

/// <summary>A total and its parts.</summary>
/// <param name="Total">Key of the total.</param>
/// <param name="Parts">Keys of the parts.</param>
public sealed record FigureSum(string Total, IReadOnlyList<string> Parts);

/// <summary>A table as it is published.</summary>
/// <param name="Group">Number of the indicator group of domain.md 2.4.</param>
/// <param name="Name">Code.</param>
/// <param name="Unit">See <see cref="FigureUnits"/>.</param>
/// <param name="Dimensions">Codes of its one or two dimensions.</param>
/// <param name="Lines">Its cells.</param>
public sealed record FigureTable(int Group, string Name, string Unit, IReadOnlyList<string> Dimensions, IReadOnlyList<FigureLine> Lines);

/// <summary>A cell of a table.</summary>
/// <param name="Codes">One code per dimension; <c>*</c> is the total.</param>
/// <param name="Figure">Key of the figure.</param>
public sealed record FigureLine(IReadOnlyList<string> Codes, string Figure);

/// <summary>All figures of a report before the small-cell rule.</summary>
/// <param name="Figures">The figures by key.</param>
/// <param name="Sums">What adds up to what.</param>
/// <param name="Tables">The tables in their order.</param>
public sealed record FigureSet(IReadOnlyList<Figure> Figures, IReadOnlyList<FigureSum> Sums, IReadOnlyList<FigureTable> Tables);
